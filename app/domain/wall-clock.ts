/** Kept: to make one costs twenty times as much as to read it, and a table reads one for every row. */
const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known) return known
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  clocks.set(timeZone, clock)
  return clock
}

/** What a clock on a wall of this time zone shows at an instant, as if it were UTC. Milliseconds. */
function wallClock(instant: number, timeZone: string): number {
  const parts = clockOf(timeZone).formatToParts(instant)
  const read = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value)
  return Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'), read('second'))
}

/**
 * The instant at which clocks of a time zone show a local time; either of the two in the hour that autumn repeats.
 * @param local `YYYY-MM-DDTHH:mm`, as `<input type="datetime-local">` sends it.
 * @param timeZone an IANA name.
 */
export function instantAt(local: string, timeZone: string): Date {
  const shown = Date.parse(`${local}Z`)
  // The offset at the guess may be another than at the answer when clocks change in between: the second look settles it.
  const guess = shown - (wallClock(shown, timeZone) - shown)
  return new Date(shown - (wallClock(guess, timeZone) - guess))
}

/** What clocks of a time zone show at an instant, as `YYYY-MM-DDTHH:mm`. */
export const localTimeAt = (instant: Date, timeZone: string): string =>
  new Date(wallClock(instant.getTime(), timeZone)).toISOString().slice(0, 16)
