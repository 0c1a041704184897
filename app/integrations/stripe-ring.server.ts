import Stripe from 'stripe'
import { settings } from '#app/env.server.ts'

/** How old a signed message may be: an older one was kept by somebody and sent again. */
const TOLERANCE_SECONDS = 300

export type Ring = {
  eventId: string
  type: string
  orderId?: string
  sessionId?: string
  paymentId?: string
  subscriptionId?: string
  customerId?: string
}

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
    customer?: unknown
    parent?: { subscription_details?: { subscription?: unknown } | null } | null
  }
  const intent = object.object === 'payment_intent' ? object.id : object.payment_intent
  const subscription = object.object === 'subscription' ? object.id : object.parent?.subscription_details?.subscription
  return {
    eventId: id,
    type,
    ...(object.metadata?.order_id && { orderId: object.metadata.order_id }),
    ...(object.object === 'checkout.session' && object.id && { sessionId: object.id }),
    ...(typeof intent === 'string' && { paymentId: intent }),
    ...(typeof subscription === 'string' && { subscriptionId: subscription }),
    ...(typeof object.customer === 'string' && { customerId: object.customer }),
  }
}
