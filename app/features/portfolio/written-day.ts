import type { Day } from '#app/domain/portfolio/entry.ts'

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** "3 March 2026": a calendar day belongs to no zone. */
export function writtenDay(day: Day): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${date} ${MONTHS[(month ?? 0) - 1]} ${year}`
}
