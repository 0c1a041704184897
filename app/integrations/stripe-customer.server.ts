import type Stripe from 'stripe'
import { asked, PaymentsUnavailable } from './stripe.server.ts'

type Person = { id: string; name: string; email: string }

/** Who pays, as Stripe knows them. Asked for twice, it is one. @param gone in whose place, whom Stripe does not know any more. @returns Stripe's id of them. */
export async function createCustomer(person: Person, gone: string | null): Promise<string> {
  const options = { idempotencyKey: `customer-${person.id}${gone ? `-after-${gone}` : ''}` }
  return (await asked((api) => api.customers.create(customerParams(person), options))).id
}

/** What we send; its type is that of the pinned package. */
const customerParams = ({ id, name, email }: Person): Stripe.CustomerCreateParams => ({
  ...{ email, name },
  metadata: { user_id: id },
})

/** Stripe's own page where somebody sees their invoices and changes their card. @returns its address, which serves once. */
export async function createPortalSession(customer: string, returnUrl: string): Promise<string> {
  const params: Stripe.BillingPortal.SessionCreateParams = { customer, return_url: returnUrl }
  const { url } = await asked((api) => api.billingPortal.sessions.create(params))
  if (!url) throw new PaymentsUnavailable('Stripe gave no page.')
  return url
}
