import { z } from 'zod'
import { recordAudit } from '#app/db/audit.server.ts'
import { type Db, lockRow, transact } from '#app/db/client.server.ts'
import { findOwnOrder, readOrder } from '#app/db/order-reading.server.ts'
import { insertRefund, type RefundWish, sumUnsentRefunds } from '#app/db/order-refunds.server.ts'
import { NOT_BY_CARD, whyNoWithdrawal } from '#app/domain/billing/cooling-off.ts'
import { isCurrency, moneyText, readMoney } from '#app/domain/billing/money.ts'
import { refundableMinor } from '#app/domain/billing/order.ts'
import type { Actor } from '#app/domain/people.ts'
import { PaymentsUnavailable } from '#app/integrations/stripe.server.ts'
import { settleRefund } from './settle-refund.server.ts'

/** `kept`: asked for and written down; it is sent as soon as Stripe answers. */
export type RefundAnswer = { fault: { field: string; message: string } } | { outcome: 'made' | 'kept' | 'refused' }

const faultOf = (field: string, message: string): RefundAnswer => ({ fault: { field, message } })

const UNDER_WAY = 'A refund of this order is under way. Please wait until it has arrived.'

/** Takes a purchase back whole within the cooling-off: nobody has to agree. Throws 404 for an order that is not one's own. */
export async function withdrawOrder(actor: Actor, orderId: string, now: Date): Promise<RefundAnswer> {
  const asked = await transact(async (tx) => {
    await lockRow(tx, 'order', orderId)
    const order = await findOwnOrder(actor.id, { id: orderId })
    if (!order) throw new Response('There is no such order.', { status: 404 })
    const why = whyNoWithdrawal(order, actor.timeZone, now)
    if (why) return faultOf('', why)
    return ask(tx, actor, { orderId, amountMinor: order.totalMinor ?? 0, reason: 'Cooling-off', now })
  })
  return 'refundId' in asked ? send(asked.refundId, now) : asked
}

export const refundForm = z.object({
  amount: z.string().max(20, 'Write an amount.'),
  reason: z
    .string()
    .trim()
    .min(3, 'Say why, so that the books can be understood.')
    .max(500, 'Use at most 500 characters.'),
})

/** Gives back an order of somebody else's, whole or in part. Throws 404 for an order that is not there. */
export async function refundOrder(
  actor: Actor,
  orderId: string,
  { amount, reason }: z.output<typeof refundForm>,
  now: Date,
): Promise<RefundAnswer> {
  const asked = await transact(async (tx) => {
    await lockRow(tx, 'order', orderId)
    const order = await readOrder(orderId)
    if (!order) throw new Response('There is no such order.', { status: 404 })
    if (order.userId === actor.id) return faultOf('', 'Nobody decides about their own order: ask somebody else.')
    if (!order.hasPayment) return faultOf('', NOT_BY_CARD)
    const { currency } = order
    const money = isCurrency(currency) ? readMoney(amount, currency) : undefined
    const left = refundableMinor(order)
    if (!money || money.minor === 0)
      return faultOf('amount', `Write an amount of ${currency}, such as ${moneyText({ currency, minor: left })}.`)
    if (money.minor > left)
      return faultOf('amount', `At most ${moneyText({ currency, minor: left })} can be given back.`)
    return ask(tx, actor, { orderId, amountMinor: money.minor, reason, now })
  })
  return 'refundId' in asked ? send(asked.refundId, now) : asked
}

type Wish = Pick<RefundWish, 'orderId' | 'amountMinor' | 'reason'> & { now: Date }

/** One at a time, so that two never give back more than there is. */
async function ask(tx: Db, actor: Actor, { now, ...wish }: Wish): Promise<RefundAnswer | { refundId: string }> {
  if ((await sumUnsentRefunds(tx, wish.orderId)) > 0) return faultOf('', UNDER_WAY)
  const { id } = await insertRefund(tx, { ...wish, askedById: actor.id, askedAt: now })
  const object = { kind: 'order', id: wish.orderId }
  const details = { refundId: id, amountMinor: wish.amountMinor }
  await recordAudit(tx, { actor, action: 'order.refund-asked', object, details, at: now })
  return { refundId: id }
}

async function send(refundId: string, now: Date): Promise<RefundAnswer> {
  try {
    return { outcome: (await settleRefund(refundId, now)) ? 'made' : 'refused' }
  } catch (error) {
    if (!(error instanceof PaymentsUnavailable)) throw error
    return { outcome: 'kept' }
  }
}
