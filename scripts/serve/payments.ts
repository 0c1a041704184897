import { step } from '#scripts/narrate.mjs'
import { startStandIn } from '#scripts/stripe/stand-in.ts'

/** It stands in no setting of anybody: the stand-in alone signs by it, on this machine. */
const WEBHOOK_SECRET = 'whsec_of_the_stand_in'

/**
 * A demo without an account at Stripe sells by a stand-in, which takes no money. Its address goes into the environment, before a
 * module of the application reads that.
 * @param storageFolder beside which it keeps what was paid, so that a restart does not forget it.
 * @returns how to stop it.
 */
export async function standInForStripe(port: number, storageFolder: string): Promise<() => Promise<void>> {
  const webhook = { url: `http://localhost:${port}/stripe/webhook`, secret: WEBHOOK_SECRET }
  const file = `${storageFolder}-stripe-stand-in.json`
  const { origin, stop } = await step('Starting the test checkout', () => startStandIn({ webhook, file }))
  process.env.STRIPE_SECRET_KEY = 'sk_test_standin'
  process.env.STRIPE_WEBHOOK_SECRET = WEBHOOK_SECRET
  process.env.STRIPE_API_BASE = origin
  return stop
}
