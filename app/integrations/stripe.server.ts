import Stripe from 'stripe'
import type { PaymentFacts } from '#app/domain/billing/order.ts'
import { settings } from '#app/env.server.ts'

/** Without a key nothing is sold; what is free works all the same. */
export const isSelling = () => settings().STRIPE_SECRET_KEY !== undefined

/** Whether a stand-in answers in Stripe's place, which takes no money. */
export const isTestCheckout = () => settings().STRIPE_API_BASE !== undefined

/** Stripe could not be reached or failed: nobody knows yet, and asking again is right. */
export class PaymentsUnavailable extends Error {}

/** Stripe understood and will not: asking again would end the same way. */
export class PaymentsRefused extends Error {}

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

async function asked<T>(work: (client: Stripe) => Promise<T>): Promise<T> {
  try {
    return await work(stripe())
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error
    const isRefusal =
      error instanceof Stripe.errors.StripeInvalidRequestError || error instanceof Stripe.errors.StripeCardError
    // What the message says may name the account or a key's end, so that the log gets its kind and code alone.
    const words = `Stripe answered ${error.type}${error.code ? ` (${error.code})` : ''}.`
    throw isRefusal ? new PaymentsRefused(words) : new PaymentsUnavailable(words)
  }
}

export type CheckoutWish = {
  orderId: string
  title: string
  currency: string
  priceMinor: number
  email: string
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
export function checkoutParams(wish: CheckoutWish): Stripe.Checkout.SessionCreateParams {
  const metadata = { order_id: wish.orderId }
  return {
    mode: 'payment',
    client_reference_id: wish.orderId,
    customer_email: wish.email,
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: wish.currency.toLowerCase(),
          unit_amount: wish.priceMinor,
          product_data: { name: wish.title },
        },
      },
    ],
    allow_promotion_codes: true,
    automatic_tax: { enabled: settings().STRIPE_TAX },
    metadata,
    // So that an event about the payment names the order too.
    payment_intent_data: { metadata },
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
    if (!(error instanceof PaymentsRefused)) throw error
    return (await asked((api) => api.checkout.sessions.retrieve(sessionId))).status === 'expired'
  }
}

/** A balance transaction, in minor units of the balance's currency. */
export type Movement = {
  id: string
  kind: string
  currency: string
  amountMinor: number
  feeMinor: number
  netMinor: number
  at: Date
}

export type Payment = PaymentFacts & {
  paymentId: string | null
  receiptUrl: string | null
  paidAt: Date | null
  movements: Movement[]
}

/** What Stripe says of an order now. */
export async function fetchPayment(sessionId: string): Promise<Payment> {
  return asked(async (api) => {
    const session = await api.checkout.sessions.retrieve(sessionId, {
      expand: ['payment_intent.latest_charge.balance_transaction'],
    })
    const intent = whole(session.payment_intent)
    const charge = whole(intent?.latest_charge)
    const [refunds, disputes] = intent ? await afterwards(api, intent.id) : [[], []]
    const movements = [
      charge?.balance_transaction,
      ...refunds.flatMap((refund) => [refund.balance_transaction, refund.failure_balance_transaction]),
      ...disputes.flatMap(({ balance_transactions }) => balance_transactions),
    ]
    return {
      session: sessionStateOf(session.status),
      isPaid: session.payment_status !== 'unpaid',
      totalMinor: session.amount_total,
      refundedMinor: refunds.filter(isUnderWay).reduce((sum, { amount }) => sum + amount, 0),
      dispute: disputeOf(disputes),
      paymentId: intent?.id ?? null,
      receiptUrl: charge?.receipt_url ?? null,
      paidAt: charge ? new Date(charge.created * 1000) : null,
      movements: movements
        .map((movement) => whole(movement))
        .filter((movement) => movement !== undefined)
        .map(movementOf),
    }
  })
}

/** Whatever Stripe may add to these is not yet the end of it. */
const sessionStateOf = (status: Stripe.Checkout.Session['status']): PaymentFacts['session'] =>
  status === 'complete' || status === 'expired' ? (status as 'complete' | 'expired') : 'open'

const afterwards = (api: Stripe, paymentIntent: string) =>
  Promise.all([
    api.refunds
      .list({
        payment_intent: paymentIntent,
        limit: 100,
        expand: ['data.balance_transaction', 'data.failure_balance_transaction'],
      })
      .autoPagingToArray({ limit: 1000 }),
    api.disputes.list({ payment_intent: paymentIntent, limit: 100 }).autoPagingToArray({ limit: 1000 }),
  ])

/** What was asked for whole; an id alone stands for nothing. */
const whole = <T extends object>(thing: T | string | null | undefined): T | undefined =>
  typeof thing === 'object' && thing !== null ? thing : undefined

const isUnderWay = ({ status }: Stripe.Refund) => status !== 'failed' && status !== 'canceled'

function disputeOf(disputes: readonly Stripe.Dispute[]): PaymentFacts['dispute'] {
  const states = disputes.map(({ status }) => status)
  if (states.some((state) => state === 'needs_response' || state === 'under_review')) return 'open'
  if (states.includes('lost')) return 'lost'
  // An inquiry takes no money away.
  return states.includes('won') ? 'won' : 'none'
}

const movementOf = ({ id, type, currency, amount, fee, net, created }: Stripe.BalanceTransaction): Movement => ({
  id,
  kind: type,
  currency: currency.toUpperCase(),
  amountMinor: amount,
  feeMinor: fee,
  netMinor: net,
  at: new Date(created * 1000),
})

/** Every movement of the balance from `from` until before `to`, the oldest first. */
export async function fetchMovements(from: Date, to: Date): Promise<Movement[]> {
  const seconds = (at: Date) => Math.floor(at.getTime() / 1000)
  const movements: Movement[] = []
  await asked(async (api) => {
    for await (const one of api.balanceTransactions.list({
      created: { gte: seconds(from), lt: seconds(to) },
      limit: 100,
    }))
      movements.push(movementOf(one))
  })
  return movements.sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1))
}

/** Gives money back. Sent again under the same `refundId`, it is given once. @returns Stripe's id of it. */
export async function sendRefund(refundId: string, paymentIntent: string, amountMinor: number): Promise<string> {
  const params = { payment_intent: paymentIntent, amount: amountMinor, metadata: { refund_id: refundId } }
  const refund = await asked((api) => api.refunds.create(params, { idempotencyKey: `refund-${refundId}` }))
  return refund.id
}

/** How old a signed message may be: an older one was kept by somebody and sent again. */
const TOLERANCE_SECONDS = 300

export type Ring = { eventId: string; type: string; orderId?: string; sessionId?: string; paymentId?: string }

/**
 * Reads an event for whose payment changed, and nothing else of it.
 * @param body exactly as it came.
 * @returns nothing when it is not signed by Stripe, or was signed too long ago.
 */
export function readRing(body: string, signature: string): Ring | undefined {
  const secret = settings().STRIPE_WEBHOOK_SECRET
  if (!secret) return undefined
  try {
    return ringOf(Stripe.webhooks.constructEvent(body, signature, secret, TOLERANCE_SECONDS))
  } catch {
    return undefined
  }
}

function ringOf({ id, type, data }: Stripe.Event): Ring {
  const object = data.object as {
    id?: string
    object?: string
    metadata?: Record<string, string>
    payment_intent?: unknown
  }
  const intent = object.object === 'payment_intent' ? object.id : object.payment_intent
  return {
    eventId: id,
    type,
    ...(object.metadata?.order_id && { orderId: object.metadata.order_id }),
    ...(object.object === 'checkout.session' && object.id && { sessionId: object.id }),
    ...(typeof intent === 'string' && { paymentId: intent }),
  }
}
