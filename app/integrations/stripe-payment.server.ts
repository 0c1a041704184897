import type Stripe from 'stripe'
import type { PaymentFacts } from '#app/domain/billing/order.ts'
import { asked } from './stripe.server.ts'

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
