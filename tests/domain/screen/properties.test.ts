import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { sameAs } from '#app/domain/screen/hit.ts'
import { isNhsNumber, isNorwegianNumber } from '#app/domain/screen/numbers.ts'
import { findIdentifiers } from '#app/screen/identifier-screen.server.ts'
import { nameLists } from '#app/screen/name-lists.server.ts'
import { processorMs } from '#tests/support/processor-time.ts'
import { readNotes } from '#tests/support/screen-notes.ts'

const TODAY = '2026-11-28'
const digits = (length: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
const WEIGHTS = [10, 9, 8, 7, 6, 5, 4, 3, 2]

/** The check digit as the NHS Data Dictionary words it; null where no number is issued. */
function checkDigit(nine: readonly number[]): number | null {
  const remainder = 11 - (nine.reduce((sum, digit, at) => sum + digit * (WEIGHTS[at] ?? 0), 0) % 11)
  return remainder === 10 ? null : remainder % 11
}

/** Pieces of real notes and of what breaks patterns, in any order. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(...readNotes('tuning').flatMap((note) => note.text.split(/(?<=[.,;] )/))),
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom('Mr ', 'born ', 'NHS no ', '0', '07700 900', ' & ', "'", '\ud800', 'İ', 'ﬃ', '٣٤', '\n', '. '),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))

describe('the check digit of an NHS number', () => {
  it('is the only tenth digit that makes nine into one', () => {
    fc.assert(
      fc.property(digits(9), (nine) => {
        fc.pre(new Set(nine).size > 1)
        const valid = Array.from({ length: 10 }, (_, last) => last).filter((last) =>
          isNhsNumber([...nine, last].join('')),
        )
        const expected = checkDigit(nine)
        expect(valid).toEqual(expected === null ? [] : [expected])
      }),
    )
  })

  it('notices every single mistyped digit, and every two neighbours that were swapped', () => {
    fc.assert(
      fc.property(digits(9), fc.nat(9), fc.integer({ min: 1, max: 9 }), fc.nat(8), (nine, at, by, pair) => {
        const last = checkDigit(nine)
        fc.pre(last !== null && new Set(nine).size > 1)
        const number = [...nine, last ?? 0]
        expect(isNhsNumber(number.with(at, ((number[at] ?? 0) + by) % 10).join(''))).toBe(false)
        const [one = 0, other = 0] = number.slice(pair, pair + 2)
        fc.pre(one !== other)
        expect(
          isNhsNumber(
            number
              .with(pair, other)
              .with(pair + 1, one)
              .join(''),
          ),
        ).toBe(false)
      }),
    )
  })

  it('is found however the number is spaced, and takes a number of ten digits only', () => {
    expect([isNhsNumber('943 476 5919'), isNhsNumber('943-476-5919'), isNhsNumber('9434765919')]).toEqual([
      true,
      true,
      true,
    ])
    expect([isNhsNumber('943476591'), isNhsNumber('94347659190'), isNhsNumber('0000000000'), isNhsNumber('')]).toEqual([
      false,
      false,
      false,
      false,
    ])
  })

  it('of a Norwegian number notices a mistyped digit too', () => {
    expect(isNorwegianNumber('148486 46068')).toBe(true)
    for (let at = 0; at < 11; at += 1) {
      const mistyped = [...'14848646068']
        .map((digit, place) => (place === at ? (Number(digit) + 1) % 10 : digit))
        .join('')
      expect(isNorwegianNumber(mistyped)).toBe(false)
    }
  })
})

describe('whatever is written, the screen', () => {
  beforeAll(() => void nameLists())

  it('never throws, and each hit is what stands in its place, in order and apart from the others', () => {
    fc.assert(
      fc.property(text, (written) => {
        let end = 0
        for (const hit of findIdentifiers(written, TODAY)) {
          expect(written.slice(hit.from, hit.to)).toBe(hit.text)
          expect(hit.text.trim()).not.toBe('')
          expect(hit.from).toBeGreaterThanOrEqual(end)
          expect(hit.because).not.toBe('')
          end = hit.to
        }
      }),
    )
  })

  it('says the same of the same text', () => {
    fc.assert(
      fc.property(text, (written) => {
        expect(findIdentifiers(written, TODAY)).toEqual(findIdentifiers(written, TODAY))
      }),
    )
  })

  it('knows one thing in whatever way it was typed', () => {
    const name = (typed: string) => sameAs({ kind: 'name', text: typed })
    const number = (typed: string) => sameAs({ kind: 'nhs-number', text: typed })
    expect(new Set(['Zoë Frank', 'ZOE  FRANK', 'zoe frank'].map(name)).size).toBe(1)
    expect(new Set(['943 476 5919', '943-476-5919', '9434765919'].map(number)).size).toBe(1)
    expect(name('9434765919')).not.toBe(number('9434765919'))
  })

  const LONG = 100_000
  const nasty = [
    '1',
    '0 ',
    '00 ',
    '07',
    '+',
    '(',
    '1-',
    '1/1 ',
    'a',
    'A',
    'Aa',
    'Aa ',
    'Aa, ',
    'Aa & ',
    'a@',
    'a.',
    "A'",
    'Mr ',
    'Mr A',
    '12 Aa ',
  ]
  const cues = [
    'born ',
    'nhs no ',
    'ref ',
    'mobile ',
    'lives at Aa ',
    '1 May ',
    'Sarah ',
    'Sarah. ',
    '. ',
    ' ',
    '\n',
    'é',
    '😀',
    'A1',
    'Flat 1 ',
    'van de ',
  ]

  it.each([...nasty, ...cues])('reads 100,000 characters of “%s” in time that grows with the text alone', (piece) => {
    const [half, whole] = [LONG / 2, LONG].map((length) => {
      const long = piece.repeat(Math.ceil(length / piece.length))
      return processorMs(() => findIdentifiers(long, TODAY))
    })
    // Twice the text takes about twice the time; a pattern that goes wrong takes four times, and minutes.
    expect(whole).toBeLessThan(Math.max(1_500, 3 * (half ?? 0)))
  })
})
