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

type TimeStyle = 'date' | 'short-date' | 'date-time'

/**
 * A moment as people in `zone` write it: "3 March 2026", "3 Mar 2026", "3 March 2026, 14:05". Only numbers are asked
 * of `Intl`, because server and browser may abbreviate a month differently and the page would not hydrate.
 */
export function formatTime(value: Date | string, zone: string, style: TimeStyle = 'date'): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(value))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((found) => found.type === type)?.value ?? ''
  const month = months[Number(part('month')) - 1] ?? ''
  const date = `${Number(part('day'))} ${style === 'short-date' ? month.slice(0, SHORT) : month} ${part('year')}`
  return style === 'date-time' ? `${date}, ${part('hour')}:${part('minute')}` : date
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
