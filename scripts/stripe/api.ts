import { type Answer, type Asked, listOf, refusal } from './call.ts'
import { groupAt, namesOf, type Params, valueAt } from './form.ts'
import { expire, refund } from './money-moves.ts'
import * as plans from './plan-calls.ts'
import { newId, type Session, seconds } from './state.ts'

/** Everything that the product asks of Stripe. Whatever else it sends, by address or by parameter, is refused. */
const calls: { method: string; path: RegExp; takes: string[]; answer: (asked: Asked) => Answer }[] = [
  {
    method: 'POST',
    path: /^\/v1\/checkout\/sessions$/,
    takes: [
      ...['mode', 'client_reference_id', 'customer', 'allow_promotion_codes', 'automatic_tax.enabled'],
      ...['customer_update.address', 'customer_update.name', 'line_items.*.price_data.recurring.interval'],
      ...['line_items.*.quantity', 'line_items.*.price_data.currency', 'line_items.*.price_data.unit_amount'],
      ...['line_items.*.price_data.product_data.name', 'metadata.*', 'payment_intent_data.metadata.*'],
      'subscription_data.metadata.*',
      ...['success_url', 'cancel_url'],
    ],
    answer: createSession,
  },
  { method: 'GET', path: /^\/v1\/checkout\/sessions\/(cs_\w+)$/, takes: ['expand.*'], answer: readSession },
  { method: 'POST', path: /^\/v1\/checkout\/sessions\/(cs_\w+)\/expire$/, takes: [], answer: expireSession },
  { method: 'POST', path: /^\/v1\/refunds$/, takes: ['payment_intent', 'amount', 'metadata.*'], answer: createRefund },
  { method: 'GET', path: /^\/v1\/refunds$/, takes: ['payment_intent', 'limit', 'expand.*'], answer: listRefunds },
  { method: 'GET', path: /^\/v1\/disputes$/, takes: ['payment_intent', 'limit'], answer: listDisputes },
  {
    method: 'GET',
    path: /^\/v1\/balance_transactions$/,
    takes: ['created.gte', 'created.lt', 'limit', 'starting_after'],
    answer: listTransactions,
  },
  { method: 'POST', path: /^\/v1\/customers$/, takes: ['email', 'name', 'metadata.*'], answer: plans.createCustomer },
  {
    method: 'POST',
    path: /^\/v1\/billing_portal\/sessions$/,
    takes: ['customer', 'return_url'],
    answer: plans.createPortal,
  },
  { method: 'GET', path: /^\/v1\/payment_intents\/(pi_\w+)$/, takes: ['expand.*'], answer: plans.readIntent },
  { method: 'GET', path: /^\/v1\/subscriptions\/(sub_\w+)$/, takes: ['expand.*'], answer: plans.readSubscription },
  {
    method: 'DELETE',
    path: /^\/v1\/subscriptions\/(sub_\w+)$/,
    takes: ['prorate', 'invoice_now'],
    answer: plans.cancelSubscription,
  },
  { method: 'GET', path: /^\/v1\/invoices$/, takes: ['subscription', 'limit', 'expand.*'], answer: plans.listInvoices },
  {
    method: 'POST',
    path: /^\/v1\/subscription_schedules$/,
    takes: ['from_subscription'],
    answer: plans.createSchedule,
  },
  {
    method: 'GET',
    path: /^\/v1\/subscription_schedules\/(sub_sched_\w+)$/,
    takes: [],
    answer: plans.readSchedule,
  },
  {
    method: 'POST',
    path: /^\/v1\/subscription_schedules\/(sub_sched_\w+)$/,
    takes: [
      ...['end_behavior', 'proration_behavior', 'phases.*.items.*.price', 'phases.*.items.*.quantity'],
      ...['phases.*.start_date', 'phases.*.duration.interval', 'phases.*.duration.interval_count'],
    ],
    answer: plans.updateSchedule,
  },
]

export function answerCall(method: string, path: string, { state, params, origin }: Omit<Asked, 'id'>): Answer {
  const call = calls.find((one) => one.method === method && one.path.test(path))
  if (!call) return refusal(404, `Unrecognized request URL (${method}: ${path}).`)
  const unknown = namesOf(params).find((name) => !call.takes.includes(name))
  if (unknown) return refusal(400, `Received unknown parameter: ${unknown}`, 'parameter_unknown')
  return call.answer({ state, params, origin, id: call.path.exec(path)?.[1] ?? '' })
}

const DAY_SECONDS = 86_400

function createSession({ state, params, origin }: Asked): Answer {
  const text = (path: string) => valueAt(params, path)
  const amount = Number(text('line_items.0.price_data.unit_amount')) * Number(text('line_items.0.quantity'))
  const mode = text('mode')
  if (mode !== 'payment' && mode !== 'subscription')
    return refusal(400, 'Missing required param: mode.', 'parameter_missing')
  if ((mode === 'subscription') !== (text('line_items.0.price_data.recurring.interval') === 'month'))
    return refusal(400, `A price of this kind cannot be used in ${mode} mode.`)
  const customer = text('customer')
  if (!state.customers[customer]) return refusal(400, `No such customer: '${customer}'`, 'resource_missing')
  if (!Number.isSafeInteger(amount) || amount <= 0)
    return refusal(400, 'Invalid integer: unit_amount', 'parameter_invalid_integer')
  const currency = text('line_items.0.price_data.currency')
  if (!/^[a-z]{3}$/.test(currency)) return refusal(400, `Invalid currency: ${currency}.`)
  const id = newId('cs_test')
  const created = seconds(state)
  const session: Session = {
    ...{ id, object: 'checkout.session', status: 'open', payment_status: 'unpaid', payment_intent: null },
    ...{ mode, subscription: null, customer },
    ...{
      amount_subtotal: amount,
      amount_total: amount,
      currency,
      title: text('line_items.0.price_data.product_data.name'),
    },
    client_reference_id: text('client_reference_id'),
    ...{ metadata: groupAt(params, 'metadata'), success_url: text('success_url'), cancel_url: text('cancel_url') },
    ...{ url: `${origin}/pay/${id}`, created, expires_at: created + DAY_SECONDS, promotionCode: null },
  }
  state.sessions[id] = session
  return { status: 200, body: session, told: [] }
}

const noSession = (id: string) => refusal(404, `No such checkout.session: '${id}'`, 'resource_missing')

/** Asked for whole as far as the product asks: the payment, its charge, and the charge's movement. */
function readSession({ state, id }: Asked): Answer {
  const session = state.sessions[id]
  if (!session) return noSession(id)
  const intent = state.intents[session.payment_intent ?? '']
  const charge = state.charges[intent?.latest_charge ?? '']
  const movement = state.transactions[charge?.balance_transaction ?? '']
  const whole = intent && { ...intent, latest_charge: charge && { ...charge, balance_transaction: movement } }
  return { status: 200, body: { ...session, payment_intent: whole ?? null }, told: [] }
}

function expireSession({ state, id }: Asked): Answer {
  const session = state.sessions[id]
  if (!session) return noSession(id)
  if (session.status !== 'open') return refusal(400, 'Only Checkout Sessions with a status in ["open"] can be expired.')
  const told = expire(session)
  return { status: 200, body: session, told }
}

function createRefund({ state, params }: Asked): Answer {
  const intent = state.intents[valueAt(params, 'payment_intent')]
  const charge = state.charges[intent?.latest_charge ?? '']
  if (!charge) return refusal(404, 'No such payment_intent', 'resource_missing')
  const amount = Number(valueAt(params, 'amount'))
  if (!Number.isSafeInteger(amount) || amount <= 0)
    return refusal(400, 'Invalid positive integer', 'parameter_invalid_integer')
  const made = refund(state, charge, amount, groupAt(params, 'metadata'))
  return typeof made === 'string' ? refusal(400, made) : { status: 200, body: made.refund, told: made.told }
}

const isOf = (params: Params) => (thing: { payment_intent: string }) =>
  thing.payment_intent === valueAt(params, 'payment_intent')

function listRefunds({ state, params }: Asked): Answer {
  const refunds = Object.values(state.refunds).filter(isOf(params))
  return listOf(refunds.map((one) => ({ ...one, balance_transaction: state.transactions[one.balance_transaction] })))
}

function listDisputes({ state, params }: Asked): Answer {
  const disputes = Object.values(state.disputes).filter(isOf(params))
  return listOf(
    disputes.map((one) => ({
      ...one,
      balance_transactions: one.balance_transactions.map((id) => state.transactions[id]),
    })),
  )
}

/** The newest first, a page at a time, as Stripe lists them. */
function listTransactions({ state, params }: Asked): Answer {
  const [from, to] = [Number(valueAt(params, 'created.gte')), Number(valueAt(params, 'created.lt'))]
  const all = Object.values(state.transactions)
    .filter(({ created }) => created >= from && created < to)
    .reverse()
  const begin = all.findIndex(({ id }) => id === valueAt(params, 'starting_after')) + 1
  const page = all.slice(begin, begin + (Number(valueAt(params, 'limit')) || 10))
  return listOf(page, begin + page.length < all.length)
}
