import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { converge } from '#app/features/billing/converge.server.ts'
import { hearRing } from '#app/features/billing/hear-ring.server.ts'
import { reconcile } from '#app/features/billing/reconcile.server.ts'
import { enrol } from '#app/features/learning/enrol.server.ts'
import { forgetStripe } from '#app/integrations/stripe.server.ts'
import { auditedActions, createAccount, now } from '#tests/support/accounts.ts'
import { queuedJobs } from '#tests/support/job-queue.ts'
import { isEnrolled, openOrder, PRICE, publishPriced } from '#tests/support/orders.ts'
import { courseOf, publish, publishVersion } from '#tests/support/published.ts'
import { sellByStandIn, signed } from '#tests/support/stripe.ts'

const standIn = sellByStandIn()

let noor: Actor
let course: Awaited<ReturnType<typeof publishPriced>>

beforeEach(async () => {
  noor = await createAccount('Noor', { hasPassword: false })
  course = await publishPriced()
})

const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

describe('looking at an order', () => {
  it('changes nothing before it is paid', async () => {
    const { id } = await openOrder(noor, course.slug)
    await converge(id, now)
    expect(await isEnrolled(noor, course.id)).toBe(false)
    expect(await auditedActions()).toEqual(['order.placed'])
  })

  it('enrols whoever has paid, once, with what moved in the audit trail', async () => {
    const { id, sessionId } = await openOrder(noor, course.slug)
    standIn().pay(sessionId)
    await Promise.all([converge(id, now), converge(id, now), converge(id, now)])
    await converge(id, now)
    expect(await isEnrolled(noor, course.id)).toBe(true)
    expect(await auditedActions()).toEqual(['order.placed', 'order.money-moved', 'order.changed', 'enrolment.made'])
    expect(await db().orderMovement.findMany()).toMatchObject([
      { kind: 'charge', amountMinor: PRICE.GBP, feeMinor: 380 },
    ])
  })

  it('ends the enrolment with a whole refund, and not with a part', async () => {
    const { id, sessionId } = await openOrder(noor, course.slug)
    standIn().pay(sessionId)
    standIn().refund(sessionId, 1000)
    await converge(id, now)
    expect(await isEnrolled(noor, course.id)).toBe(true)
    standIn().refund(sessionId, PRICE.GBP - 1000)
    await converge(id, now)
    expect(await isEnrolled(noor, course.id)).toBe(false)
  })

  it('ends it while the payment is disputed, and gives it back when the dispute is won', async () => {
    const { id, sessionId } = await openOrder(noor, course.slug)
    standIn().pay(sessionId)
    standIn().dispute(sessionId)
    await converge(id, now)
    expect(await isEnrolled(noor, course.id)).toBe(false)
    standIn().closeDispute(sessionId, 'won')
    await converge(id, now)
    expect(await isEnrolled(noor, course.id)).toBe(true)
    expect(await db().enrolment.count()).toBe(1)
  })

  it('never ends what another order gave, or what was free', async () => {
    const other = await publishPriced()
    const free = await publish('course', courseOf())
    await enrol(noor, free.slug, now)
    const [first, second] = [await openOrder(noor, course.slug), await openOrder(noor, other.slug)]
    for (const { id, sessionId } of [first, second]) {
      standIn().pay(sessionId)
      await converge(id, now)
    }
    standIn().refund(first.sessionId, PRICE.GBP)
    await converge(first.id, now)
    const enrolled = await Promise.all([course, other, free].map(({ id }) => isEnrolled(noor, id)))
    expect(enrolled).toEqual([false, true, true])
  })

  it('leaves alone whoever was enrolled when the course was still free', async () => {
    const was = await publish('course', courseOf())
    await publishVersion(was.id, courseOf({ slug: was.slug, price: PRICE }), now)
    const { id, sessionId } = await openOrder(noor, was.slug)
    await db().enrolment.create({ data: { userId: noor.id, courseId: was.id, enrolledAt: now } })
    standIn().pay(sessionId)
    standIn().refund(sessionId, PRICE.GBP)
    await converge(id, now)
    expect(await isEnrolled(noor, was.id)).toBe(true)
  })

  it('asks again after a failure', async () => {
    const { id, sessionId } = await openOrder(noor, course.slug)
    standIn().pay(sessionId)
    standIn().switches.fail = 1
    await converge(id, now)
    expect(await isEnrolled(noor, course.id)).toBe(true)
  })
})

describe('the reconciling job', () => {
  it('enrols whoever paid when no event came and nobody came back, also after the process was killed in between', async () => {
    const { sessionId } = await openOrder(noor, course.slug)
    standIn().pay(sessionId)
    forgetStripe()
    await reconcile(later(6))
    expect(await isEnrolled(noor, course.id)).toBe(true)
  })

  it('hears of a refund that nobody told, within the hour', async () => {
    const { id, sessionId } = await openOrder(noor, course.slug)
    standIn().pay(sessionId)
    await converge(id, now)
    standIn().refund(sessionId, PRICE.GBP)
    await reconcile(later(59))
    expect(await isEnrolled(noor, course.id)).toBe(true)
    await reconcile(later(61))
    expect(await isEnrolled(noor, course.id)).toBe(false)
  })
})

describe('a ring', () => {
  const event = (object: object) => ({ id: 'evt_1', object: 'event', type: 'any.thing', data: { object } })

  it('queues a look at the order, once however often it is heard', async () => {
    const { id, sessionId } = await openOrder(noor, course.slug)
    standIn().pay(sessionId)
    for (const told of [...standIn().state.events, ...standIn().state.events]) {
      const { body, signature } = signed(told)
      expect(await hearRing(body, signature)).toBe(true)
    }
    expect((await queuedJobs()).filter((key) => key.startsWith('converge'))).toEqual([`converge-${id}`])
    expect(await isEnrolled(noor, course.id)).toBe(false)
  })

  it('is believed only when Stripe signed it, and a short time ago', async () => {
    const { body, signature } = signed(event({}))
    expect(await hearRing(body, signature)).toBe(true)
    expect(await hearRing(`${body} `, signature)).toBe(false)
    expect(await hearRing(body, '')).toBe(false)
    const old = signed(event({}), Math.floor(Date.now() / 1000) - 301)
    expect(await hearRing(old.body, old.signature)).toBe(false)
  })

  it('about nothing of ours is taken and changes nothing', async () => {
    const { body, signature } = signed(event({ object: 'payout', id: 'po_1', metadata: { order_id: "'; --" } }))
    expect(await hearRing(body, signature)).toBe(true)
    expect(await queuedJobs()).toEqual([])
  })
})
