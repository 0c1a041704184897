import type { Day } from '#app/domain/portfolio/entry.ts'
import { formatTime } from '#app/ui/time.tsx'

/** "3 March 2026": a calendar day belongs to no zone. */
export const writtenDay = (day: Day): string => formatTime(day, 'UTC')
