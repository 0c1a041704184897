/** Without vowels, so that no code spells a word, and without what is read as something else. */
const LETTERS = 'BCDFGHJKMNPQRTVWXZ'

export const CASE_CODE_RANDOM_BYTES = 4

/**
 * A code for a case, such as `KT-42`: nothing of the patient is in it. Unique for one trainee only, so two letters and two digits do.
 * @param random exactly {@link CASE_CODE_RANDOM_BYTES} bytes.
 */
export function caseCode(random: Uint8Array): string {
  if (random.length !== CASE_CODE_RANDOM_BYTES) throw new RangeError('a case code is made of 4 bytes')
  const [first = 0, second = 0, third = 0, fourth = 0] = random
  const letter = (byte: number) => LETTERS[byte % LETTERS.length]
  return `${letter(first)}${letter(second)}-${third % 10}${fourth % 10}`
}
