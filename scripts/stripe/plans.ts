import { charge, type Told } from './money-moves.ts'
import { type Invoice, newId, type Schedule, type Session, type State, type Subscription, seconds } from './state.ts'

/** What is asked for every month: subscriptions, their invoices, and the schedules that end them. */

/** A month on, by the calendar. */
function monthAfter(at: number, months = 1): number {
  const date = new Date(at * 1000)
  date.setUTCMonth(date.getUTCMonth() + months)
  return date.getTime() / 1000
}

/** The first part is paid on the page; the others come as time goes on. */
export function subscribe(state: State, session: Session): Told[] {
  const id = newId('sub')
  const created = seconds(state)
  const { metadata, customer, currency, amount_subtotal: amount, title } = session
  const subscription: Subscription = {
    ...{ id, object: 'subscription', status: 'active', customer, metadata, currency, schedule: null },
    ...{
      ended_at: null,
      canceled_at: null,
      created,
      amount,
      title,
      price: newId('price'),
      nextAt: monthAfter(created),
    },
  }
  state.subscriptions[id] = subscription
  const told = bill(state, subscription, { at: created, isDeclined: false, amount: session.amount_total }, session.url)
  Object.assign(session, { status: 'complete', payment_status: 'paid', subscription: id, url: null })
  return [
    ...told,
    { type: 'customer.subscription.created', object: subscription },
    { type: 'checkout.session.completed', object: session },
  ]
}

type Billing = { at: number; isDeclined: boolean; amount: number }

function bill(
  state: State,
  subscription: Subscription,
  { at, isDeclined, amount }: Billing,
  page: string | null,
): Told[] {
  const { id: subscriptionId, customer, currency, metadata } = subscription
  const id = newId('in')
  const invoice: Invoice = {
    ...{ id, object: 'invoice', status: 'open', customer, currency, total: amount, amount_paid: 0, created: at },
    hosted_invoice_url: new URL(`/invoices/${id}`, page ?? subscription.page).href,
    parent: { type: 'subscription_details', subscription_details: { subscription: subscriptionId, metadata } },
    payments: { object: 'list', data: [], has_more: false, url: '/v1/invoice_payments' },
  }
  subscription.page = invoice.hosted_invoice_url
  state.invoices[id] = invoice
  if (!isDeclined) return payInvoice(state, invoice)
  subscription.status = 'past_due'
  return [
    { type: 'invoice.payment_failed', object: invoice },
    { type: 'customer.subscription.updated', object: subscription },
  ]
}

/** @returns nothing to tell of one that is paid. */
export function payInvoice(state: State, invoice: Invoice): Told[] {
  if (invoice.status !== 'open') return []
  const { total: amount, currency, customer, hosted_invoice_url: page } = invoice
  // Stripe gives a payment of an invoice none of the subscription's metadata.
  const { intent, told } = charge(state, { amount, currency, customer, metadata: {}, page })
  const payment = { type: 'payment_intent', payment_intent: intent }
  invoice.payments.data.push({ id: newId('inpay'), object: 'invoice_payment', status: 'paid', payment })
  Object.assign(invoice, { status: 'paid', amount_paid: amount })
  const subscription = state.subscriptions[invoice.parent.subscription_details.subscription]
  if (subscription?.status === 'past_due' && openOf(state, subscription).length === 0) subscription.status = 'active'
  return [...told, { type: 'invoice.paid', object: invoice }]
}

export const invoicesOf = (state: State, subscriptionId: string): Invoice[] =>
  Object.values(state.invoices).filter((one) => one.parent.subscription_details.subscription === subscriptionId)

const openOf = (state: State, { id }: Subscription) => invoicesOf(state, id).filter(({ status }) => status === 'open')

export function cancel(state: State, subscription: Subscription): Told[] {
  if (subscription.status === 'canceled') return []
  Object.assign(subscription, { status: 'canceled', ended_at: seconds(state), canceled_at: seconds(state) })
  return [{ type: 'customer.subscription.deleted', object: subscription }]
}

/** @returns a sentence when there is such a schedule already. */
export function scheduleFrom(state: State, subscription: Subscription): Schedule | string {
  if (subscription.schedule) return 'You cannot migrate a subscription that is already attached to a schedule.'
  const id = newId('sub_sched')
  const phase = { start_date: subscription.created, items: [{ price: subscription.price, quantity: 1 }] }
  const schedule: Schedule = {
    ...{ id, object: 'subscription_schedule', status: 'active', subscription: subscription.id },
    ...{ end_behavior: 'release', endsAt: null, phases: [{ ...phase, end_date: subscription.nextAt }] },
  }
  state.schedules[id] = schedule
  subscription.schedule = id
  return schedule
}

/** One phase that begins with the subscription and lasts so many months; then it is cancelled. */
export function endSchedule(schedule: Schedule, months: number): void {
  const [phase] = schedule.phases
  const endsAt = monthAfter(phase?.start_date ?? 0, months)
  Object.assign(schedule, { end_behavior: 'cancel', endsAt })
  if (phase) phase.end_date = endsAt
}

/** Lets time go on: whatever falls due until then is asked for, in its order. */
export function passTime(state: State, days: number, isDeclined: boolean): Told[] {
  state.aheadSeconds += days * 86_400
  const now = seconds(state)
  const told: Told[] = []
  for (const subscription of Object.values(state.subscriptions)) {
    while (subscription.status !== 'canceled' && subscription.nextAt <= now) {
      const { nextAt: at, amount, schedule } = subscription
      const endsAt = state.schedules[schedule ?? '']?.endsAt
      if (endsAt !== null && endsAt !== undefined && at >= endsAt) told.push(...cancel(state, subscription))
      else told.push(...bill(state, subscription, { at, isDeclined, amount }, null))
      subscription.nextAt = monthAfter(at)
    }
  }
  return told
}
