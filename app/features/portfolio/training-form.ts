import { z } from 'zod'
import { TRAINING_KINDS } from '#app/domain/portfolio/entry.ts'

/** The choice of a provider who is in no list. */
export const OTHER_PROVIDER = 'other'

const MAX_DAYS = 60
const MAX_HOURS = 400

const someHours = z.coerce
  .number<string>('Enter a number of hours.')
  .min(0, 'Enter 0 or more.')
  .max(MAX_HOURS, `Enter at most ${MAX_HOURS} hours.`)
  .multipleOf(0.25, 'Enter hours in quarters, such as 6.5.')

/** An empty field is not 0: a number would be made of it. */
const hours = z.string().trim().min(1, 'Enter a number of hours, or 0.').pipe(someHours)

export const trainingForm = z.object({
  training: z.enum(TRAINING_KINDS, 'Choose which training it was.'),
  title: z.string().trim().min(3, 'Enter its title.').max(160, 'Use at most 160 characters.'),
  provider: z.uuid('Choose who gave it.').or(z.literal(OTHER_PROVIDER)),
  providerName: z.string().trim().max(120, 'Use at most 120 characters.').default(''),
  startedOn: z.iso.date('Enter its first day.'),
  endedOn: z.iso.date('Enter its last day.'),
  days: z.coerce
    .number('Enter a number of days.')
    .min(0.5, 'Enter half a day or more.')
    .max(MAX_DAYS, `Enter at most ${MAX_DAYS} days.`)
    .multipleOf(0.5, 'Enter whole or half days.'),
  liveHours: hours,
  selfGuidedHours: hours,
  seenVersion: z.coerce.number().int().min(0).default(0),
})

export type TrainingFields = z.output<typeof trainingForm>
