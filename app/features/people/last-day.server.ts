import { z } from 'zod'
import { endOfDay } from '#app/domain/calendar-day.ts'

/**
 * An optional last day as a form sends it; becomes the first moment after that day, or null for "no end".
 * @param timeZone of whoever writes it.
 */
export const lastDayField = (timeZone: string, now: Date) =>
  z
    .literal('')
    .or(z.iso.date('Enter the last day as a date.'))
    .default('')
    .transform((day) => (day ? endOfDay(day, timeZone) : null))
    .refine((endsAt) => endsAt === null || endsAt > now, 'The last day must be today or later.')
