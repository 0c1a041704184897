import Stripe from 'stripe'
import { instalmentMinor } from '#app/domain/billing/instalments.ts'
import { settings } from '#app/env.server.ts'

/** Without a key nothing is sold; what is free works all the same. */
export const isSelling = () => settings().STRIPE_SECRET_KEY !== undefined

/** Whether a stand-in answers in Stripe's place, which takes no money. */
export const isTestCheckout = () => settings().STRIPE_API_BASE !== undefined

/** Stripe could not be reached or failed: nobody knows yet, and asking again is right. */
export class PaymentsUnavailable extends Error {}

/** Stripe understood and will not: asking again would end the same way. */
export class PaymentsRefused extends Error {}

/** What was named is not there: it was made in another account, or is deleted. */
export class PaymentsGone extends PaymentsRefused {}

let client: Stripe | undefined

function stripe(): Stripe {
  const { STRIPE_SECRET_KEY, STRIPE_API_BASE } = settings()
  if (!STRIPE_SECRET_KEY) throw new PaymentsUnavailable('Nothing is sold here: STRIPE_SECRET_KEY is not set.')
  client ??= new Stripe(STRIPE_SECRET_KEY, {
    ...(STRIPE_API_BASE && standInAt(new URL(STRIPE_API_BASE))),
    maxNetworkRetries: 2,
    timeout: 10_000,
    telemetry: false,
    appInfo: { name: 'Stance' },
  })
  return client
}

const standInAt = ({ hostname, port, protocol }: URL): Stripe.StripeConfig => ({
  host: hostname,
  port: port || (protocol === 'https:' ? 443 : 80),
  protocol: protocol === 'https:' ? 'https' : 'http',
})

/** Forgets the client: the next call goes by the settings as they are then. */
export function forgetStripe(): void {
  client = undefined
}

/** Asks Stripe, and tells apart what is worth asking again. */
export async function asked<T>(work: (client: Stripe) => Promise<T>): Promise<T> {
  try {
    return await work(stripe())
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error
    const isRefusal =
      error instanceof Stripe.errors.StripeInvalidRequestError || error instanceof Stripe.errors.StripeCardError
    // What the message says may name the account or a key's end, so that the log gets its kind and code alone.
    const words = `Stripe answered ${error.type}${error.code ? ` (${error.code})` : ''}.`
    if (error.code === 'resource_missing') throw new PaymentsGone(words)
    throw isRefusal ? new PaymentsRefused(words) : new PaymentsUnavailable(words)
  }
}

export type CheckoutWish = {
  orderId: string
  title: string
  currency: string
  /** Of one. */
  priceMinor: number
  quantity: number
  /** Stripe's id of who pays. */
  customer: string
  /** In how many monthly parts; null for all at once. */
  instalments: number | null
  successUrl: string
  cancelUrl: string
}

/** Opens the page to pay on. Asked again for the same order, Stripe gives the same page. */
export async function openCheckout(wish: CheckoutWish): Promise<{ id: string; url: string }> {
  const session = await asked((api) =>
    api.checkout.sessions.create(checkoutParams(wish), { idempotencyKey: `order-${wish.orderId}` }),
  )
  if (!session.url) throw new PaymentsUnavailable('Stripe gave no page to pay on.')
  return { id: session.id, url: session.url }
}

/** What we send; its type is that of the pinned package. */
function checkoutParams(wish: CheckoutWish): Stripe.Checkout.SessionCreateParams {
  const metadata = { order_id: wish.orderId }
  return {
    client_reference_id: wish.orderId,
    customer: wish.customer,
    // Stripe Tax goes by the address that is given on the page.
    ...(settings().STRIPE_TAX && { customer_update: { address: 'auto', name: 'auto' } }),
    line_items: [
      {
        quantity: wish.quantity,
        price_data: {
          currency: wish.currency.toLowerCase(),
          unit_amount: wish.instalments ? instalmentMinor(wish.priceMinor, wish.instalments) : wish.priceMinor,
          ...(wish.instalments && { recurring: { interval: 'month' } }),
          product_data: { name: wish.title },
        },
      },
    ],
    allow_promotion_codes: true,
    automatic_tax: { enabled: settings().STRIPE_TAX },
    metadata,
    // So that an event about the payment names the order too.
    ...(wish.instalments
      ? { mode: 'subscription', subscription_data: { metadata } }
      : { mode: 'payment', payment_intent_data: { metadata } }),
    success_url: wish.successUrl,
    cancel_url: wish.cancelUrl,
  }
}

/** Closes a page that nobody shall pay on any more. @returns whether it is closed now; not when it was paid meanwhile. */
export async function closeCheckout(sessionId: string): Promise<boolean> {
  try {
    await asked((api) => api.checkout.sessions.expire(sessionId))
    return true
  } catch (error) {
    if (error instanceof PaymentsGone) return true
    if (!(error instanceof PaymentsRefused)) throw error
    return (await asked((api) => api.checkout.sessions.retrieve(sessionId))).status === 'expired'
  }
}

/** Gives money back. Sent again under the same `refundId`, it is given once. @returns Stripe's id of it. */
export async function sendRefund(refundId: string, paymentIntent: string, amountMinor: number): Promise<string> {
  const params = { payment_intent: paymentIntent, amount: amountMinor, metadata: { refund_id: refundId } }
  const refund = await asked((api) => api.refunds.create(params, { idempotencyKey: `refund-${refundId}` }))
  return refund.id
}
