import type { Db } from '#app/db/client.server.ts'
import { notify } from '#app/db/notices.server.ts'
import type { OrderRow } from '#app/db/orders.server.ts'
import { graceEnds } from '#app/domain/billing/instalments.ts'
import { orderState } from '#app/domain/billing/order.ts'
import { utcDay } from '#app/domain/portfolio/days.ts'
import type { Payment } from '#app/integrations/stripe-payment.server.ts'
import { type AskedPlan, breakOffPlan, endPlanAfter } from '#app/integrations/stripe-plan.server.ts'

/**
 * Lets Stripe ask for as many parts as were agreed, and for none after the money went back. Called after every look, so that what
 * a killed process left undone is done by the next.
 */
export async function agreePlan(order: OrderRow, payment: Payment, asked: AskedPlan): Promise<void> {
  if (asked.endedAt || !order.instalments) return
  if (orderState(payment) === 'refunded') await breakOffPlan(asked.subscriptionId)
  else if (!asked.isEnding) await endPlanAfter(asked, order.instalments)
}

/** Whoever pays in parts hears of one that was not paid, and of what follows, once each. */
export async function tellOfArrears(tx: Db, before: OrderRow, payment: Payment, now: Date): Promise<void> {
  const { arrears, arrearsSince } = payment
  if (arrears === before.arrears || arrears === 'none' || !arrearsSince) return
  const graceUntil = utcDay(graceEnds(arrearsSince, { graceDays: before.graceDays ?? 0 }))
  const params = { title: before.title, isSuspended: arrears === 'suspended', graceUntil }
  await notify(tx, { userId: before.userId, kind: 'instalment-unpaid', params, now })
}
