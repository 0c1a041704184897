import { settings } from '#app/env.server.ts'

/** Where an order is paid, when anything is sold. */
export function paymentPages(): string | undefined {
  const { STRIPE_SECRET_KEY, STRIPE_API_BASE } = settings()
  if (!STRIPE_SECRET_KEY) return undefined
  return STRIPE_API_BASE ? new URL(STRIPE_API_BASE).origin : 'https://checkout.stripe.com https://billing.stripe.com'
}
