import { type Answer, type Asked, listOf, refusal } from './call.ts'
import { groupAt, valueAt } from './form.ts'
import { cancel, endSchedule, invoicesOf, scheduleFrom } from './plans.ts'
import { newId } from './state.ts'

const missing = (kind: string, id: string) => refusal(404, `No such ${kind}: '${id}'`, 'resource_missing')

export function createCustomer({ state, params }: Asked): Answer {
  const id = newId('cus')
  const facts = {
    email: valueAt(params, 'email'),
    name: valueAt(params, 'name'),
    metadata: groupAt(params, 'metadata'),
  }
  state.customers[id] = { id, object: 'customer', ...facts }
  return { status: 200, body: state.customers[id], told: [] }
}

export function createPortal({ state, params, origin }: Asked): Answer {
  const customer = valueAt(params, 'customer')
  if (!state.customers[customer]) return refusal(400, `No such customer: '${customer}'`, 'resource_missing')
  const returnUrl = valueAt(params, 'return_url')
  const url = `${origin}/portal/${customer}?${new URLSearchParams({ back: returnUrl })}`
  return { status: 200, body: { id: newId('bps'), object: 'billing_portal.session', customer, url }, told: [] }
}

export function readSubscription({ state, id }: Asked): Answer {
  const subscription = state.subscriptions[id]
  if (!subscription) return missing('subscription', id)
  const schedule = state.schedules[subscription.schedule ?? ''] ?? null
  return { status: 200, body: { ...subscription, schedule }, told: [] }
}

export function cancelSubscription({ state, id }: Asked): Answer {
  const subscription = state.subscriptions[id]
  if (!subscription) return missing('subscription', id)
  const told = cancel(state, subscription)
  return { status: 200, body: subscription, told }
}

/** The newest first. */
export const listInvoices = ({ state, params }: Asked): Answer =>
  listOf(invoicesOf(state, valueAt(params, 'subscription')).toReversed())

export function readIntent({ state, id }: Asked): Answer {
  const intent = state.intents[id]
  const charge = state.charges[intent?.latest_charge ?? '']
  if (!intent || !charge) return missing('payment_intent', id)
  const latest_charge = { ...charge, balance_transaction: state.transactions[charge.balance_transaction] }
  return { status: 200, body: { ...intent, latest_charge }, told: [] }
}

export function createSchedule({ state, params }: Asked): Answer {
  const id = valueAt(params, 'from_subscription')
  const subscription = state.subscriptions[id]
  if (!subscription) return missing('subscription', id)
  const made = scheduleFrom(state, subscription)
  return typeof made === 'string' ? refusal(400, made) : { status: 200, body: made, told: [] }
}

export function readSchedule({ state, id }: Asked): Answer {
  const schedule = state.schedules[id]
  return schedule ? { status: 200, body: schedule, told: [] } : missing('subscription_schedule', id)
}

/** Takes one phase that begins where the subscription did, of the same item, and cancels at its end. */
export function updateSchedule({ state, params, id }: Asked): Answer {
  const schedule = state.schedules[id]
  if (!schedule) return missing('subscription_schedule', id)
  const text = (path: string) => valueAt(params, path)
  const [phase] = schedule.phases
  if (Number(text('phases.0.start_date')) !== phase?.start_date)
    return refusal(400, 'You can not modify the start date of the current phase.')
  if (text('phases.0.items.0.price') !== phase.items[0]?.price) return missing('price', text('phases.0.items.0.price'))
  const months = Number(text('phases.0.duration.interval_count'))
  if (text('end_behavior') !== 'cancel' || text('phases.0.duration.interval') !== 'month' || !(months >= 1))
    return refusal(400, 'Invalid phases.')
  endSchedule(schedule, months)
  return { status: 200, body: schedule, told: [] }
}
