import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { certificateNumber, parseCertificateNumber } from '#app/domain/identifiers.ts'

const ALPHABET = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ']
const ZEROS = 'STN-0000-0000-0000-0000-0'

const numbers = fc.uint8Array({ minLength: 10, maxLength: 10 }).map(certificateNumber)
const charactersOf = (number: string) => [...number.slice('STN-'.length).replaceAll('-', '')]
const isRefused = (characters: string[]) => 'fault' in parseCertificateNumber(characters.join(''))
const faultOf = (typed: string) => {
  const reading = parseCertificateNumber(typed)
  return 'fault' in reading ? reading.fault : undefined
}

describe('a certificate number', () => {
  it('is printed in groups of four with its check character last', () => {
    expect(certificateNumber(new Uint8Array(10))).toBe(ZEROS)
    expect(certificateNumber(new Uint8Array(10).fill(255))).toMatch(/^STN-ZZZZ-ZZZZ-ZZZZ-ZZZZ-[0-9A-HJKMNP-TV-Z]$/)
  })

  it('carries all 80 bits: other bytes make another number', () => {
    const digits = Uint8Array.from([0x00, 0x44, 0x32, 0x14, 0xc7, 0x42, 0x54, 0xb6, 0x35, 0xcf])
    expect(certificateNumber(digits).slice(0, -2)).toBe('STN-0123-4567-89AB-CDEF')
    for (let bit = 0; bit < 80; bit++) {
      const bytes = new Uint8Array(10)
      bytes[bit >> 3] = 1 << (bit & 7)
      expect(certificateNumber(bytes).slice(0, -1)).not.toBe(ZEROS.slice(0, -1))
    }
  })

  it('is made of exactly ten bytes', () => {
    expect(() => certificateNumber(new Uint8Array(9))).toThrow(RangeError)
  })

  it('is read back as it was printed', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        expect(parseCertificateNumber(number)).toEqual({ number })
      }),
    )
  })
})

describe('reading a certificate number', () => {
  const number = certificateNumber(Uint8Array.from([0, 68, 50, 20, 199, 66, 84, 182, 53, 1]))
  const characters = charactersOf(number).join('')

  it.each([
    ['in lower case', number.toLowerCase()],
    ['without dashes', number.replaceAll('-', '')],
    ['without its prefix', characters],
    ['with spaces instead of dashes', `  ${number.replaceAll('-', ' ')} `],
    ['with the long dashes of a word processor', number.replaceAll('-', '–')],
    ['with O for 0 and I or L for 1', number.replace('0', 'o').replace('1', 'l')],
    ['in the wide letters of an East Asian keyboard', characters.replace(/[0-9A-Z]/g, (c) => wide(c))],
    ['with a full stop after it', `${number}.`],
    ['as the address of its page', `https://stance.example/verify/${number}`],
  ])('takes it %s', (_, typed) => expect(parseCertificateNumber(typed)).toEqual({ number }))

  it('reads a number that happens to begin like the prefix', () => {
    const lookalike = charactersOf(certificateNumber(Uint8Array.from([206, 171, 0, 0, 0, 0, 0, 0, 0, 0]))).join('')
    expect(lookalike).toMatch(/^STN/)
    expect(faultOf(lookalike)).toBeUndefined()
    expect(faultOf(`STN${lookalike}`)).toBeUndefined()
  })

  it('says which character can never occur', () => {
    expect(faultOf(number.replace(/.$/, 'U'))).toBe('“U” is never part of a certificate number.')
    expect(faultOf(number.replace(/.$/, 'é'))).toMatch('“É”')
  })

  it('counts characters that are missing or too many', () => {
    expect(faultOf(number.slice(0, -3))).toMatch('has 17 letters and digits; this has 15')
    expect(faultOf(`${number}0`)).toMatch('this has 18')
  })

  it('asks for a number when nothing was typed, and takes no essay for one', () => {
    expect(faultOf(' - ')).toMatch('Type the number')
    expect(faultOf('0'.repeat(10_000))).toMatch('too long')
  })
})

const wide = (character: string) => String.fromCodePoint(character.charCodeAt(0) + 0xfee0)

// The check is linear, so whether it finds a mistake depends on the mistake and not on the number: a few numbers are enough.
describe('the check character', () => {
  const check = (holds: (characters: string[]) => void) =>
    fc.assert(fc.property(numbers.map(charactersOf), holds), { numRuns: 5 })

  it('finds every single wrong character, in any place', () =>
    check((characters) => {
      for (const place of characters.keys())
        for (const wrong of ALPHABET.filter((character) => character !== characters[place]))
          expect(isRefused(characters.with(place, wrong))).toBe(true)
    }))

  it('finds every swap of two different characters, neighbours or not, the check character among them', () =>
    check((characters) => {
      for (const [left, a] of characters.entries())
        for (const [right, b] of characters.entries())
          if (a !== b) expect(isRefused(characters.with(left, b).with(right, a))).toBe(true)
    }))

  it('finds every double letter that became another double letter', () =>
    check((characters) => {
      for (const place of characters.slice(0, -2).keys()) {
        const valid = recheck(characters.with(place, 'A').with(place + 1, 'A'))
        for (const twin of ALPHABET.filter((character) => character !== 'A'))
          expect(isRefused(valid.with(place, twin).with(place + 1, twin))).toBe(true)
      }
    }))

  it('misses one in 31 of the other ways to get two characters wrong', () => {
    const zeros = charactersOf(ZEROS)
    const pairs = ALPHABET.slice(1).flatMap((a) => ALPHABET.slice(1).map((b) => zeros.with(3, a).with(9, b)))
    expect(pairs.filter((characters) => !isRefused(characters))).toHaveLength(pairs.length / 31)
  })
})

/** The same characters with the check character that makes them a number. */
function recheck(characters: string[]): string[] {
  const valid = ALPHABET.map((check) => characters.with(-1, check)).find((candidate) => !isRefused(candidate))
  if (!valid) throw new Error('no check character fits')
  return valid
}
