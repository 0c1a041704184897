/** A number as people write it: at most two decimals. */
export const amountWords = (amount: number): string => String(Math.round(amount * 100) / 100)

export type Unit = readonly [one: string, several: string]

export const unitWords = (amount: number, [one, several]: Unit): string => (amount === 1 ? one : several)

/** `3 more clips` */
export const moreWords = (amount: number, unit: Unit): string =>
  `${amountWords(amount)} more ${unitWords(amount, unit)}`

/** `a`, `a or b`, `a, b or c` */
export function listWords(parts: readonly string[], joint: 'and' | 'or'): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} ${joint} ${last}`
}

/** `primary-care` as a word in a sentence. */
export const plainWords = (name: string): string => name.replaceAll('-', ' ')

/** Sums of halves and thirds are compared as people would compare them. */
const HAIR = 1e-9

export const isEnough = (have: number, need: number): boolean => have >= need - HAIR

export const missingOf = (have: number, need: number): number => (isEnough(have, need) ? 0 : need - have)
