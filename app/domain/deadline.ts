import { daysStood, type LeaveDays } from './enrolment/leave.ts'
import { inList } from './listing.ts'
import { todayIn } from './portfolio/days.ts'
import { DAY_MS } from './time.ts'
import { instantAt, localTimeAt } from './wall-clock.ts'
import { inNumber } from './wording.ts'

/** A moment that something is due at, and the person's agreed leaves that stop its clock. */
export type Due = { dueAt: Date; leaves: readonly LeaveDays[] }

/** What moves the last moment at which one person may hand in a vignette. */
export type DeadlineFacts = {
  /** What each of the person's cohorts sets; where none does, nothing is due. */
  cohorts: readonly Due[]
  /** Days of a reasonable adjustment, which every deadline of a cohort is later for this person. */
  extraDays: number
  /** A date of their own for this vignette, with the leaves that were agreed after it was given. */
  extension: Due | null
  /** IANA name: where the person lives their days. */
  timeZone: string
}

export type Deadline = {
  dueAt: Date
  /** Days of an adjustment that are in it; 0 where a later extension stands instead. */
  extraDays: number
  /** Days of leave that are in it. */
  leaveDays: number
  /** It is the date that was given to this person alone. */
  isExtended: boolean
}

/**
 * The deadline of one person: the latest of their cohorts' deadlines, each later by the days of their leave from that cohort, with
 * their extra days; or their extension. Days are days of the person's clock, so that a deadline at five stays one at five when
 * clocks change in between. Null where nothing is due.
 */
export function deadlineFrom({ cohorts, extraDays, extension, timeZone }: DeadlineFacts): Deadline | null {
  const [ofCohort] = cohorts.map((due) => afterLeave(due, timeZone)).toSorted(latestFirst)
  if (!ofCohort) return null
  const dueAt = daysLater(ofCohort.dueAt, extraDays, timeZone)
  const extended = extension && afterLeave(extension, timeZone)
  if (extended && extended.dueAt > dueAt) return { ...extended, extraDays: 0, isExtended: true }
  return { dueAt, extraDays, leaveDays: ofCohort.leaveDays, isExtended: false }
}

type AfterLeave = { dueAt: Date; leaveDays: number }

const latestFirst = (a: AfterLeave, b: AfterLeave) => b.dueAt.getTime() - a.dueAt.getTime()

function afterLeave({ dueAt, leaves }: Due, timeZone: string): AfterLeave {
  const leaveDays = daysStood(todayIn(timeZone, dueAt), leaves)
  return { dueAt: daysLater(dueAt, leaveDays, timeZone), leaveDays }
}

function daysLater(instant: Date, days: number, timeZone: string): Date {
  if (days === 0) return instant
  const local = Date.parse(`${localTimeAt(instant, timeZone)}Z`)
  const withinMinute = instant.getTime() % 60_000
  const later = new Date(local + days * DAY_MS).toISOString().slice(0, 16)
  return new Date(instantAt(later, timeZone).getTime() + withinMinute)
}

/** What is said in brackets after a deadline; empty where it is the cohort's own. */
export function deadlineNote({ extraDays, leaveDays, isExtended }: Deadline): string {
  const leave = inNumber(leaveDays, { one: '1 day of leave', other: '{n} days of leave' })
  if (isExtended) return leaveDays > 0 ? `extended for you, with ${leave}` : 'extended for you'
  const extra = inNumber(extraDays, { one: 'your 1 extra day', other: 'your {n} extra days' })
  const all = [...(extraDays > 0 ? [extra] : []), ...(leaveDays > 0 ? [leave] : [])]
  return all.length > 0 ? `includes ${inList(all)}` : ''
}
