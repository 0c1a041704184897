import { randomBytes } from 'node:crypto'

/** What the stand-in keeps, in the shapes that Stripe answers with; fields that the product does not read are left out. */
export type Session = {
  id: string
  object: 'checkout.session'
  status: 'open' | 'complete' | 'expired'
  payment_status: 'unpaid' | 'paid' | 'no_payment_required'
  payment_intent: string | null
  amount_subtotal: number
  amount_total: number
  currency: string
  client_reference_id: string
  customer_email: string
  metadata: Record<string, string>
  success_url: string
  cancel_url: string
  url: string | null
  created: number
  expires_at: number
  /** For the page only. */
  title: string
  promotionCode: string | null
}

export type Intent = {
  id: string
  object: 'payment_intent'
  status: 'succeeded' | 'processing'
  amount: number
  currency: string
  metadata: Record<string, string>
  latest_charge: string | null
  created: number
}

export type Charge = {
  id: string
  object: 'charge'
  amount: number
  currency: string
  payment_intent: string
  balance_transaction: string
  receipt_url: string
  metadata: Record<string, string>
  created: number
}

export type Refund = {
  id: string
  object: 'refund'
  amount: number
  currency: string
  status: 'succeeded' | 'failed'
  payment_intent: string
  charge: string
  balance_transaction: string
  failure_balance_transaction?: string
  metadata: Record<string, string>
  created: number
}

export type Dispute = {
  id: string
  object: 'dispute'
  amount: number
  currency: string
  status: 'needs_response' | 'won' | 'lost'
  payment_intent: string
  charge: string
  balance_transactions: string[]
  created: number
}

export type Transaction = {
  id: string
  object: 'balance_transaction'
  type: 'charge' | 'refund' | 'refund_failure' | 'adjustment'
  amount: number
  fee: number
  net: number
  currency: string
  source: string
  created: number
}

export type StripeEvent = { id: string; object: 'event'; type: string; created: number; data: { object: object } }

export type State = {
  sessions: Record<string, Session>
  intents: Record<string, Intent>
  charges: Record<string, Charge>
  refunds: Record<string, Refund>
  disputes: Record<string, Dispute>
  transactions: Record<string, Transaction>
  events: StripeEvent[]
  /** What was answered under a key, and what had been asked. */
  answers: Record<string, { asked: string; status: number; body: object }>
  /** How often each promotion code was used. */
  codesUsed: Record<string, number>
}

export const emptyState = (): State => ({
  ...{ sessions: {}, intents: {}, charges: {}, refunds: {}, disputes: {} },
  ...{ transactions: {}, events: [], answers: {}, codesUsed: {} },
})

export const newId = (prefix: string) => `${prefix}_${randomBytes(12).toString('hex')}`

export const seconds = () => Math.floor(Date.now() / 1000)
