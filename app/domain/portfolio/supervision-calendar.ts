import { addDays, daysBetween } from './days.ts'
import type { Day } from './entry.ts'

/**
 * The field asks for supervision "weekly at first" and publishes no number: three weeks without any is what we point out, and
 * no more than that.
 */
const GAP_DAYS = 21

/** A stretch after a session, to the day before the next or as far as supervision is needed; none of its days had one. */
export type Gap = { after: Day; to: Day; days: number; isOpen: boolean }

/**
 * Where a log has no session for more than {@link GAP_DAYS} days, the latest first.
 * @param until today, or the day on which the last treatment ended.
 */
export function supervisionGaps(days: readonly Day[], until: Day): Gap[] {
  const held = [...new Set(days)].sort()
  return held
    .map((day, index) => {
      const next = held[index + 1]
      const to = next ? addDays(next, -1) : until
      return { after: day, to, days: daysBetween(day, next ?? until), isOpen: next === undefined }
    })
    .filter(({ days: length }) => length > GAP_DAYS)
    .reverse()
}

/** Monday first. Null stands for a place of the first or the last week that belongs to another month. */
export type MonthGrid = { month: string; weeks: (Day | null)[][] }

/** @param month `YYYY-MM`. */
export function monthGrid(month: string): MonthGrid {
  const first = `${month}-01`
  const lead = (new Date(first).getUTCDay() + 6) % 7
  const count = daysBetween(first, `${nextMonth(month)}-01`)
  const places = Array.from({ length: Math.ceil((lead + count) / 7) * 7 }, (_, index) =>
    index < lead || index >= lead + count ? null : addDays(first, index - lead),
  )
  return { month, weeks: Array.from({ length: places.length / 7 }, (_, week) => places.slice(week * 7, week * 7 + 7)) }
}

/** Every month from the first day of a log to today, the latest first: those without a session as well. */
export function monthsOf(days: readonly Day[], today: Day): string[] {
  const [first = today] = [...days, today].sort()
  const months: string[] = []
  for (let month = first.slice(0, 7); month <= today.slice(0, 7); month = nextMonth(month)) months.unshift(month)
  return months
}

const nextMonth = (month: string) => addDays(`${month}-01`, 31).slice(0, 7)
