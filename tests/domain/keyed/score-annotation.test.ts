import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Annotation } from '#app/domain/keyed/annotation.ts'
import { scoreAnnotation } from '#app/domain/keyed/score-annotation.ts'
import { liesWithin, sentencesOf } from '#app/domain/passages.ts'
import { processorMs } from '#tests/support/processor-time.ts'

// Sentences of 10 characters each, so that figures can be worked out by hand.
const texts = ['Aaaa aaaa. Bbbb bbbb. Cccc cccc. Dddd dddd.', 'Eeee eeee. Ffff ffff.']
const sentence = (turn: number, first: number, code: string, last = first): Annotation => ({
  turn,
  from: (first - 1) * 11,
  to: (last - 1) * 11 + 10,
  code,
})

const key = [sentence(1, 1, 'one'), sentence(1, 3, 'two', 4), sentence(2, 2, 'one')]
const score = (...given: Annotation[]) => scoreAnnotation(key, given, texts)
const standings = (compared: readonly { standing: string }[]) => compared.map(({ standing }) => standing)

describe('a worked example', () => {
  // Found: the first passage. Half of the second is enough. The third has another code, and one is coded alone.
  const found = score(sentence(1, 1, 'one'), sentence(1, 2, 'two'), sentence(1, 4, 'two'), sentence(2, 2, 'two'))

  test('has precision, recall and F1 by passages', () => {
    expect(found.counts).toEqual({ own: 4, ownAgreed: 2, key: 3, keyFound: 2 })
    expect(found.precision).toEqual({ value: 2 / 4 })
    expect(found.recall).toEqual({ value: 2 / 3 })
    expect(found.f1).toEqual({ value: expect.closeTo(4 / 7, 12) })
  })

  test('says of each passage how it stands to the other side', () => {
    expect(standings(found.own)).toEqual(['agreed', 'alone', 'agreed', 'otherwise'])
    expect(standings(found.key)).toEqual(['agreed', 'agreed', 'otherwise'])
  })

  test('has Cohen’s kappa over the characters', () => {
    // Six sentences of one weight. Key: one, -, two, two, -, one. Own: one, two, -, two, -, two. Same in 3 of 6.
    // By chance: none 2/6 * 2/6, one 2/6 * 1/6, two 2/6 * 3/6 = 12/36.
    expect(found.agreement).toEqual({ value: expect.closeTo((3 / 6 - 12 / 36) / (1 - 12 / 36), 12) })
  })
})

describe('a passage', () => {
  test('is found by words within its sentence, with a mouse, as by the whole sentence, with the keyboard', () => {
    const few = score({ turn: 1, from: 2, to: 6, code: 'one' })
    expect(few).toMatchObject({
      recall: { value: 1 / 3 },
      precision: { value: 1 },
      agreement: score(sentence(1, 1, 'one')).agreement,
    })
  })

  test('does not take up a sentence of which it has only the first letters', () => {
    expect(score({ turn: 1, from: 0, to: 13, code: 'one' })).toMatchObject({ precision: { value: 1 } })
  })

  test('of a whole turn does not find the one sentence in it', () => {
    const whole = score(sentence(1, 1, 'one', 4))
    expect(whole).toMatchObject({ precision: { value: 0 }, recall: { value: 0 }, f1: { value: 0 } })
    expect(standings(whole.own)).toEqual(['partly'])
    expect(standings(whole.key)).toEqual(['partly', 'otherwise', 'alone'])
  })

  test('coded sentence by sentence is the same as in one piece', () => {
    const pieces = score(sentence(1, 3, 'two'), sentence(1, 4, 'two'))
    expect(pieces.counts).toEqual({ own: 1, ownAgreed: 1, key: 3, keyFound: 1 })
    expect(standings(pieces.own)).toEqual(['agreed', 'agreed'])
  })

  test('may have two codes, each of which counts by itself', () => {
    expect(score(...key, sentence(1, 1, 'two')).counts).toMatchObject({ own: 4, ownAgreed: 3 })
  })
})

describe('too little for a figure gets a reason and no NaN', () => {
  test('nothing coded', () => {
    expect(score()).toMatchObject({
      precision: { reason: 'No passage was coded, so none can be right or wrong.' },
      recall: { value: 0 },
      f1: { value: 0 },
    })
  })

  test('a panel that agreed on nothing', () => {
    const { precision, recall, f1, agreement } = scoreAnnotation([], [sentence(1, 1, 'one')], texts)
    for (const part of [precision, recall, f1])
      expect(part).toEqual({ reason: expect.stringContaining('nothing to find') })
    expect(agreement).toEqual({ value: 0 })
  })

  test('the same coding everywhere', () => {
    expect(scoreAnnotation([], [], texts).agreement).toEqual({ reason: expect.stringContaining('nothing to compare') })
    expect(scoreAnnotation([], [], []).agreement).toEqual({ reason: 'There is no text to agree about.' })
  })
})

const CODES = ['one', 'two', 'three']
const codings = fc.array(
  fc
    .record({
      turn: fc.integer({ min: 1, max: 2 }),
      ends: fc.tuple(fc.nat(20), fc.nat(20)),
      code: fc.constantFrom(...CODES),
    })
    .map(({ turn, ends, code }) => ({ turn, from: Math.min(...ends), to: Math.max(...ends) + 1, code })),
  { maxLength: 8 },
)
/** Something was coded: the space between two sentences is no passage. */
const coded = codings.filter((coding) => coding.some((one) => liesWithin(one, texts[one.turn - 1] ?? '')))
const parts = ({ precision, recall, f1, agreement }: ReturnType<typeof scoreAnnotation>) => ({
  precision,
  recall,
  f1,
  agreement,
})

describe('for any two codings', () => {
  test('the key itself earns 1', () => {
    fc.assert(
      fc.property(coded, (any) => {
        expect(scoreAnnotation(any, any, texts)).toMatchObject({
          precision: { value: 1 },
          recall: { value: 1 },
          f1: { value: 1 },
        })
      }),
    )
  })

  test('renaming the codes changes nothing', () => {
    const renamed = (one: Annotation) => ({ ...one, code: { one: 'three', two: 'one', three: 'two' }[one.code] ?? '' })
    fc.assert(
      fc.property(codings, codings, (one, other) => {
        const [before, after] = [
          scoreAnnotation(one, other, texts),
          scoreAnnotation(one.map(renamed), other.map(renamed), texts),
        ]
        expect(after.counts).toEqual(before.counts)
        expect(standings(after.own)).toEqual(standings(before.own))
        expect(JSON.stringify(parts(after))).toBe(JSON.stringify(parts(before)))
      }),
    )
  })

  test('exchanging them exchanges precision and recall, and keeps F1 and agreement', () => {
    fc.assert(
      fc.property(coded, coded, (one, other) => {
        const [there, back] = [scoreAnnotation(one, other, texts), scoreAnnotation(other, one, texts)]
        expect(back).toMatchObject({ precision: there.recall, recall: there.precision })
        for (const part of ['f1', 'agreement'] as const) expect(round(back[part])).toEqual(round(there[part]))
      }),
    )
  })

  test('every figure is one, or a reason', () => {
    fc.assert(
      fc.property(codings, codings, (one, other) => {
        for (const part of Object.values(parts(scoreAnnotation(one, other, texts))))
          expect('reason' in part || (part.value >= -1 && part.value <= 1)).toBe(true)
      }),
    )
  })
})

const round = (part: { value: number } | { reason: string }) => ('value' in part ? part.value.toFixed(9) : part)

test('a transcript of 400 turns is scored in a moment', () => {
  const long = Array.from({ length: 400 }, (_, turn) => texts[turn % 2] ?? '')
  const everything = long.flatMap((text, turn) =>
    sentencesOf(text).map(({ from, to }, place) => ({ turn: turn + 1, from, to, code: CODES[place % 3] ?? '' })),
  )
  const ms = processorMs(() => expect(scoreAnnotation(everything, everything, long).f1).toEqual({ value: 1 }))
  expect(ms).toBeLessThan(2_000)
})
