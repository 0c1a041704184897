import { z } from 'zod'

/** What `<input type="datetime-local">` sends, as `YYYY-MM-DDTHH:mm`. */
export const localTimeField = z
  .string()
  .regex(/^20\d\d-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/, 'Choose a day and a time.')
  .transform((value) => value.slice(0, 16))
  .refine((value) => !Number.isNaN(Date.parse(`${value}Z`)), 'There is no such day or time.')
