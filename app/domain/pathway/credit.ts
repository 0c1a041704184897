import type { SupervisionFact } from './facts.ts'

type Held = Pick<SupervisionFact, 'minutes' | 'mode' | 'supervisees'>

/** A whole session of individual supervision, after register-mbt.nl. */
const INDIVIDUAL_MINUTES = 45
/** What two people in a group need for one. */
const GROUP_MINUTES = 60

/**
 * Whole sessions as register-mbt.nl credits them: individually one for each 45 minutes; in a group of n supervisees
 * `minutes / ((n / 2) * 60)`. Rounded down. A group to which only one came was an individual session.
 */
export function registerMbtSessions({ minutes, mode, supervisees }: Held): number {
  if (mode === 'individual' || supervisees < 2) return Math.floor(minutes / INDIVIDUAL_MINUTES)
  return Math.floor(minutes / ((supervisees / 2) * GROUP_MINUTES))
}

/** Up to so many people may each claim half of a group's time, after BACP. */
const HALF_UP_TO = 4

/** Minutes as BACP shares a group's time: half for up to four people, divided by their number from five. Rounded down. */
export function bacpMinutes({ minutes, mode, supervisees }: Held): number {
  if (mode === 'individual' || supervisees < 2) return minutes
  return Math.floor(supervisees <= HALF_UP_TO ? minutes / 2 : minutes / supervisees)
}
