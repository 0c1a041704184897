import { randomBytes } from 'node:crypto'

/** What the stand-in keeps, in the shapes that Stripe answers with; fields that the product does not read are left out. */
export type Session = {
  id: string
  object: 'checkout.session'
  status: 'open' | 'complete' | 'expired'
  payment_status: 'unpaid' | 'paid' | 'no_payment_required'
  mode: 'payment' | 'subscription'
  payment_intent: string | null
  subscription: string | null
  customer: string
  amount_subtotal: number
  amount_total: number
  currency: string
  client_reference_id: string
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
  customer: string
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
  customer: string
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

export type Customer = { id: string; object: 'customer'; email: string; name: string; metadata: Record<string, string> }

export type Subscription = {
  id: string
  object: 'subscription'
  status: 'active' | 'past_due' | 'canceled'
  customer: string
  metadata: Record<string, string>
  currency: string
  schedule: string | null
  ended_at: number | null
  canceled_at: number | null
  created: number
  /** For the stand-in only: what is asked each month, and when next. */
  amount: number
  title: string
  price: string
  nextAt: number
  page?: string
}

export type Schedule = {
  id: string
  object: 'subscription_schedule'
  status: 'active'
  subscription: string
  end_behavior: 'release' | 'cancel'
  phases: { start_date: number; end_date: number; items: { price: string; quantity: number }[] }[]
  /** For the stand-in only. */
  endsAt: number | null
}

export type Invoice = {
  id: string
  object: 'invoice'
  status: 'open' | 'paid'
  customer: string
  currency: string
  total: number
  amount_paid: number
  created: number
  hosted_invoice_url: string
  parent: {
    type: 'subscription_details'
    subscription_details: { subscription: string; metadata: Record<string, string> }
  }
  payments: {
    object: 'list'
    data: {
      id: string
      object: 'invoice_payment'
      status: 'paid'
      payment: { type: string; payment_intent: string }
    }[]
    has_more: false
    url: string
  }
}

export type StripeEvent = { id: string; object: 'event'; type: string; created: number; data: { object: object } }

export type State = {
  /** How far the clock here is ahead of that of the machine. */
  aheadSeconds: number
  customers: Record<string, Customer>
  subscriptions: Record<string, Subscription>
  schedules: Record<string, Schedule>
  invoices: Record<string, Invoice>
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
  ...{ aheadSeconds: 0, customers: {}, subscriptions: {}, schedules: {}, invoices: {} },
  ...{ sessions: {}, intents: {}, charges: {}, refunds: {}, disputes: {} },
  ...{ transactions: {}, events: [], answers: {}, codesUsed: {} },
})

export const newId = (prefix: string) => `${prefix}_${randomBytes(12).toString('hex')}`

/** By the clock of the machine, and as far ahead of it as the stand-in was put. */
export const seconds = (state?: Pick<State, 'aheadSeconds'>) =>
  Math.floor(Date.now() / 1000) + (state?.aheadSeconds ?? 0)
