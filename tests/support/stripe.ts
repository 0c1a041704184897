import { afterAll, beforeAll, beforeEach } from 'vitest'
import { settings } from '#app/env.server.ts'
import { forgetStripe } from '#app/integrations/stripe.server.ts'
import { signatureOf } from '#scripts/stripe/deliver.ts'
import { type StandIn, startStandIn } from '#scripts/stripe/stand-in.ts'
import { emptyState } from '#scripts/stripe/state.ts'
import { STRAIGHT } from '#scripts/stripe/switches.ts'

export const WEBHOOK_SECRET = 'whsec_for_tests_only'

/**
 * Lets the tests of a file sell by a stand-in of their own, which begins each test with nothing.
 * @param url where it rings; nowhere without it.
 */
export function sellByStandIn(url?: string): () => StandIn {
  let standIn: StandIn | undefined
  const running = () => {
    if (!standIn) throw new Error('the stand-in for Stripe does not run')
    return standIn
  }
  beforeAll(async () => {
    standIn = await startStandIn(url ? { webhook: { url, secret: WEBHOOK_SECRET } } : {})
    Object.assign(settings(), {
      STRIPE_SECRET_KEY: 'sk_test_standin',
      STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
      STRIPE_API_BASE: standIn.origin,
    })
    forgetStripe()
  })
  beforeEach(() => {
    Object.assign(running().state, emptyState())
    Object.assign(running().switches, STRAIGHT)
  })
  afterAll(() => standIn?.stop())
  return running
}

/** An event as it is sent: the body, and its signature as of `at` in seconds. */
export function signed(event: object, at?: number): { body: string; signature: string } {
  const body = JSON.stringify(event)
  return { body, signature: signatureOf(body, WEBHOOK_SECRET, at) }
}
