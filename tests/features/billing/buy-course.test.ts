import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { settings } from '#app/env.server.ts'
import { converge } from '#app/features/billing/converge.server.ts'
import { resumeOrder, viewOwnPurchases, viewReturn } from '#app/features/billing/own-purchases.server.ts'
import { enrol } from '#app/features/learning/enrol.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { buy, isEnrolled, openOrder, PRICE, publishPriced } from '#tests/support/orders.ts'
import { courseOf, publishVersion } from '#tests/support/published.ts'
import { sellByStandIn } from '#tests/support/stripe.ts'

const standIn = sellByStandIn()

let noor: Actor
let course: Awaited<ReturnType<typeof publishPriced>>

beforeEach(async () => {
  noor = await createAccount('Noor', { hasPassword: false })
  course = await publishPriced()
})

describe('buying a course', () => {
  it('leads to a page to pay on, for the price that was seen, in its currency', async () => {
    await buy(noor, course.slug, { currency: 'JPY', minor: PRICE.JPY })
    const [session] = Object.values(standIn().state.sessions)
    expect(session).toMatchObject({
      amount_total: 45000,
      currency: 'jpy',
      title: 'Practitioner level',
    })
    expect(standIn().state.customers[session?.customer ?? '']).toMatchObject({ email: noor.email })
    expect(await db().order.findFirst()).toMatchObject({ priceMinor: 45000, currency: 'JPY', sessionId: session?.id })
  })

  it('pressed twice, also at once, goes on with the same order', async () => {
    const both = await Promise.all([buy(noor, course.slug), buy(noor, course.slug)])
    expect(both[0]).toEqual(both[1])
    expect(await buy(noor, course.slug)).toEqual(both[0])
    expect([await db().order.count(), Object.keys(standIn().state.sessions).length]).toEqual([1, 1])
  })

  it('tells a price that changed since the page was opened, and places nothing', async () => {
    const bought = await buy(noor, course.slug, { currency: 'GBP', minor: 20000 })
    expect(bought).toMatchObject({ fault: expect.stringContaining('now £240.00, and was £200.00') })
    expect(await db().order.count()).toBe(0)
  })

  it('closes the page at the old price before it opens one at the new price', async () => {
    const first = await openOrder(noor, course.slug)
    await publishVersion(course.id, courseOf({ slug: course.slug, price: { GBP: 30000 } }), now)
    await buy(noor, course.slug, { currency: 'GBP', minor: 30000 })
    expect(standIn().state.sessions[first.sessionId]?.status).toBe('expired')
    expect(await db().order.findMany({ orderBy: { id: 'asc' } })).toMatchObject([
      { session: 'expired' },
      { session: 'open' },
    ])
  })

  it('refuses a currency that the course is not sold in', async () => {
    for (const currency of ['USD', 'XXX'])
      expect(await buy(noor, course.slug, { currency, minor: 24000 })).toMatchObject({
        fault: expect.stringContaining(currency),
      })
  })

  it('takes whoever has paid on to the course, also when nobody had told us yet', async () => {
    const { sessionId } = await openOrder(noor, course.slug)
    standIn().pay(sessionId)
    expect(await buy(noor, course.slug)).toEqual({ isTheirs: true })
    expect(await isEnrolled(noor, course.id)).toBe(true)
  })

  it('can be done again after a refund', async () => {
    const { id, sessionId } = await openOrder(noor, course.slug)
    standIn().pay(sessionId)
    standIn().refund(sessionId, PRICE.GBP)
    await converge(id, now)
    const again = await openOrder(noor, course.slug)
    standIn().pay(again.sessionId)
    await converge(again.id, now)
    expect(await isEnrolled(noor, course.id)).toBe(true)
    await converge(id, now)
    expect(await isEnrolled(noor, course.id)).toBe(true)
  })

  it('keeps the order while Stripe is down, and goes on with it afterwards', async () => {
    standIn().switches.fail = 3
    const kept = await buy(noor, course.slug)
    expect(kept).toEqual({ keptOrderId: (await db().order.findFirstOrThrow()).id })
    expect(await viewOwnPurchases(noor, now)).toMatchObject([{ state: 'begun', amount: '£240.00' }])
    const resumed = await resumeOrder(noor, 'keptOrderId' in kept ? kept.keptOrderId : '', now)
    expect(resumed).toMatchObject({ checkoutUrl: expect.stringContaining('/pay/cs_test_') })
    expect(await db().order.count()).toBe(1)
  })

  it('is not possible without a key, and what costs something is not given for free', async () => {
    const key = settings().STRIPE_SECRET_KEY
    Object.assign(settings(), { STRIPE_SECRET_KEY: undefined })
    expect(await buy(noor, course.slug)).toMatchObject({ fault: expect.stringContaining('cannot be bought') })
    Object.assign(settings(), { STRIPE_SECRET_KEY: key })
    await expect(enrol(noor, course.slug, now)).rejects.toMatchObject({ status: 403 })
  })
})

describe('coming back from paying', () => {
  it('enrols nobody who has not paid, whatever the address says', async () => {
    const { sessionId } = await openOrder(noor, course.slug)
    expect(await viewReturn(noor, sessionId, now)).toMatchObject({ state: 'open', isEnrolled: false })
  })

  it('says that the course is theirs, now and whenever the page is opened again', async () => {
    const { sessionId } = await openOrder(noor, course.slug)
    standIn().pay(sessionId)
    for (const _ of [1, 2])
      expect(await viewReturn(noor, sessionId, now)).toMatchObject({ state: 'paid', isEnrolled: true })
  })

  it('gives nothing to whoever replays the address after a refund', async () => {
    const { id, sessionId } = await openOrder(noor, course.slug)
    standIn().pay(sessionId)
    standIn().refund(sessionId, PRICE.GBP)
    await converge(id, now)
    expect(await viewReturn(noor, sessionId, now)).toMatchObject({ state: 'refunded', isEnrolled: false })
  })

  it('says that we go on looking while Stripe is down', async () => {
    const { sessionId } = await openOrder(noor, course.slug)
    standIn().pay(sessionId)
    standIn().switches.fail = 9
    expect(await viewReturn(noor, sessionId, now)).toMatchObject({ state: 'open', isEnrolled: false })
  })

  it('finds nothing by somebody else’s id, or by none', async () => {
    const { sessionId } = await openOrder(noor, course.slug)
    const ada = await createAccount('Ada', { hasPassword: false })
    for (const id of [sessionId, '', 'cs_test_none'])
      await expect(viewReturn(ada, id, now)).rejects.toMatchObject({ status: 404 })
  })
})
