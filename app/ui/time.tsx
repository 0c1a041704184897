import { habitOf, readersRegion } from '#app/domain/region.ts'
import { localTimeAt } from '#app/domain/wall-clock.ts'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

const SHORT = 3

type TimeStyle = 'date' | 'short-date' | 'short-day' | 'date-time'

/**
 * A moment as clocks in `zone` show it, in the order that whoever reads is used to: "3 March 2026", "3 Mar 2026", "3 Mar", "3 March 2026, 14:05"; in the
 * United States "March 3, 2026, 2:05 pm". The names of months are ours, because server and browser may abbreviate one differently and the page would not
 * hydrate.
 */
export function formatTime(value: Date | string, zone: string, style: TimeStyle = 'date'): string {
  const { monthFirst, hourCycle } = habitOf(readersRegion())
  const [day = '', clock = ''] = localTimeAt(new Date(value), zone).split('T')
  const [year, monthNumber, dayOfMonth] = day.split('-').map(Number)
  const name = months[Number(monthNumber) - 1] ?? ''
  const month = style.startsWith('short') ? name.slice(0, SHORT) : name
  const inYear = monthFirst ? `${month} ${dayOfMonth}` : `${dayOfMonth} ${month}`
  if (style === 'short-day') return inYear
  const date = monthFirst ? `${inYear}, ${year}` : `${inYear} ${year}`
  return style === 'date-time' ? `${date}, ${hourCycle === 'h12' ? halfDayClock(clock) : clock}` : date
}

/** "2:05 pm" of "14:05". */
function halfDayClock(clock: string): string {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return `${hour % 12 || 12}:${String(minute).padStart(2, '0')} ${hour < 12 ? 'am' : 'pm'}`
}

/** A calendar day (`YYYY-MM-DD`) belongs to no zone: give it with `zone="UTC"`. */
export function Time({ value, zone, style }: { value: Date | string; zone: string; style?: TimeStyle }) {
  const isDay = typeof value === 'string' && !value.includes('T')
  return (
    <time dateTime={isDay ? value : new Date(value).toISOString()} className="whitespace-nowrap">
      {formatTime(value, zone, style)}
    </time>
  )
}
