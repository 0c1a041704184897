import { DAY_MS } from '../time.ts'
import { instantAt, localTimeAt } from '../wall-clock.ts'

/** So that what is asked in one go stands in one mail. */
const GATHER_MINUTES = 10
const MINUTE_MS = 60_000
/** On the supervisor's own clock. */
const MORNING = '07:00'

/** For how long a personal link works. */
export const LINK_DAYS = 14

/**
 * When a supervisor may next be mailed what waits for them: at most once on any day of theirs.
 * @param lastMailedAt when the last such mail was written; null when there was none.
 */
export function nextMailAt(now: Date, lastMailedAt: Date | null, timeZone: string): Date {
  const dayOf = (moment: Date) => localTimeAt(moment, timeZone).slice(0, 10)
  const today = dayOf(now)
  if (!lastMailedAt || dayOf(lastMailedAt) < today) return new Date(now.getTime() + GATHER_MINUTES * MINUTE_MS)
  const tomorrow = new Date(Date.parse(today) + DAY_MS).toISOString().slice(0, 10)
  return instantAt(`${tomorrow}T${MORNING}`, timeZone)
}

/** Whether one was mailed on the day that it is for them. */
export const isMailedToday = (now: Date, lastMailedAt: Date | null, timeZone: string): boolean =>
  lastMailedAt !== null && localTimeAt(lastMailedAt, timeZone).slice(0, 10) >= localTimeAt(now, timeZone).slice(0, 10)
