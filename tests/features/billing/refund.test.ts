import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { refundOrder, withdrawOrder } from '#app/features/billing/ask-refund.server.ts'
import { converge } from '#app/features/billing/converge.server.ts'
import { viewOwnPurchases } from '#app/features/billing/own-purchases.server.ts'
import { reconcile } from '#app/features/billing/reconcile.server.ts'
import { exportLedger } from '#app/features/billing/view-orders.server.ts'
import { auditedActions, createAccount } from '#tests/support/accounts.ts'
import { isEnrolled, openOrder, PRICE, publishPriced } from '#tests/support/orders.ts'
import { sellByStandIn } from '#tests/support/stripe.ts'

const standIn = sellByStandIn()
/** The stand-in pays by the clock of this machine. */
const now = new Date()
const daysLater = (days: number) => new Date(now.getTime() + days * 86_400_000)

let noor: Actor
let grace: Actor
let course: Awaited<ReturnType<typeof publishPriced>>
let order: { id: string; sessionId: string }

beforeEach(async () => {
  noor = await createAccount('Noor', { hasPassword: false })
  grace = await createAccount('Grace', { hasPassword: false, roles: ['accreditation_staff'] })
  course = await publishPriced()
  order = await openOrder(noor, course.slug)
  standIn().pay(order.sessionId)
  await converge(order.id, now)
})

const refundsAtStripe = () => Object.values(standIn().state.refunds).map(({ amount }) => amount)

describe('giving a purchase back within the cooling-off', () => {
  it('gives all of it back at once, and ends what it gave', async () => {
    expect(await withdrawOrder(noor, order.id, daysLater(13))).toEqual({ outcome: 'made' })
    expect(refundsAtStripe()).toEqual([PRICE.GBP])
    expect(await isEnrolled(noor, course.id)).toBe(false)
    expect(await viewOwnPurchases(noor, now)).toMatchObject([{ state: 'refunded', refunded: '£240.00' }])
    expect((await auditedActions()).slice(-5)).toEqual([
      'order.refund-asked',
      'order.refund-made',
      'order.money-moved',
      'order.changed',
      'enrolment.ended',
    ])
  })

  it('is made once, however often it is asked for at once', async () => {
    await Promise.all([withdrawOrder(noor, order.id, now), withdrawOrder(noor, order.id, now)])
    expect(refundsAtStripe()).toEqual([PRICE.GBP])
  })

  it('is refused after 14 days, after completing the course, and for somebody else', async () => {
    const fault = { fault: { field: '' } }
    expect(await withdrawOrder(noor, order.id, daysLater(16))).toMatchObject(fault)
    await db().enrolment.updateMany({ data: { completedAt: now } })
    expect(await withdrawOrder(noor, order.id, now)).toMatchObject(fault)
    await expect(withdrawOrder(grace, order.id, now)).rejects.toMatchObject({ status: 404 })
    expect(refundsAtStripe()).toEqual([])
  })

  it('is kept while Stripe is down, and sent by the reconciling job', async () => {
    standIn().switches.fail = 3
    expect(await withdrawOrder(noor, order.id, now)).toEqual({ outcome: 'kept' })
    expect(await viewOwnPurchases(noor, now)).toMatchObject([{ isRefundWaiting: true, withdrawUntil: undefined }])
    expect(await withdrawOrder(noor, order.id, now)).toMatchObject({
      fault: { message: expect.stringContaining('under way') },
    })
    await reconcile(now)
    expect(refundsAtStripe()).toEqual([PRICE.GBP])
    expect(await isEnrolled(noor, course.id)).toBe(false)
  })
})

describe('giving money back as staff', () => {
  it('gives a part back and leaves the course open', async () => {
    expect(await refundOrder(grace, order.id, { amount: '40.00', reason: 'Goodwill' }, now)).toEqual({
      outcome: 'made',
    })
    expect(refundsAtStripe()).toEqual([4000])
    expect(await isEnrolled(noor, course.id)).toBe(true)
  })

  it('refuses more than is left, what is no amount, and one’s own order', async () => {
    await refundOrder(grace, order.id, { amount: '40', reason: 'Goodwill' }, now)
    for (const amount of ['200.01', '0', '-5', '1.234', 'all'])
      expect(await refundOrder(grace, order.id, { amount, reason: 'Goodwill' }, now)).toMatchObject({
        fault: { field: 'amount' },
      })
    expect(await refundOrder(noor, order.id, { amount: '1', reason: 'Goodwill' }, now)).toMatchObject({
      fault: { field: '' },
    })
    expect(refundsAtStripe()).toEqual([4000])
  })

  it('keeps what Stripe refused, with what it said', async () => {
    standIn().refund(order.sessionId, 20000)
    expect(await refundOrder(grace, order.id, { amount: '100', reason: 'Goodwill' }, now)).toEqual({
      outcome: 'refused',
    })
    expect(await db().orderRefund.findFirst()).toMatchObject({
      stripeId: null,
      refusedAs: expect.stringContaining('Stripe'),
    })
  })
})

describe('the ledger of a month', () => {
  const month = now.toISOString().slice(0, 7)
  const lines = async () => (await exportLedger(month, daysLater(1))).csv.trim().split('\r\n')

  it('adds up against the balance transactions of Stripe', async () => {
    await refundOrder(grace, order.id, { amount: '40', reason: 'Goodwill' }, now)
    const ledger = await lines()
    expect(ledger).toHaveLength(5)
    expect(ledger[1]).toMatch(/,charge,[0-9a-f-]{36},Practitioner level,GBP,240.00,3.80,236.20,Stripe and Stance$/)
    expect(ledger[3]).toBe('total,,,,,GBP,200.00,3.80,196.20,')
    expect(ledger[4]).toBe('total at Stripe,,,,,GBP,200.00,3.80,196.20,')
  })

  it('names what Stripe knows and we do not yet', async () => {
    standIn().refund(order.sessionId, 100)
    expect((await lines()).join('\n')).toMatch(/,refund,,,GBP,-1.00,0.00,-1.00,Stripe only\n/)
  })

  it('is of a month that has begun', async () => {
    for (const bad of ['2026-13', 'x', '2026', '2099-01'])
      await expect(exportLedger(bad, now)).rejects.toMatchObject({ status: 400 })
  })
})
