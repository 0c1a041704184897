import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { answerRefund, findRefund } from '#app/db/order-refunds.server.ts'
import { PaymentsRefused, sendRefund } from '#app/integrations/stripe.server.ts'
import { converge } from './converge.server.ts'

/**
 * Sends a refund that was asked for, and looks at what became of its order. Sent twice, it is made once: its own id is the key.
 * @returns whether Stripe took it. @throws PaymentsUnavailable when Stripe does not answer: it is sent again by the reconciling job.
 */
export async function settleRefund(refundId: string, now: Date): Promise<boolean> {
  const refund = await findRefund(refundId)
  if (!refund?.order.paymentId || refund.refusedAs) return false
  if (!refund.stripeId) {
    const answer = await answerOf(refundId, refund.order.paymentId, refund.amountMinor)
    const object = { kind: 'order', id: refund.order.id }
    const action = 'stripeId' in answer ? 'order.refund-made' : 'order.refund-refused'
    await transact(async (tx) => {
      if (await answerRefund(tx, refundId, answer))
        await recordAudit(tx, { actor: null, action, object, details: { refundId, ...answer }, at: now })
    })
    if ('refusedAs' in answer) return false
  }
  await converge(refund.order.id, now)
  return true
}

async function answerOf(refundId: string, paymentId: string, amountMinor: number) {
  try {
    return { stripeId: await sendRefund(refundId, paymentId, amountMinor) }
  } catch (error) {
    if (error instanceof PaymentsRefused) return { refusedAs: error.message }
    throw error
  }
}
