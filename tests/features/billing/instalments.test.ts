import { beforeEach, expect, it } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { refundOrder, withdrawOrder } from '#app/features/billing/ask-refund.server.ts'
import { converge } from '#app/features/billing/converge.server.ts'
import { hearRing } from '#app/features/billing/hear-ring.server.ts'
import { openOwnPortal } from '#app/features/billing/own-customer.server.ts'
import { viewOwnPurchases } from '#app/features/billing/own-purchases.server.ts'
import { createAccount, mailsFor } from '#tests/support/accounts.ts'
import { queuedJobs } from '#tests/support/job-queue.ts'
import { buy, isEnrolled, openOrder, PRICE, publishPriced } from '#tests/support/orders.ts'
import { courseOf, publish } from '#tests/support/published.ts'
import { sellByStandIn, signed } from '#tests/support/stripe.ts'

const standIn = sellByStandIn()
/** The stand-in pays by the clock of this machine, and as far ahead of it as it was put. */
const clock = () => new Date(Date.now() + standIn().state.aheadSeconds * 1000)
const IN_PARTS = { currency: 'GBP', minor: PRICE.GBP, parts: 3 }

let noor: Actor
let course: { id: string; slug: string }
let order: { id: string; sessionId: string }

const look = () => converge(order.id, clock())
const plan = async () => (await viewOwnPurchases(noor, clock())).at(0)
const subscription = () => Object.values(standIn().state.subscriptions)[0]

async function passDays(days: number) {
  standIn().passDays(days)
  await look()
}

beforeEach(async () => {
  noor = await createAccount('Noor', { hasPassword: false })
  const instalments = { months: 3, graceDays: 14 }
  course = await publish('course', courseOf({ title: 'Practitioner level', price: PRICE, instalments }))
  order = await openOrder(noor, course.slug, IN_PARTS)
  standIn().pay(order.sessionId)
  await look()
})

it('is enrolled with the first part, pays as many as were agreed and none more, and has it whole with the last', async () => {
  expect(await isEnrolled(noor, course.id)).toBe(true)
  expect(await plan()).toMatchObject({ state: 'paid', amount: '£240.00', plan: { paid: 1, of: 3, part: '£80.00' } })
  expect(standIn().state.schedules[subscription()?.schedule ?? '']).toMatchObject({ end_behavior: 'cancel' })
  await passDays(32)
  expect(await plan()).toMatchObject({ plan: { paid: 2 } })
  await passDays(400)
  expect(subscription()?.status).toBe('canceled')
  expect(await plan()).toMatchObject({ state: 'paid', plan: { paid: 3 } })
  expect(await isEnrolled(noor, course.id)).toBe(true)
  const movements = await db().orderMovement.findMany({ where: { orderId: order.id } })
  expect(movements.map(({ amountMinor }) => amountMinor)).toEqual([8000, 8000, 8000])
})

it('whose bank declines a part is told, keeps the course for the days of grace, loses it then, and has it again when the part is paid', async () => {
  standIn().switches.decline = true
  await passDays(32)
  await look()
  expect(await plan()).toMatchObject({
    state: 'in-arrears',
    plan: { payUrl: expect.stringContaining('/invoices/in_') },
  })
  expect([await isEnrolled(noor, course.id), await mailsFor(noor.email)]).toEqual([true, ['instalment-unpaid']])
  await passDays(15)
  expect(await plan()).toMatchObject({ state: 'suspended' })
  expect([await isEnrolled(noor, course.id), (await mailsFor(noor.email)).length]).toEqual([false, 2])
  expect(await buy(noor, course.slug)).toMatchObject({ fault: expect.stringContaining('monthly parts') })
  standIn().payOpenInvoices()
  await look()
  expect(await plan()).toMatchObject({ state: 'paid', plan: { paid: 2 } })
  expect(await isEnrolled(noor, course.id)).toBe(true)
})

it('given back within the cooling-off it is all given back, and no further part is asked for', async () => {
  expect(await withdrawOrder(noor, order.id, clock())).toEqual({ outcome: 'made' })
  expect(subscription()?.status).toBe('canceled')
  await passDays(90)
  expect(Object.values(standIn().state.invoices)).toHaveLength(1)
  expect(await plan()).toMatchObject({ state: 'refunded', refunded: '£80.00' })
  expect(await isEnrolled(noor, course.id)).toBe(false)
})

it('is rung for by the invoice of a part, and by whatever names the person alone', async () => {
  await passDays(32)
  const told = standIn().state.events
  const ringOf = async (type: string) => {
    const { body, signature } = signed(told.findLast((event) => event.type === type) ?? {})
    await hearRing(body, signature)
    return (await queuedJobs()).filter((key) => key.startsWith('converge'))
  }
  expect(await ringOf('invoice.paid')).toEqual([`converge-${order.id}`])
  await db().$executeRaw`UPDATE "order" SET payment_id = NULL`
  expect(await ringOf('charge.succeeded')).toEqual([`converge-${order.id}`])
})

it('of a part staff give money back from the latest payment', async () => {
  const grace = await createAccount('Grace', { hasPassword: false, roles: ['accreditation_staff'] })
  await passDays(32)
  const refund = { amount: '30', reason: 'Goodwill' }
  expect(await refundOrder(grace, order.id, refund, clock())).toEqual({ outcome: 'made' })
  expect(await plan()).toMatchObject({ state: 'part-refunded', refunded: '£30.00' })
  expect(await isEnrolled(noor, course.id)).toBe(true)
})

it('is refused in parts that are not offered', async () => {
  const other = await publishPriced()
  for (const parts of [2, 3])
    expect(await buy(noor, other.slug, { ...IN_PARTS, parts })).toMatchObject({
      fault: expect.stringContaining('so many parts'),
    })
})

it('everybody is one customer at Stripe, whose page leads back to the purchases; after a change of the account, another one', async () => {
  const other = await publishPriced()
  await openOrder(noor, other.slug)
  const customers = Object.keys(standIn().state.customers)
  expect(customers).toHaveLength(1)
  const portal = await openOwnPortal(noor)
  expect(portal).toContain(`/portal/${customers[0]}`)
  expect(await (await fetch(portal ?? '')).text()).toContain('£80.00')
  standIn().state.customers = {}
  expect(await openOwnPortal(noor)).not.toBe(portal)
  standIn().switches.fail = 3
  expect(await openOwnPortal(noor)).toBeUndefined()
})

it('a page to pay on that a change of the account has taken away is given up, and a new one is opened', async () => {
  const other = await publishPriced()
  const old = await openOrder(noor, other.slug)
  Object.assign(standIn().state, { sessions: {}, customers: {}, answers: {} })
  const fresh = await openOrder(noor, other.slug)
  expect(fresh.sessionId).not.toBe(old.sessionId)
  expect(await db().order.findUnique({ where: { id: old.id } })).toMatchObject({ session: 'expired', isPaid: false })
  // What was paid in the old account stays paid.
  await expect(look()).rejects.toThrow('resource_missing')
  expect(await isEnrolled(noor, course.id)).toBe(true)
})
