import { DAY_MS } from './time.ts'
import { instantAt, localTimeAt } from './wall-clock.ts'

/** What moves the last moment at which one person may hand in a vignette. */
export type DeadlineFacts = {
  /** The latest that the person's cohorts set; null where none does, and then nothing is due. */
  cohortDueAt: Date | null
  /** Days of a reasonable adjustment, which every deadline of a cohort is later for this person. */
  extraDays: number
  /** A date of their own for this vignette. */
  extendedTo: Date | null
  /** IANA name: where the person lives their days. */
  timeZone: string
}

export type Deadline = {
  dueAt: Date
  /** Days of an adjustment that are in it; 0 where a later extension stands instead. */
  extraDays: number
  /** It is the date that was given to this person alone. */
  isExtended: boolean
}

/**
 * The deadline of one person: the latest of their cohorts' deadline with their extra days, and their extension. Days are days of
 * the person's clock, so that a deadline at five stays one at five when clocks change in between. Null where nothing is due.
 */
export function deadlineFrom({ cohortDueAt, extraDays, extendedTo, timeZone }: DeadlineFacts): Deadline | null {
  if (cohortDueAt === null) return null
  const dueAt = extraDays === 0 ? cohortDueAt : daysLater(cohortDueAt, extraDays, timeZone)
  if (extendedTo !== null && extendedTo > dueAt) return { dueAt: extendedTo, extraDays: 0, isExtended: true }
  return { dueAt, extraDays, isExtended: false }
}

function daysLater(instant: Date, days: number, timeZone: string): Date {
  const local = Date.parse(`${localTimeAt(instant, timeZone)}Z`)
  const withinMinute = instant.getTime() % 60_000
  const later = new Date(local + days * DAY_MS).toISOString().slice(0, 16)
  return new Date(instantAt(later, timeZone).getTime() + withinMinute)
}

/** What is said in brackets after a deadline; empty where it is the cohort's own. */
export function deadlineNote({ extraDays, isExtended }: Deadline): string {
  if (isExtended) return 'extended for you'
  if (extraDays === 0) return ''
  return `includes your ${extraDays} extra ${extraDays === 1 ? 'day' : 'days'}`
}
