import { dayWords } from '#app/domain/pathway/days.ts'
import { localTimeAt } from '#app/domain/wall-clock.ts'

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const

type Span = { startsAt: Date; endsAt: Date }

/**
 * When a session is, as clocks of a time zone show it and with the zone named: "Tuesday 10 November 2026, 09:30 to 16:30 (London
 * time)".
 */
export function whenWords({ startsAt, endsAt }: Span, timeZone: string): string {
  const [start, end] = [localTimeAt(startsAt, timeZone), localTimeAt(endsAt, timeZone)]
  const until = dayOf(start) === dayOf(end) ? timeOf(end) : `${weekdayWords(dayOf(end))}, ${timeOf(end)}`
  return `${weekdayWords(dayOf(start))}, ${timeOf(start)} to ${until} (${zoneWords(timeZone)})`
}

/** A moment as clocks of a time zone show it: "Tuesday 10 November 2026, 09:30 (London time)". */
export function momentWords(at: Date, timeZone: string): string {
  const local = localTimeAt(at, timeZone)
  return `${weekdayWords(dayOf(local))}, ${timeOf(local)} (${zoneWords(timeZone)})`
}

const dayOf = (local: string) => local.slice(0, 10)
const timeOf = (local: string) => local.slice(11)
const weekdayWords = (day: string) => `${WEEKDAYS[new Date(`${day}T00:00Z`).getUTCDay()]} ${dayWords(day)}`

/** What people call the time of a zone: "New York time" for `America/New_York`. */
export function zoneWords(timeZone: string): string {
  if (timeZone === 'UTC') return 'UTC'
  return `${(timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ')} time`
}
