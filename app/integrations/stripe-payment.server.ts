import type Stripe from 'stripe'
import { type PaymentFound, type Plan, type PlanStanding, planStanding } from '#app/domain/billing/instalments.ts'
import type { Movement } from '#app/domain/billing/ledger.ts'
import type { PaymentFacts } from '#app/domain/billing/order.ts'
import { asked } from './stripe.server.ts'
import { type AskedPlan, fetchPlan } from './stripe-plan.server.ts'

export type Payment = PaymentFound & { movements: Movement[] }

const PAID_AT_ONCE: PlanStanding & Pick<Payment, 'subscriptionId' | 'payUrl'> = {
  ...{ instalmentsPaid: 0, arrearsSince: null, subscriptionId: null, payUrl: null },
  arrears: 'none',
}

/** Of a page that Stripe does not know. */
export const GONE: Payment = {
  ...{ session: 'expired', isPaid: false, totalMinor: null, refundedMinor: 0, dispute: 'none' },
  ...{ paymentId: null, receiptUrl: null, paidAt: null, movements: [], ...PAID_AT_ONCE },
}

/**
 * What Stripe says of an order now.
 * @param plan of what is paid in parts; what is in arrears goes by `now`.
 */
export async function fetchPayment(
  sessionId: string,
  plan: Plan | undefined,
  now: Date,
): Promise<{ payment: Payment; asked: AskedPlan | undefined }> {
  return asked(async (api) => {
    const session = await api.checkout.sessions.retrieve(sessionId, {
      expand: ['payment_intent.latest_charge.balance_transaction'],
    })
    const subscription = idOf(session.subscription)
    const parts = subscription ? await fetchPlan(api, subscription) : undefined
    const single = whole(session.payment_intent)
    const intents = parts ? await fetchIntents(api, parts.paymentIds) : single ? [single] : []
    const came = await Promise.all(intents.map((intent) => afterwards(api, intent)))
    const charges = came.flatMap(({ charge }) => charge ?? [])
    const [first, last] = [charges[0], charges.at(-1)]
    const payment: Payment = {
      session: sessionStateOf(session.status),
      isPaid: session.payment_status !== 'unpaid',
      totalMinor: parts ? parts.paidMinor : session.amount_total,
      refundedMinor: came.reduce((sum, { refundedMinor }) => sum + refundedMinor, 0),
      dispute: disputeOf(came.flatMap(({ disputes }) => disputes)),
      paymentId: intents.at(-1)?.id ?? null,
      receiptUrl: last?.receipt_url ?? null,
      paidAt: first ? new Date(first.created * 1000) : null,
      movements: came.flatMap(({ movements }) => movements),
      ...(parts && plan
        ? {
            ...planStanding(plan, parts.parts, parts.endedAt, now),
            ...{ subscriptionId: parts.subscriptionId, payUrl: parts.payUrl },
          }
        : PAID_AT_ONCE),
    }
    return { payment, asked: parts }
  })
}

const idOf = (thing: { id: string } | string | null): string | null =>
  typeof thing === 'string' ? thing : (thing?.id ?? null)

const fetchIntents = (api: Stripe, ids: readonly string[]) =>
  Promise.all(ids.map((id) => api.paymentIntents.retrieve(id, { expand: ['latest_charge.balance_transaction'] })))

/** What one payment came to: its charge, and what went back of it. */
async function afterwards(api: Stripe, intent: Stripe.PaymentIntent) {
  const charge = whole(intent.latest_charge)
  const [refunds, disputes] = await Promise.all([
    api.refunds
      .list({
        payment_intent: intent.id,
        limit: 100,
        expand: ['data.balance_transaction', 'data.failure_balance_transaction'],
      })
      .autoPagingToArray({ limit: 1000 }),
    api.disputes.list({ payment_intent: intent.id, limit: 100 }).autoPagingToArray({ limit: 1000 }),
  ])
  const movements = [
    charge?.balance_transaction,
    ...refunds.flatMap((refund) => [refund.balance_transaction, refund.failure_balance_transaction]),
    ...disputes.flatMap(({ balance_transactions }) => balance_transactions),
  ]
  return {
    ...{ charge, disputes },
    refundedMinor: refunds.filter(isUnderWay).reduce((sum, { amount }) => sum + amount, 0),
    movements: movements.flatMap((movement) => {
      const known = whole(movement)
      return known ? [movementOf(known)] : []
    }),
  }
}

/** Whatever Stripe may add to these is not yet the end of it. */
const sessionStateOf = (status: Stripe.Checkout.Session['status']): PaymentFacts['session'] =>
  status === 'complete' || status === 'expired' ? (status as 'complete' | 'expired') : 'open'

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
