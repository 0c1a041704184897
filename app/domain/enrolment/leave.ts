import { addDays, daysBetween } from '../portfolio/days.ts'
import type { Day } from '../portfolio/entry.ts'

/** A leave of absence: its first and its last day, both in it. */
export type LeaveDays = { from: Day; until: Day }

const LONGEST_DAYS = 366
/** Whoever was ill may say so afterwards. */
const LATEST_BACKWARDS_DAYS = 90

/**
 * Why a leave cannot be as it is asked for, beside its field; null where it can.
 * @param others the leaves of this person from the same cohort, asked for or agreed.
 */
export function leaveFault(
  { from, until }: LeaveDays,
  others: readonly LeaveDays[],
  today: Day,
): { field: 'from' | 'until'; message: string } | null {
  if (until < from) return { field: 'until', message: 'The last day lies before the first.' }
  if (daysBetween(from, until) >= LONGEST_DAYS)
    return { field: 'until', message: 'A leave is a year at most. Ask again when it is nearly over.' }
  if (from < addDays(today, -LATEST_BACKWARDS_DAYS))
    return { field: 'from', message: `It cannot begin more than ${LATEST_BACKWARDS_DAYS} days ago.` }
  if (others.some((other) => other.from <= until && from <= other.until))
    return { field: 'from', message: 'It overlaps with another leave.' }
  return null
}

/** Days of a leave. */
export const leaveLength = ({ from, until }: LeaveDays): number => daysBetween(from, until) + 1

/** The leave that somebody is on, if they are. */
export const leaveOn = <Leave extends LeaveDays>(leaves: readonly Leave[], today: Day): Leave | undefined =>
  leaves.find(({ from, until }) => from <= today && today <= until)

/**
 * The days by which a day that something is due on moves, because clocks stood still. A leave counts whole where it began before
 * the day came, as it stands after the leaves before it.
 */
export function daysStood(due: Day, leaves: readonly LeaveDays[]): number {
  return leaves
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .reduce((days, leave) => (leave.from <= addDays(due, days) ? days + leaveLength(leave) : days), 0)
}

/**
 * What becomes of a leave whose person comes back on a day: it ends on the day before, or never was.
 * @returns its new last day; null where it had not begun.
 */
export const endedEarly = ({ from, until }: LeaveDays, today: Day): Day | null => {
  const last = addDays(today, -1)
  if (last < from) return null
  return last < until ? last : until
}
