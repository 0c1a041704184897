import { findCustomer, saveCustomer } from '#app/db/stripe-customers.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { settings } from '#app/env.server.ts'
import { logger } from '#app/http/log.server.ts'
import { isSelling, PaymentsGone, PaymentsUnavailable } from '#app/integrations/stripe.server.ts'
import { createCustomer, createPortalSession } from '#app/integrations/stripe-customer.server.ts'

/**
 * Does something with the one customer that a person is at Stripe, who is made at first use, and again where Stripe does not know
 * them: after a change of the account.
 */
export async function withCustomer<T>(
  person: Pick<Actor, 'id' | 'name' | 'email'>,
  work: (customer: string) => Promise<T>,
) {
  const known = await findCustomer(person.id)
  try {
    return await work(known ?? (await madeInPlaceOf(person, null)))
  } catch (error) {
    if (!known || !(error instanceof PaymentsGone)) throw error
    return work(await madeInPlaceOf(person, known))
  }
}

async function madeInPlaceOf(person: Pick<Actor, 'id' | 'name' | 'email'>, gone: string | null): Promise<string> {
  const made = await createCustomer(person, gone)
  await saveCustomer(person.id, made, gone)
  return made
}

/** Where something is sold, whoever bought has a page of their own at Stripe. */
export const hasPortal = isSelling

/** The address of one's own page at Stripe. @returns nothing when Stripe does not answer. */
export async function openOwnPortal(actor: Actor): Promise<string | undefined> {
  try {
    const backTo = `${settings().appUrl}/settings/purchases`
    return await withCustomer(actor, (customer) => createPortalSession(customer, backTo))
  } catch (error) {
    if (!(error instanceof PaymentsUnavailable)) throw error
    logger.warn({ err: error }, 'the page at Stripe could not be opened')
    return undefined
  }
}
