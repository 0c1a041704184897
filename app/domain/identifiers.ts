/** Crockford's base 32: no I, L or O, which are read as 1, 1 and 0, and no U. A character stands for its place here. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const PREFIX = 'STN'

/** 80 bits: nobody finds a number by trying, and two never meet. */
export const CERTIFICATE_RANDOM_BYTES = 10
const BODY_LENGTH = (CERTIFICATE_RANDOM_BYTES * 8) / 5
const NUMBER_LENGTH = BODY_LENGTH + 1
/** Longer text is something else altogether: it is not searched for a number. */
const MAX_TYPED_LENGTH = 300

/**
 * A new certificate number, `STN-XXXX-XXXX-XXXX-XXXX-C`: 80 random bits in Crockford's base 32 and a check character.
 * @param random exactly {@link CERTIFICATE_RANDOM_BYTES} bytes from a cryptographic source.
 */
export function certificateNumber(random: Uint8Array): string {
  if (random.length !== CERTIFICATE_RANDOM_BYTES) throw new RangeError('a certificate number is made of 10 bytes')
  let bits = random.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
  const body: number[] = []
  for (; body.length < BODY_LENGTH; bits >>= 5n) body.unshift(Number(bits & 31n))
  return print([...body, damm(body)])
}

export type CertificateNumberReading = { number: string } | { fault: string }

/**
 * Reads a number as people type it: in either case, with or without dashes, spaces and the prefix, with O for 0 and
 * I or L for 1, or as the address of its page.
 * @returns the number as it is printed, or a sentence that says what is wrong with what was typed. A number that is read
 * is well formed; whether such a certificate was issued only the register knows.
 */
export function parseCertificateNumber(typed: string): CertificateNumberReading {
  if (typed.length > MAX_TYPED_LENGTH) return { fault: 'This is too long to be a certificate number.' }
  const characters = charactersOf(typed)
  if (characters === '') return { fault: 'Type the number that is printed on the certificate.' }

  const stranger = [...characters].find((character) => !ALPHABET.includes(character))
  if (stranger) return { fault: `“${stranger}” is never part of a certificate number.` }
  if (characters.length !== NUMBER_LENGTH) {
    return {
      fault: `After ${PREFIX} a certificate number has ${NUMBER_LENGTH} letters and digits; this has ${characters.length}.`,
    }
  }
  const values = [...characters].map((character) => ALPHABET.indexOf(character))
  if (damm(values) !== 0) return { fault: 'At least one character of this number is wrong or out of place.' }
  return { number: print(values) }
}

/** Fewer would be found in too many numbers. */
const LEAST_PART = 4

/** What may be a part of a number, such as its end as somebody reads it out, without its dashes. A name may look like one too. */
export function partOfNumber(typed: string): string | undefined {
  const characters = charactersOf(typed)
  const isPart = characters.length >= LEAST_PART && [...characters].every((character) => ALPHABET.includes(character))
  return isPart ? characters : undefined
}

/** What was typed without prefix and punctuation, in capitals of the alphabet. */
function charactersOf(typed: string): string {
  const text = typed.normalize('NFKC').trim().toUpperCase().split('/').at(-1) ?? ''
  const bare = text.replace(/[\s\p{Dash}\p{Cf}.,;:#_]/gu, '')
  const hasPrefix = new RegExp(`^${PREFIX}[^0-9A-Z]`).test(text) || bare.length > NUMBER_LENGTH
  const body = hasPrefix && bare.startsWith(PREFIX) ? bare.slice(PREFIX.length) : bare
  return body.replaceAll('O', '0').replaceAll(/[IL]/g, '1')
}

const print = (values: readonly number[]) =>
  [
    PREFIX,
    ...(values
      .map((value) => ALPHABET[value])
      .join('')
      .match(/.{1,4}/g) ?? []),
  ].join('-')

/**
 * The check of H. M. Damm ("Totally anti-symmetric quasigroups for all orders n ≠ 2, 6", Discrete Mathematics 307 (2007)
 * 715-729), with x ∘ y = α(x + y) over GF(32) as its quasigroup. Of some values it gives the check value; of values that
 * end in their check value it gives 0.
 *
 * A character n places from the end weighs αⁿ. As α generates all 31 elements but 0, the 17 weights differ, which is why this
 * finds *every* single wrong character, every swap of two different characters wherever they stand (neighbours and the
 * check character included), and every pair of equal characters mistyped as another pair. What changes two characters in
 * any other way is missed once in 31 times.
 */
function damm(values: readonly number[]): number {
  return values.reduce((interim, value) => timesAlpha(interim ^ value), 0)
}

/** Multiplies by α, a root of the primitive polynomial x⁵ + x² + 1 over GF(2). */
const timesAlpha = (element: number) => (element < 16 ? element << 1 : (element << 1) ^ 0b100101)
