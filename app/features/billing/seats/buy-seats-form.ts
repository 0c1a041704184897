import { z } from 'zod'
import { SEATS_AT_MOST } from '#app/domain/billing/seats.ts'

const MANY = `At most ${SEATS_AT_MOST} seats can be ordered at once. Order again for more, or write to us.`

/** "mbt-basic:GBP-42000": the course, what the page said that one seat of it costs, and the id of a cohort where it is for one. */
const offerField = z
  .string('Choose a course.')
  .regex(/^[a-z0-9-]+:[A-Z]{3}-\d{1,9}(:[0-9a-f-]{36})?$/, 'Choose a course.')
  .transform((value) => {
    const [slug = '', price = '', cohortId = null] = value.split(':')
    return { slug, cohortId, currency: price.slice(0, 3), minor: Number(price.slice(4)) }
  })

export const buySeatsForm = z.object({
  offer: offerField,
  quantity: z
    .string()
    .trim()
    .regex(/^\d{1,9}$/, 'Write a whole number of seats, such as 20.')
    .transform(Number)
    .pipe(z.number().min(1, 'Order at least one seat.').max(SEATS_AT_MOST, MANY)),
  pay: z.enum(['card', 'invoice'], 'Choose how you pay.'),
  poReference: z
    .string()
    .trim()
    .max(60, 'Use at most 60 characters.')
    .regex(/^\P{Cc}*$/u, 'Use one line of ordinary characters.')
    .default(''),
})

export type SeatWish = z.output<typeof buySeatsForm>
