import { DAY_MS } from '../time.ts'
import { localTimeAt } from '../wall-clock.ts'
import type { Day } from './entry.ts'

/** The day of a moment by UTC: of what is public and the same for every reader, and of a day that is kept as its midnight there. */
export const utcDay = (moment: Date): Day => moment.toISOString().slice(0, 10)

/** The day that it is where somebody lives, at this moment or at another one. */
export const todayIn = (timeZone: string, now: Date): Day => localTimeAt(now, timeZone).slice(0, 10)

export const addDays = (day: Day, days: number): Day => utcDay(new Date(Date.parse(day) + days * DAY_MS))

/** Of some days the latest. */
export const latestOf = (first: Day, ...others: readonly Day[]): Day => [first, ...others].sort().at(-1) ?? first

/** Whole days from one day to another. */
export const daysBetween = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)

/** Nothing of this field was practised before: an earlier year is a slip of the finger. */
const FIRST_YEAR = 1990

/** Why a day cannot be one on which something was done; null when it can. */
export function whyNotYet(day: Day, today: Day): string | null {
  if (day > today) return 'This day lies ahead. Enter it when it is over.'
  return Number(day.slice(0, 4)) < FIRST_YEAR ? 'Please check the year.' : null
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * Days as people type them, apart by commas, semicolons or lines: `2026-03-09`, `9/3/2026`, `9.3.2026`, `9 March 2026`, the day
 * before the month.
 * @returns them in their order, or the first piece that is no day.
 */
export function readTypedDays(text: string): { days: Day[] } | { unread: string } {
  const pieces = text
    .split(/[,;\n]+/)
    .map((piece) => piece.trim())
    .filter(Boolean)
  const days: Day[] = []
  for (const piece of pieces) {
    const day = readDay(piece)
    if (!day) return { unread: piece }
    days.push(day)
  }
  return { days }
}

function readDay(typed: string): Day | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed)
  if (iso) return calendarDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const figures = /^(\d{1,2})[./ -](\d{1,2})[./ -](\d{4})$/.exec(typed)
  if (figures) return calendarDay(Number(figures[3]), Number(figures[2]), Number(figures[1]))
  const words = /^(\d{1,2})\.? ([a-z]{3,9})\.? (\d{4})$/i.exec(typed)
  if (!words) return null
  const month = MONTHS.indexOf((words[2] ?? '').slice(0, 3).toLowerCase()) + 1
  return calendarDay(Number(words[3]), month, Number(words[1]))
}

/** Null for a day that no calendar has, such as 30 February. */
function calendarDay(year: number, month: number, date: number): Day | null {
  const day = `${year}-${`${month}`.padStart(2, '0')}-${`${date}`.padStart(2, '0')}`
  const moment = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day) ? day : null
}
