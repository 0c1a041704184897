import { foldName } from '../name-words.ts'
import type { Passage } from '../passages.ts'

/** What a likely identifier seems to be. The earlier one wins where two are found in one place. */
export const HIT_KINDS = [
  'email',
  'nhs-number',
  'record-number',
  'phone',
  'birth-date',
  'address',
  'postcode',
  'name',
] as const

export type HitKind = (typeof HIT_KINDS)[number]

/** A place that one detector found, with a sentence for the writer on why. */
export type Finding = Passage & { because: string }

/** A likely identifier in a text: `text.slice(from, to)` is what it says. */
export type Hit = Finding & { kind: HitKind; text: string }

/**
 * What makes two hits the same thing, however they were typed: one confirmation covers "Sarah", "SARAH" and "Sarah" in
 * another field; a number with and without its spaces is one number.
 */
export function sameAs({ kind, text }: Pick<Hit, 'kind' | 'text'>): string {
  const plain = foldName(text)
  return `${kind} ${kind === 'name' ? plain.replace(/[^\p{L}]+/gu, ' ').trim() : plain.replace(/[^\p{L}\p{N}@]+/gu, '')}`
}

/** Every match of a global pattern as a finding. */
export const findAll = (text: string, pattern: RegExp, because: string): Finding[] =>
  [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ from: index, to: index + found.length, because }))

/** Whether words such as "NHS no" stand just before a place. `cue` ends with `$`. */
export const isPrecededBy = (text: string, at: number, cue: RegExp): boolean =>
  cue.test(text.slice(Math.max(0, at - CUE_REACH), at))

const CUE_REACH = 40
