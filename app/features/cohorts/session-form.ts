import { z } from 'zod'
import { localTimeField } from '#app/http/local-time-field.ts'

const MAX_HOURS = 100
const TEXT_CHARACTERS = 200
const LINK_CHARACTERS = 1000

/** Hours as people type them, "6" or "1.5", in minutes. */
export const hoursField = z
  .string()
  .trim()
  .regex(/^\d{1,3}([.,]\d{1,2})?$/, 'Write a number of hours, such as 6 or 1.5.')
  .transform((typed) => Math.round(Number(typed.replace(',', '.')) * 60))
  .refine((minutes) => minutes <= MAX_HOURS * 60, `Use at most ${MAX_HOURS} hours.`)

const longText = (empty: string) =>
  z.string().trim().min(1, empty).max(TEXT_CHARACTERS, `Use at most ${TEXT_CHARACTERS} characters.`)

const HTTPS = 'Use a whole address that begins with https://.'

/** An address that a browser opens under TLS: a meeting's link lets in whoever has it. */
const httpsField = z
  .string()
  .trim()
  .max(LINK_CHARACTERS, `Use at most ${LINK_CHARACTERS} characters.`)
  .refine((typed) => URL.canParse(typed) && new URL(typed).protocol === 'https:', HTTPS)

/** The fields of one live session, when it is planned and when it is changed. */
export const sessionFields = {
  title: longText('Give the session a title.'),
  startsAt: localTimeField,
  endsAt: localTimeField,
  place: z.string().trim().max(TEXT_CHARACTERS, `Use at most ${TEXT_CHARACTERS} characters.`).default(''),
  link: z.union([z.literal(''), httpsField], HTTPS).default(''),
  countsMinutes: hoursField,
  key: z
    .string()
    .trim()
    .regex(/^[a-z0-9-]{0,60}$/, 'Use small letters, digits and hyphens, at most 60.')
    .default(''),
}

export const materialFields = { materialTitle: longText('Say what it is.'), url: httpsField }
