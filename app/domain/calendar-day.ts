import { addDays } from './portfolio/days.ts'
import { instantAt } from './wall-clock.ts'

/**
 * The first moment after a calendar day, where that day is lived: what "until 31 March" means.
 * @param day `YYYY-MM-DD`.
 * @param timeZone an IANA name.
 */
export function endOfDay(day: string, timeZone: string): Date {
  return instantAt(`${addDays(day, 1)}T00:00`, timeZone)
}
