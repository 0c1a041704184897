import { MINUTE_MS } from '../time.ts'
import { instantAt } from '../wall-clock.ts'
import { addDays, todayIn } from './days.ts'

/** So that what is asked in one go stands in one mail. */
const GATHER_MINUTES = 10
/** On the supervisor's own clock. */
const MORNING = '07:00'

/** For how long a personal link works. */
export const LINK_DAYS = 14

/**
 * When a supervisor may next be mailed what waits for them: at most once on any day of theirs.
 * @param lastMailedAt when the last such mail was written; null when there was none.
 */
export function nextMailAt(now: Date, lastMailedAt: Date | null, timeZone: string): Date {
  const today = todayIn(timeZone, now)
  if (!lastMailedAt || todayIn(timeZone, lastMailedAt) < today)
    return new Date(now.getTime() + GATHER_MINUTES * MINUTE_MS)
  return instantAt(`${addDays(today, 1)}T${MORNING}`, timeZone)
}

/** Whether one was mailed on the day that it is for them. */
export const isMailedToday = (now: Date, lastMailedAt: Date | null, timeZone: string): boolean =>
  lastMailedAt !== null && todayIn(timeZone, lastMailedAt) >= todayIn(timeZone, now)
