const DAY_MS = 86_400_000

/** A wall-clock reading in a time zone, as if it were UTC. */
function wallClock(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant)
  const read = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value)
  return Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'), read('second'))
}

/**
 * The first moment after a calendar day, where that day is lived: what "until 31 March" means.
 * @param day `YYYY-MM-DD`.
 * @param timeZone an IANA name.
 */
export function endOfDay(day: string, timeZone: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`) + DAY_MS
  // The offset at the guess may be another than at the answer when clocks change that night: the second look settles it.
  const guess = midnight - (wallClock(midnight, timeZone) - midnight)
  return new Date(midnight - (wallClock(guess, timeZone) - guess))
}
