import { transact } from '#app/db/client.server.ts'
import { findOrder, type OrderRow, setCheckout } from '#app/db/orders.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { settings } from '#app/env.server.ts'
import { logger } from '#app/http/log.server.ts'
import { openCheckout, PaymentsUnavailable } from '#app/integrations/stripe.server.ts'
import { withCustomer } from './own-customer.server.ts'

type Payer = Pick<Actor, 'id' | 'name' | 'email'>

/** Stripe writes the session's id in place of this. */
const SESSION_ID = '{CHECKOUT_SESSION_ID}'

/**
 * The page on which an order is paid; it is opened at first use.
 * @param backTo the page of ours to which one comes back without paying.
 * @returns nothing when Stripe does not answer; the order stays, and asking again later is right.
 */
export async function checkoutOf(
  order: OrderRow,
  payer: Payer,
  backTo: string,
  now: Date,
): Promise<string | undefined> {
  if (order.session === 'open' && order.sessionUrl) return order.sessionUrl
  const { appUrl } = settings()
  try {
    const open = (customer: string) =>
      openCheckout({
        orderId: order.id,
        title: order.title,
        currency: order.currency,
        priceMinor: order.priceMinor,
        quantity: order.quantity,
        customer,
        instalments: order.instalments,
        successUrl: `${appUrl}/checkout/return?session=${SESSION_ID}`,
        cancelUrl: `${appUrl}${backTo}`,
      })
    const { id: sessionId, url: sessionUrl } = await withCustomer(payer, open)
    await transact((tx) => setCheckout(tx, order.id, { sessionId, sessionUrl }))
    return (await findOrder(order.id))?.sessionUrl ?? sessionUrl
  } catch (error) {
    if (!(error instanceof PaymentsUnavailable)) throw error
    logger.warn({ err: error, orderId: order.id, at: now }, 'the page to pay on could not be opened')
    return undefined
  }
}
