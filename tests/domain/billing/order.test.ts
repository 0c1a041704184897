import { describe, expect, it } from 'vitest'
import { coolingOffEnds, whyNoWithdrawal } from '#app/domain/billing/cooling-off.ts'
import {
  enrolmentStep,
  entitlementsOf,
  giftOf,
  gives,
  minutesBetweenLooks,
  type OrderPurpose,
  orderState,
  type PaymentFacts,
  refundableMinor,
} from '#app/domain/billing/order.ts'

const open: PaymentFacts = { session: 'open', isPaid: false, totalMinor: 24000, refundedMinor: 0, dispute: 'none' }
const paid: PaymentFacts = { ...open, session: 'complete', isPaid: true }

describe('an order', () => {
  it.each([
    ['begun', { ...open, session: 'none' }, false],
    ['open', open, false],
    ['expired', { ...open, session: 'expired' }, false],
    ['processing', { ...paid, isPaid: false }, false],
    ['paid', paid, true],
    ['paid', { ...paid, totalMinor: 0 }, true],
    ['part-refunded', { ...paid, refundedMinor: 100 }, true],
    ['refunded', { ...paid, refundedMinor: 24000 }, false],
    ['disputed', { ...paid, dispute: 'open' }, false],
    ['disputed', { ...paid, dispute: 'lost' }, false],
    ['paid', { ...paid, dispute: 'won' }, true],
  ] as const)('that is %s says so by its facts', (state, facts, givesCourse) => {
    expect([orderState(facts), gives(facts)]).toEqual([state, givesCourse])
  })

  it('gives what its purpose says, and is never without it', () => {
    const nothing = { courseId: null, applicationId: null, quantity: 1 }
    expect(giftOf({ ...nothing, purpose: 'course', courseId: 'c' })).toEqual({ kind: 'course', courseId: 'c' })
    expect(giftOf({ ...nothing, purpose: 'seats', courseId: 'c', quantity: 20 })).toMatchObject({ seats: 20 })
    for (const purpose of ['application_fee', 'renewal_fee'] as const) {
      expect(giftOf({ ...nothing, purpose, applicationId: 'a' })).toEqual({ kind: 'fee', applicationId: 'a' })
      expect(() => giftOf({ ...nothing, purpose })).toThrow('names nothing')
    }
  })

  it('can be given back as far as nothing was yet, and not while it is disputed', () => {
    expect(refundableMinor({ ...paid, refundedMinor: 100 })).toBe(23900)
    expect(refundableMinor({ ...paid, dispute: 'open' })).toBe(0)
    expect(refundableMinor(open)).toBe(0)
  })

  it('is looked at again while anything may change, the older the more seldom', () => {
    const placedAt = new Date('2026-01-01')
    const daysLater = (days: number) => new Date(placedAt.getTime() + days * 86_400_000)
    expect(minutesBetweenLooks(open, placedAt, daysLater(1))).toBe(5)
    expect(minutesBetweenLooks(paid, placedAt, daysLater(1))).toBe(60)
    expect(minutesBetweenLooks(paid, placedAt, daysLater(40))).toBe(1440)
    expect(minutesBetweenLooks(paid, placedAt, daysLater(500))).toBeUndefined()
    expect(minutesBetweenLooks({ ...open, session: 'expired' }, placedAt, daysLater(1))).toBeUndefined()
  })
})

describe('an enrolment', () => {
  const wanted = { purpose: 'course', courseId: 'stance', applicationId: null, quantity: 1 } as const
  const first = { ...paid, ...wanted, id: 'first' }
  const second = { ...first, id: 'second' }
  const back = { ...first, refundedMinor: 24000 }
  const stepOf = (orderId: string | null | undefined, orders: (typeof first)[]) =>
    enrolmentStep(orderId === undefined ? undefined : { orderId }, entitlementsOf(orders).get('stance'), orders)

  it('is made by the first order that gives the course, once', () => {
    expect(stepOf(undefined, [first, second])).toEqual({ kind: 'enrol', orderId: 'first' })
    expect(stepOf('first', [first, second])).toBeUndefined()
    expect(stepOf(undefined, [back])).toBeUndefined()
  })

  it('ends with the order that gave it, unless another one gives the course too', () => {
    expect(stepOf('first', [back])).toEqual({ kind: 'end' })
    expect(stepOf('first', [back, second])).toEqual({ kind: 'hand-over', orderId: 'second' })
    expect(stepOf('second', [back, second])).toBeUndefined()
  })

  it('is given by an order of the course for oneself, and not by one of seats for others', () => {
    expect([...entitlementsOf([{ ...first, purpose: 'seats', quantity: 20 }])]).toEqual([])
  })

  it('that no order gave is not ended by any', () => expect(stepOf(null, [back])).toBeUndefined())
})

describe('the cooling-off', () => {
  const order = {
    ...paid,
    purpose: 'course' as OrderPurpose,
    paidAt: new Date('2026-11-02T23:30:00Z'),
    isCompleted: false,
    hasPayment: true,
  }

  it('lasts through the fourteenth day after the payment, where the person lives', () => {
    expect(coolingOffEnds(order.paidAt, 'Europe/London').toISOString()).toBe('2026-11-17T00:00:00.000Z')
    // In Tokyo it was the next morning already.
    expect(coolingOffEnds(order.paidAt, 'Asia/Tokyo').toISOString()).toBe('2026-11-17T15:00:00.000Z')
  })

  it('says why there is nothing to give back', () => {
    const why = (changes: Partial<typeof order>, at = '2026-11-16T23:59:00Z') =>
      whyNoWithdrawal({ ...order, ...changes }, 'Europe/London', new Date(at))
    expect(why({})).toBeUndefined()
    expect(why({}, '2026-11-17T00:00:00Z')).toContain('14 days')
    expect(why({ isCompleted: true })).toContain('completed')
    expect(why({ isCompleted: true, purpose: 'renewal_fee' })).toContain('was decided')
    expect(why({ totalMinor: 0 })).toContain('Nothing was paid')
    expect(why({ refundedMinor: 10 })).toContain('A part')
    expect(why({ isPaid: false })).toContain('nothing to give back')
    expect(why({ purpose: 'seats' })).toContain('Seats')
  })
})
