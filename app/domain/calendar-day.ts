import { DAY_MS } from './time.ts'
import { instantAt } from './wall-clock.ts'

/**
 * The first moment after a calendar day, where that day is lived: what "until 31 March" means.
 * @param day `YYYY-MM-DD`.
 * @param timeZone an IANA name.
 */
export function endOfDay(day: string, timeZone: string): Date {
  const nextDay = new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10)
  return instantAt(`${nextDay}T00:00`, timeZone)
}
