import { policy } from '#app/auth/policy.ts'
import { tellThoseWhoDecide } from '#app/db/application-notices.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { type Db, lockRow, transact } from '#app/db/client.server.ts'
import { drawLookTicket, insertMovements, updateFacts } from '#app/db/order-looks.server.ts'
import { findOrder, type OrderRow } from '#app/db/orders.server.ts'
import { giftOf, gives, orderState } from '#app/domain/billing/order.ts'
import { PaymentsGone } from '#app/integrations/stripe.server.ts'
import { fetchPayment, GONE, type Payment } from '#app/integrations/stripe-payment.server.ts'
import { agreeEnrolment } from './agree-enrolment.server.ts'
import { agreePlan, tellOfArrears } from './agree-plan.server.ts'
import { agreeSeatsOfOrder } from './seats/agree-seats.server.ts'

/**
 * Asks Stripe what became of an order, and makes the database agree: its facts, its movements and whether its owner is enrolled.
 * It may be called for any reason, any number of times and from several processes at once; only the truth decides.
 * @throws PaymentsUnavailable when Stripe does not answer; nothing has changed then.
 */
export async function converge(orderId: string, now: Date): Promise<void> {
  const order = await findOrder(orderId)
  if (!order?.sessionId) return
  // Whatever happened before the ticket was drawn is in the answer, so that a later ticket's answer always stands.
  const ticket = await drawLookTicket(orderId)
  const { payment, asked } = await look(order, now)
  await transact(async (tx) => {
    // Two orders of one person may give the same course. Seats have people of their own, who are taken after their purchase.
    await (order.purpose === 'seats' ? lockRow(tx, 'order', orderId) : lockRow(tx, 'user', order.userId))
    const before = await findOrder(orderId, tx)
    if (!before || before.lookWritten > ticket) return
    await updateFacts(tx, orderId, payment, { ticket, at: now })
    await recordChanges(tx, before, payment, now)
    await agree(tx, before, payment, now)
  })
  if (asked) await agreePlan(order, payment, asked)
}

async function look(order: OrderRow, now: Date): ReturnType<typeof fetchPayment> {
  const { sessionId, instalments, graceDays } = order
  const plan = instalments && graceDays !== null ? { instalments, graceDays } : undefined
  try {
    return await fetchPayment(sessionId ?? '', plan, now)
  } catch (error) {
    // The page was of another account of Stripe. Nobody can pay on it any more; what was paid there stays paid.
    if (!(error instanceof PaymentsGone) || order.isPaid) throw error
    return { payment: GONE, asked: undefined }
  }
}

/** What an order is for, as far as that stands in a row of its own. */
async function agree(tx: Db, before: OrderRow, payment: Payment, now: Date): Promise<void> {
  const gift = giftOf(before)
  if (gift.kind === 'seats') await agreeSeatsOfOrder(tx, before.id, now)
  if (gift.kind === 'course') await agreeEnrolment(tx, { userId: before.userId, courseId: gift.courseId }, now)
  // Nothing was said of the application to those who decide before its fee had come.
  if (gift.kind === 'fee' && !gives(before) && gives(payment))
    await tellThoseWhoDecide(tx, gift.applicationId, policy['applications.decide'], now)
  await tellOfArrears(tx, before, payment, now)
}

/** What changed, in the audit trail: each movement of money once, and each change of what the order is. */
async function recordChanges(tx: Db, before: OrderRow, payment: Payment, now: Date): Promise<void> {
  const object = { kind: 'order', id: before.id }
  const fresh = await insertMovements(
    tx,
    payment.movements.map((movement) => ({ ...movement, orderId: before.id })),
  )
  for (const { id, kind, currency, amountMinor, feeMinor } of fresh) {
    const details = { movement: id, kind, currency, amountMinor, feeMinor }
    await recordAudit(tx, { actor: null, action: 'order.money-moved', object, details, at: now })
  }
  const [from, to] = [orderState(before), orderState(payment)]
  if (from !== to)
    await recordAudit(tx, { actor: null, action: 'order.changed', object, details: { from, to }, at: now })
}
