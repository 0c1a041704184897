import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeEach, expect, it, vi } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { withdrawOrder } from '#app/features/billing/ask-refund.server.ts'
import { converge } from '#app/features/billing/converge.server.ts'
import { resumeOrder } from '#app/features/billing/own-purchases.server.ts'
import { reconcile } from '#app/features/billing/reconcile.server.ts'
import { action } from '#app/routes/stripe.webhook/route.ts'
import { STRAIGHT, type Switches } from '#scripts/stripe/switches.ts'
import { createAccount } from '#tests/support/accounts.ts'
import { askAsOwner } from '#tests/support/job-queue.ts'
import { buy, isEnrolled, openOrder, PRICE, publishPriced } from '#tests/support/orders.ts'
import { sellByStandIn } from '#tests/support/stripe.ts'

/** The types of the events that were heard at our door and taken. */
const heard: string[] = []

const door = createServer(async (incoming, outgoing) => {
  const body = await text(incoming)
  const headers = { 'stripe-signature': String(incoming.headers['stripe-signature']) }
  const request = new Request('http://localhost/stripe/webhook', { method: 'POST', headers, body })
  const { status } = await action({ request } as Parameters<typeof action>[0])
  if (status === 204) heard.push(JSON.parse(body).type)
  outgoing.writeHead(status).end()
})
await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
afterAll(() => door.close())

const standIn = sellByStandIn(`http://127.0.0.1:${(door.address() as AddressInfo).port}`)
/** The stand-in pays by the clock of this machine. */
const now = new Date()

let noor: Actor
let course: Awaited<ReturnType<typeof publishPriced>>

beforeEach(async () => {
  noor = await createAccount('Noor', { hasPassword: false })
  course = await publishPriced()
})

const atStripe = () => {
  const { customers, sessions, refunds } = standIn().state
  return [customers, sessions, refunds].map((things) => Object.keys(things).length)
}

it('what Stripe did and could not tell is done once, however often it is asked for, also after a 429', async () => {
  const { switches, pay } = standIn()
  // The client asks again after an answer that was lost, and leaves a 429 to us.
  Object.assign(switches, { lose: 1, limit: 1 })
  expect(await buy(noor, course.slug, undefined, now)).toHaveProperty('keptOrderId')
  const { id, sessionId } = await openOrder(noor, course.slug)
  expect(atStripe()).toEqual([1, 1, 0])

  Object.assign(switches, { lose: 1, limit: 2 })
  const kept = await buy(noor, (await publishPriced()).slug, undefined, now)
  const { id: secondId } = await db().order.findFirstOrThrow({ orderBy: { id: 'desc' } })
  expect(kept).toEqual({ keptOrderId: secondId })
  expect(await resumeOrder(noor, secondId, now)).not.toHaveProperty('checkoutUrl')
  const [, made] = Object.values(standIn().state.sessions)
  expect(await resumeOrder(noor, secondId, now)).toEqual({ checkoutUrl: made?.url })
  expect(atStripe()).toEqual([1, 2, 0])

  pay(sessionId)
  await converge(id, now)
  Object.assign(switches, { lose: 1, limit: 2 })
  expect(await withdrawOrder(noor, id, now)).toEqual({ outcome: 'kept' })
  await reconcile(now)
  expect(await db().orderRefund.findFirst()).toMatchObject({ stripeId: null, refusedAs: null })
  await reconcile(now)
  expect(atStripe()).toEqual([1, 2, 1])
  expect(await db().order.findUnique({ where: { id } })).toMatchObject({ refundedMinor: PRICE.GBP })
})

const PAID = ['charge.succeeded', 'payment_intent.succeeded', 'checkout.session.completed']
const GIVEN_BACK = ['refund.created', 'charge.refunded']

/** All that an order came to, but for names that differ from one to the next. */
async function standingOf(buyer: Actor, id: string) {
  const { session, isPaid, totalMinor, refundedMinor, dispute } = await db().order.findUniqueOrThrow({ where: { id } })
  const movements = await db().orderMovement.findMany({
    where: { orderId: id },
    select: { kind: true, amountMinor: true, feeMinor: true },
    orderBy: { kind: 'asc' },
  })
  return {
    ...{ session, isPaid, totalMinor, refundedMinor, dispute, movements },
    isEnrolled: await isEnrolled(buyer, course.id),
  }
}

/** Takes the looks that wait out of the queue, as the worker does. @returns their keys. */
async function takeJobs(): Promise<string[]> {
  const taken = await askAsOwner<{ key: string }>(`SELECT key FROM graphile_worker.jobs WHERE key LIKE 'converge-%'`)
  await askAsOwner(
    "SELECT graphile_worker.complete_jobs(ARRAY(SELECT id FROM graphile_worker.jobs WHERE key LIKE 'converge-%'))",
  )
  return taken.map(({ key }) => key)
}

/** Somebody pays and gets a part back, while Stripe rings as the switches say: what is heard of each. */
async function sellTo(name: string, switched: Partial<Switches>, tellsOfPayment: string[], tellsOfRefund: string[]) {
  heard.length = 0
  const buyer = await createAccount(name, { hasPassword: false })
  const { id, sessionId } = await openOrder(buyer, course.slug)
  const hearAndLook = async (types: string[]) => {
    await vi.waitFor(() => expect(heard.length).toBeGreaterThanOrEqual(types.length), { interval: 5, timeout: 10_000 })
    const first = heard.slice(0, types.length)
    // Without reordering they are under way at once, and any of them may be the first.
    expect(switched.reorder ? first : first.toSorted()).toEqual(switched.reorder ? types : types.toSorted())
    for (const key of await takeJobs()) await converge(key.replace('converge-', ''), now)
  }
  Object.assign(standIn().switches, switched)
  standIn().pay(sessionId)
  if (!switched.delayMs) await hearAndLook(tellsOfPayment)
  // What happens later is told at once, and so before what is told late.
  standIn().switches.delayMs = 0
  standIn().refund(sessionId, 1000)
  if (switched.delayMs) await hearAndLook(tellsOfRefund)
  await hearAndLook([...tellsOfPayment, ...tellsOfRefund])
  Object.assign(standIn().switches, STRAIGHT)
  return { look: () => standingOf(buyer, id) }
}

it('rings that come late, twice, in another order or not at all lead to what those in order lead to', async () => {
  const dropped = await sellTo('Dora', { drop: true }, [], [])
  const inOrder = await (await sellTo('Olu', {}, PAID, GIVEN_BACK)).look()
  expect(inOrder).toMatchObject({ isPaid: true, refundedMinor: 1000, isEnrolled: true })
  const cases = [
    await sellTo('Lou', { delayMs: 500 }, PAID, GIVEN_BACK),
    await sellTo('Tove', { duplicate: true }, [...PAID, ...PAID], [...GIVEN_BACK, ...GIVEN_BACK]),
    await sellTo('Rafa', { reorder: true }, PAID.toReversed(), GIVEN_BACK.toReversed()),
  ]
  for (const { look } of cases) expect(await look()).toEqual(inOrder)

  expect(await dropped.look()).toMatchObject({ session: 'open', isPaid: false, isEnrolled: false })
  await reconcile(new Date(now.getTime() + 6 * 60_000))
  expect(await dropped.look()).toEqual(inOrder)
})

it('a promotion code that is used up is refused in a sentence, and the order stays open at its price', async () => {
  const enterCode = async (sessionId: string) => {
    const form = new URLSearchParams({ intent: 'promote', code: 'stance10' })
    const answer = await fetch(`${standIn().origin}/pay/${sessionId}`, { method: 'POST', body: form })
    const page = await answer.text()
    const [fault, typed] = [/role="alert"[^>]*>([^<]*)/, /id="code"[^>]* value="([^"]*)"/].map(
      (one) => one.exec(page)?.[1],
    )
    return { status: answer.status, fault, typed }
  }
  const orders = []
  for (const name of ['Ada', 'Bea', 'Cem']) {
    const buyer = await createAccount(name, { hasPassword: false })
    orders.push({ buyer, ...(await openOrder(buyer, course.slug)) })
  }
  const answers = []
  for (const { sessionId } of orders) answers.push(await enterCode(sessionId))
  const fault = 'This code is invalid.'
  expect(answers).toEqual([{ status: 200 }, { status: 200 }, { status: 400, fault, typed: 'stance10' }])
  expect(await enterCode(orders[0]?.sessionId ?? '')).toEqual({
    status: 400,
    fault: 'A promotion code is used already.',
  })

  const last = orders[2]
  if (last) await converge(last.id, now)
  expect(await db().order.findUnique({ where: { id: last?.id } })).toMatchObject({ session: 'open', isPaid: false })
  for (const { id, sessionId } of orders) {
    standIn().pay(sessionId)
    await converge(id, now)
  }
  const paid = await Promise.all(orders.map(({ buyer, id }) => standingOf(buyer, id)))
  expect(paid.map(({ totalMinor }) => totalMinor)).toEqual([21600, 21600, PRICE.GBP])
  expect(paid.every(({ isEnrolled }) => isEnrolled)).toBe(true)
})
