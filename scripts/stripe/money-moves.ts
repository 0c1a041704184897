import {
  type Charge,
  type Dispute,
  type Intent,
  newId,
  type Refund,
  type Session,
  type State,
  seconds,
  type Transaction,
} from './state.ts'

/** What happens to money at Stripe. Each step changes the state and returns the events that tell of it. */
export type Told = { type: string; object: object }

/** Takes 10 % off, twice at most. */
export const PROMOTION = { code: 'STANCE10', share: 0.1, uses: 2 }

/** As Stripe charges for European cards: 1.5 % and 20 of the smallest unit. */
const feeOf = (amount: number) => Math.round(amount * 0.015) + 20

function move(
  state: State,
  type: Transaction['type'],
  { amount, fee = 0, currency, source }: Pick<Transaction, 'amount' | 'currency' | 'source'> & { fee?: number },
) {
  const id = newId('txn')
  const created = seconds(state)
  state.transactions[id] = {
    id,
    object: 'balance_transaction',
    type,
    amount,
    fee,
    net: amount - fee,
    currency,
    source,
    created,
  }
  return id
}

/** @returns a sentence when the code cannot be used, and otherwise nothing: the total is less then. */
export function applyPromotion(state: State, session: Session, code: string): string | undefined {
  if (session.promotionCode) return 'A promotion code is used already.'
  const used = state.codesUsed[PROMOTION.code] ?? 0
  if (code.trim().toUpperCase() !== PROMOTION.code || used >= PROMOTION.uses) return 'This code is invalid.'
  state.codesUsed[PROMOTION.code] = used + 1
  session.promotionCode = PROMOTION.code
  session.amount_total = session.amount_subtotal - Math.round(session.amount_subtotal * PROMOTION.share)
  return undefined
}

type Charging = Pick<Charge, 'amount' | 'currency' | 'customer' | 'metadata'> & { page: string | null }

/** Takes an amount. @param page on this server, so that the receipt lies there too. */
export function charge(state: State, { page, ...facts }: Charging): { intent: string; told: Told[] } {
  const [intentId, chargeId, created] = [newId('pi'), newId('ch'), seconds(state)]
  const { amount, currency } = facts
  const transaction = move(state, 'charge', { amount, fee: feeOf(amount), currency, source: chargeId })
  const made: Charge = {
    ...{ id: chargeId, object: 'charge', ...facts, created },
    ...{ payment_intent: intentId, balance_transaction: transaction, receipt_url: receiptOf(page, chargeId) },
  }
  state.charges[chargeId] = made
  const intent: Intent = {
    ...{ id: intentId, object: 'payment_intent', status: 'succeeded', ...facts, created, latest_charge: chargeId },
  }
  state.intents[intentId] = intent
  const told = [
    { type: 'charge.succeeded', object: made },
    { type: 'payment_intent.succeeded', object: intent },
  ]
  return { intent: intentId, told }
}

export function pay(state: State, session: Session): Told[] {
  if (session.status !== 'open') return []
  const { amount_total: amount, currency, customer, metadata, url: page } = session
  const { intent, told } = charge(state, { amount, currency, customer, metadata, page })
  Object.assign(session, { status: 'complete', payment_status: 'paid', payment_intent: intent, url: null })
  return [...told, { type: 'checkout.session.completed', object: session }]
}

/** Beside the page on which it was paid. */
const receiptOf = (page: string | null, chargeId: string) =>
  new URL(`/receipts/${chargeId}`, page ?? 'http://localhost').href

export function expire(session: Session): Told[] {
  if (session.status !== 'open') return []
  Object.assign(session, { status: 'expired', url: null })
  return [{ type: 'checkout.session.expired', object: session }]
}

const given = (state: State, intentId: string) =>
  Object.values(state.refunds)
    .filter(({ payment_intent, status }) => payment_intent === intentId && status !== 'failed')
    .reduce((sum, { amount }) => sum + amount, 0)

/** @returns a sentence when there is less left than that. */
export function refund(
  state: State,
  charge: Charge,
  amount: number,
  metadata: Record<string, string>,
): { refund: Refund; told: Told[] } | string {
  if (amount > charge.amount - given(state, charge.payment_intent))
    return `Refund amount (${amount}) is greater than unrefunded amount on charge.`
  const id = newId('re')
  const { currency, payment_intent, id: chargeId } = charge
  const made: Refund = {
    ...{ id, object: 'refund', amount, currency, status: 'succeeded', payment_intent, charge: chargeId, metadata },
    ...{
      balance_transaction: move(state, 'refund', { amount: -amount, currency, source: id }),
      created: seconds(state),
    },
  }
  state.refunds[id] = made
  return {
    refund: made,
    told: [
      { type: 'refund.created', object: made },
      { type: 'charge.refunded', object: charge },
    ],
  }
}

const DISPUTE_FEE = 2000

export function openDispute(state: State, charge: Charge): Told[] {
  const id = newId('du')
  const { amount, currency, payment_intent, id: chargeId } = charge
  const taken = move(state, 'adjustment', { amount: -amount, fee: DISPUTE_FEE, currency, source: id })
  const dispute: Dispute = {
    ...{ id, object: 'dispute', amount, currency, status: 'needs_response', payment_intent, charge: chargeId },
    ...{ balance_transactions: [taken], created: seconds(state) },
  }
  state.disputes[id] = dispute
  return [
    { type: 'charge.dispute.created', object: dispute },
    { type: 'charge.dispute.funds_withdrawn', object: dispute },
  ]
}

export function closeDispute(state: State, dispute: Dispute, status: 'won' | 'lost'): Told[] {
  dispute.status = status
  const { amount, currency, id } = dispute
  if (status === 'won') dispute.balance_transactions.push(move(state, 'adjustment', { amount, currency, source: id }))
  return [{ type: 'charge.dispute.closed', object: dispute }]
}
