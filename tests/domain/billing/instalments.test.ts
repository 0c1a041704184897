import { expect, it } from 'vitest'
import { planStanding } from '#app/domain/billing/instalments.ts'
import { gives, orderState, type PaymentFacts } from '#app/domain/billing/order.ts'

const day = (text: string) => new Date(`2026-${text}T12:00:00Z`)
const plan = { instalments: 3, graceDays: 14 }
const paid = { isPaid: true, askedAt: day('01-01') }
const unpaid = (text: string) => ({ isPaid: false, askedAt: day(text) })
const at = (text: string, parts: Parameters<typeof planStanding>[1], endedAt: Date | null = null) =>
  planStanding(plan, parts, endedAt, day(text))

it('a plan in which every part that was asked for is paid is in order, and whole with the last', () => {
  expect(at('01-20', [paid])).toEqual({ instalmentsPaid: 1, arrears: 'none', arrearsSince: null })
  expect(at('12-01', [paid, paid, paid], day('04-01'))).toMatchObject({ instalmentsPaid: 3, arrears: 'none' })
})

it('a part that was not paid leaves what was bought open for the days of grace, and then suspends it', () => {
  const parts = [paid, unpaid('02-01')]
  expect(at('02-15', parts)).toMatchObject({ arrears: 'suspended', arrearsSince: day('02-01') })
  expect(planStanding(plan, parts, null, new Date(day('02-15').getTime() - 1))).toMatchObject({ arrears: 'grace' })
  expect(at('02-20', [paid, unpaid('02-18'), unpaid('02-01')])).toMatchObject({ arrearsSince: day('02-01') })
  expect(at('02-20', [paid, paid])).toMatchObject({ instalmentsPaid: 2, arrears: 'none' })
})

it('a plan that was broken off is in arrears from then', () => {
  expect(at('02-10', [paid], day('02-01'))).toMatchObject({ arrears: 'grace', arrearsSince: day('02-01') })
  expect(at('03-10', [paid], day('02-01'))).toMatchObject({ arrears: 'suspended' })
})

it('an order in arrears gives what it is for while the grace lasts, and a refund or dispute says more than that', () => {
  const facts: PaymentFacts = {
    ...{ session: 'complete', isPaid: true, totalMinor: 6000, refundedMinor: 0, dispute: 'none', arrears: 'grace' },
  }
  const stated = (changes: Partial<PaymentFacts>) => {
    const changed = { ...facts, ...changes }
    return [orderState(changed), gives(changed)]
  }
  expect(stated({})).toEqual(['in-arrears', true])
  expect(stated({ arrears: 'suspended' })).toEqual(['suspended', false])
  expect(stated({ refundedMinor: 6000 })).toEqual(['refunded', false])
  expect(stated({ dispute: 'open' })).toEqual(['disputed', false])
})
