/** What fills a gap: one of several spellings, the first of which is shown; or a number, give or take `within`. */
export type GapKey = {
  words?: readonly string[] | undefined
  number?: number | undefined
  within?: number | undefined
}

/** Longer than any term, so that whoever pastes a page is told so. */
export const GAP_CHARACTERS_AT_MOST = 80

/** Whether what was typed fills the gap. */
export function fillsGap({ words, number, within = 0 }: GapKey, typed: string): boolean {
  if (words) return words.some((spelling) => isSame(spelling, typed))
  const given = numberIn(typed)
  // What binary fractions make of 0.62 - 0.6 is forgiven.
  return number !== undefined && given !== null && Math.abs(given - number) <= within + 1e-9
}

/** Whether two answers are one, as words or as numbers. */
export function isSame(answer: string, typed: string): boolean {
  const [one, other] = [numberIn(answer), numberIn(typed)]
  return one !== null && other !== null ? one === other : folded(answer) === folded(typed)
}

/**
 * Words as they are compared: without capitals, accents, hyphens, quotation marks, a full stop at the end, or more than one space. What
 * else may differ, `mentalising` for `mentalizing`, is a spelling of its own.
 */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['’‘"“”]/g, '')
    .replaceAll(/[-‐‑–—\s]+/g, ' ')
    .replace(/[.,;:!?]+\s*$/, '')
    .trim()

const NUMBER = /^(?:[a-z]\s*=\s*)?([+-]?)(\d[\d\s.,]*|[.,]\d+)\s*(?:%|per cent|percent)?$/

/**
 * A number as people type it: "0.62" or "0,62", "4,507" or "4 507", "n = 38", "23 %". A comma or point before exactly three digits parts the
 * thousands, unless a nought stands before it. Null for what is no number.
 */
export function numberIn(typed: string): number | null {
  const [, sign = '', digits] = NUMBER.exec(typed.trim().toLowerCase().replaceAll('−', '-')) ?? []
  if (digits === undefined) return null
  const plain = digits.replaceAll(/\s/g, '').replaceAll(/(?<=^[1-9]\d{0,2}(?:[.,]\d{3})*)[.,](?=\d{3}(?:\D|$))/g, '')
  const number = Number(plain.replace(',', '.'))
  return Number.isFinite(number) ? (sign === '-' ? -number : number) : null
}
