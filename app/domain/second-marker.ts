import type { MarkingPolicy } from './marking-policy.ts'

/** Why two people mark an answer. Agreement is worked out from `all` and `random` only: the others were chosen. */
export type DoubleMarking = 'all' | 'random' | 'near_pass' | 'first_attempt'

type SubmittedFacts = {
  /** The attempt's number, from 1. */
  number: number
  /** 0 up to 1, evenly spread: drawn once for each answer, by nobody's choice. */
  draw: number
}

/**
 * Whether an answer gets two markers from the beginning, and why. The draw comes first, so that the random sample is one of all
 * answers, those included that would have been chosen anyway: agreement may rest on it.
 */
export function doubleMarkingOf(
  { scheme, sample }: MarkingPolicy,
  { number, draw }: SubmittedFacts,
): Exclude<DoubleMarking, 'near_pass'> | null {
  if (scheme === 'single') return null
  if (scheme === 'double') return 'all'
  if (draw < sample.share) return 'random'
  return sample.firstAttempts && number === 1 ? 'first_attempt' : null
}

/**
 * How far from the border between passing and not a global rating is near it. Ratings are whole levels and the border lies half
 * way between two of them, so these are the last level that does not pass and the first that does: 3 and 4 for a standard of 4.
 */
const NEAR_PASS_LEVELS = 0.5

/** @param globalAtLeast the standard in force; an adopted cut may be no whole level. */
export const isNearPass = (globalLevel: number, globalAtLeast: number): boolean =>
  Math.abs(globalLevel - (Math.ceil(globalAtLeast) - NEAR_PASS_LEVELS)) <= NEAR_PASS_LEVELS

type MarkedFacts = {
  firstMark: { globalLevel: number }
  /** The rubric's standard, or the cut that was adopted instead. */
  globalAtLeast: number
  /** Why the answer has two markers already; null where it has one. */
  doubleMarking: DoubleMarking | null
}

/** Whether the first mark, just locked, calls for a second marker who was not asked before, and why. */
export function secondMarkerNeeded(
  { scheme, sample }: MarkingPolicy,
  { firstMark, globalAtLeast, doubleMarking }: MarkedFacts,
): 'near_pass' | null {
  if (scheme !== 'sample' || !sample.nearPass || doubleMarking !== null) return null
  return isNearPass(firstMark.globalLevel, globalAtLeast) ? 'near_pass' : null
}
