/** A number as people write it: at most two decimals. */
export const amountWords = (amount: number): string => String(Math.round(amount * 100) / 100)

export type Unit = readonly [one: string, several: string]

/** What is kept in minutes is read in hours. */
export const MINUTES: Unit = ['minute', 'minutes']
export const HOURS: Unit = ['hour', 'hours']

export const unitWords = (amount: number, [one, several]: Unit): string => (amount === 1 ? one : several)

/** `3 more clips`; minutes are read as hours: `1.5 more hours`. */
export const moreWords = (amount: number, unit: Unit): string =>
  unit === MINUTES ? moreWords(amount / 60, HOURS) : `${amountWords(amount)} more ${unitWords(amount, unit)}`

/**
 * `2 of 24 sessions`, `1.5 of 4 hours`, `1 of 1 clip, and 2 more`: minutes are read as hours, and what goes beyond the need is said
 * apart. A condition is fulfilled, or it is not.
 */
export function measureWords({ have, need, unit }: { have: number; need: number; unit: string }): string {
  if (unit === '%') return `${have} %`
  if (unit === 'condition') return isEnough(have, need) ? 'Yes' : 'Not yet'
  if (isMinutes(unit)) return ofWords(have / 60, need / 60, unitWords(need / 60, HOURS))
  return ofWords(have, need, unit)
}

function ofWords(have: number, need: number, unit: string): string {
  const more = isEnough(need, have) ? '' : `, and ${amountWords(have - need)} more`
  return `${amountWords(Math.min(have, need))} of ${amountWords(need)} ${unit}${more}`
}

/** What is missing of a measure, after its title: `Supervision: 2.5 more hours`, `Sessions: 12 more`. Nothing when there is enough. */
export function stillNeeded({ title, have, need, unit }: { title: string; have: number; need: number; unit: string }) {
  const missing = missingOf(have, need)
  if (missing === 0) return undefined
  return `${title}: ${isMinutes(unit) ? moreWords(missing, MINUTES) : `${amountWords(missing)} more`}`
}

const isMinutes = (unit: string) => MINUTES.includes(unit)

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
