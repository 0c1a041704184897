import { listToLookAt } from '#app/db/order-looks.server.ts'
import { listUnsentRefunds } from '#app/db/order-refunds.server.ts'
import { minutesBetweenLooks } from '#app/domain/billing/order.ts'
import { DAY_MS, MINUTE_MS } from '#app/domain/time.ts'
import { logger } from '#app/http/log.server.ts'
import { isSelling, PaymentsUnavailable } from '#app/integrations/stripe.server.ts'
import { converge } from './converge.server.ts'
import { settleRefund } from './settle-refund.server.ts'

/** For one run; the next one goes on with those that were looked at the longest ago. */
const MAX_LOOKS = 200

const LOOKING_BACK_MS = 400 * DAY_MS

/** Looks again at every order of which something may have been missed, and sends what was asked for while Stripe was away. */
export async function reconcile(now: Date): Promise<void> {
  if (!isSelling()) return
  const refunds = await listUnsentRefunds(MAX_LOOKS)
  for (const { id } of refunds) if (!(await goesOn(() => settleRefund(id, now)))) return
  const orders = await listToLookAt(new Date(now.getTime() - LOOKING_BACK_MS), MAX_LOOKS)
  for (const order of orders) {
    const minutes = minutesBetweenLooks(order, order.placedAt, now)
    if (minutes === undefined) continue
    const isDue = !order.lookedAt || now.getTime() - order.lookedAt.getTime() >= minutes * MINUTE_MS
    if (isDue && !(await goesOn(() => converge(order.id, now)))) return
  }
}

/** @returns false when Stripe is away, and the rest would fail like this one. One order that cannot be read holds up no other. */
async function goesOn(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    logger.warn({ err: error }, 'an order could not be reconciled')
    return !(error instanceof PaymentsUnavailable)
  }
}
