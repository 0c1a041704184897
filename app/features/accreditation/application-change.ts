import { z } from 'zod'

const reason = z
  .string()
  .trim()
  .min(10, 'Write at least a sentence: the applicant reads it.')
  .max(5000, 'Use at most 5,000 characters.')
const favourable = z.enum(['yes', 'no'], { error: 'Choose one of the two.' })

export const changeForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('check'),
    requirement: z.string(),
    outcome: favourable,
    on: z.iso.date('Choose the day on which you looked it up.'),
    note: z.string().trim().max(500, 'Use at most 500 characters.').default(''),
  }),
  z.object({
    intent: z.literal('ask'),
    requirement: z.string().min(1, 'Choose what you ask more about.'),
    text: reason,
  }),
  z.object({ intent: z.literal('refer'), assessor: z.string().min(1, 'Choose an assessor.'), text: reason }),
  z.object({ intent: z.literal('opinion'), favourable, text: reason }),
  z.object({ intent: z.literal('decide'), favourable, text: reason }),
  z.object({ intent: z.literal('decide-appeal'), favourable, text: reason }),
])
export type ApplicationChange = z.output<typeof changeForm>

/** One kind of change. */
export type Change<Intent extends ApplicationChange['intent']> = Extract<ApplicationChange, { intent: Intent }>
