import { z } from 'zod'
import type { Actor } from '#app/domain/people.ts'
import { inNumber } from '#app/domain/wording.ts'
import { addressesForm } from '#app/features/billing/seats/addresses-form.ts'
import { payForSeats } from '#app/features/billing/seats/buy-seats.server.ts'
import { makeClaimLink, shutClaimLink } from '#app/features/billing/seats/claim-link.server.ts'
import { giveSeats } from '#app/features/billing/seats/give-seats.server.ts'
import { takeBackSeat } from '#app/features/billing/seats/take-back-seat.server.ts'
import { type FormFault, faultIn, parseForm } from '#app/http/form.server.ts'

const form = z.discriminatedUnion('intent', [
  addressesForm.extend({ intent: z.literal('give') }),
  z.object({ intent: z.literal('take-back'), seat: z.uuid() }),
  z.object({ intent: z.enum(['make-link', 'shut-link', 'pay']) }),
])

export type SeatsAnswer = { fault: FormFault } | { done: string } | { link: string } | { checkoutUrl: string }

const AWAY = 'Our payment provider does not answer just now. Nothing was charged; please try again in a minute.'

/** What a manager does with seats that were bought at once, by the form's `intent`. */
export async function changeSeats(actor: Actor, id: string, request: Request, now: Date): Promise<SeatsAnswer> {
  const sent = await parseForm(request, form)
  if (!sent.ok) return { fault: sent.fault }
  const { value, typed } = sent
  switch (value.intent) {
    case 'give': {
      const given = await giveSeats(actor, id, value.addresses, now)
      if ('refused' in given) return { fault: { errors: { addresses: given.refused }, values: typed } }
      return {
        done: inNumber(given.given, {
          one: 'One seat is given. Whoever has it now is told by mail.',
          other: '{n} seats are given. Whoever has them now is told by mail.',
        }),
      }
    }
    case 'take-back': {
      const taken = await takeBackSeat(actor, id, value.seat, now)
      return 'refused' in taken ? { fault: faultIn('', taken.refused, typed) } : { done: 'The seat is free again.' }
    }
    case 'make-link':
      return { link: await makeClaimLink(actor, id, now) }
    case 'shut-link':
      await shutClaimLink(actor, id, now)
      return { done: 'The link is shut. Seats that were taken by it stay.' }
    case 'pay': {
      const checkoutUrl = await payForSeats(actor, id, now)
      return checkoutUrl ? { checkoutUrl } : { fault: faultIn('', AWAY, typed) }
    }
  }
}
