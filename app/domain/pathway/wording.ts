import { type Forms, inNumber } from '../wording.ts'

/** A number as people write it: at most two decimals. */
export const amountWords = (amount: number): string => String(Math.round(amount * 100) / 100)

/** The name of what is counted, which stands in a place of its own in a measure. */
export type Unit = Forms

/** What is kept in minutes is read in hours. */
export const MINUTES: Unit = { one: 'minute', other: 'minutes' }
export const HOURS: Unit = { one: 'hour', other: 'hours' }

export const TREATMENTS: Unit = { one: 'treatment', other: 'treatments' }

export const unitWords = (amount: number, unit: Unit): string => inNumber(amount, unit)

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
  const of = `${amountWords(Math.min(have, need))} of ${amountWords(need)} ${unit}`
  return isEnough(need, have) ? of : `${of}, and ${amountWords(have - need)} more`
}

/** What is missing of a measure, after its title: `Supervision: 2.5 more hours`, `Sessions: 12 more`. Nothing when there is enough. */
export function stillNeeded({ title, have, need, unit }: { title: string; have: number; need: number; unit: string }) {
  const missing = missingOf(have, need)
  if (missing === 0) return undefined
  return `${title}: ${isMinutes(unit) ? moreWords(missing, MINUTES) : `${amountWords(missing)} more`}`
}

const isMinutes = (unit: string) => Object.values(MINUTES).includes(unit)

/** `primary-care` as a word in a sentence. */
export const plainWords = (name: string): string => name.replaceAll('-', ' ')

/** Sums of halves and thirds are compared as people would compare them. */
const HAIR = 1e-9

export const isEnough = (have: number, need: number): boolean => have >= need - HAIR

export const missingOf = (have: number, need: number): number => (isEnough(have, need) ? 0 : need - have)
