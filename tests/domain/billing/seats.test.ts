import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PaymentFacts } from '#app/domain/billing/order.ts'
import {
  cohortSeatsTitle,
  freeSeats,
  type HeldSeat,
  type InvoiceFacts,
  type SeatUse,
  seatsGiven,
  seatsGivenBack,
  standingSeats,
  whyNotTakenBack,
} from '#app/domain/billing/seats.ts'

const bought = { quantity: 20, totalMinor: 480_000 }
const issued: InvoiceFacts = {
  dueOn: '2026-12-02',
  isPaid: false,
  isVoid: false,
  refundedMinor: 0,
  isOnAccount: true,
}
const byInvoice = (changes: Partial<InvoiceFacts>, today = '2026-11-10') =>
  seatsGiven({ ...bought, invoice: { ...issued, ...changes } }, today)

const paid: PaymentFacts = {
  session: 'complete',
  isPaid: true,
  totalMinor: 480_000,
  refundedMinor: 0,
  dispute: 'none',
}
const byCard = (changes: Partial<PaymentFacts>) =>
  seatsGiven({ ...bought, payment: { ...paid, ...changes } }, '2026-11-10')

describe('an invoice', () => {
  it('gives its seats at once to an organisation on account, and to any other when it is paid', () => {
    expect(byInvoice({})).toMatchObject({ state: 'open', seats: 20 })
    expect(byInvoice({ isOnAccount: false })).toMatchObject({ state: 'unpaid', seats: 0 })
    expect(byInvoice({ isOnAccount: false, isPaid: true })).toMatchObject({ state: 'open', seats: 20 })
  })

  it('gives nothing new when it is overdue beyond fourteen days, and spares whoever has begun', () => {
    expect(byInvoice({}, '2026-12-16')).toMatchObject({ state: 'open', seats: 20 })
    expect(byInvoice({}, '2026-12-17')).toEqual({ state: 'overdue', seats: 0, spares: 'begun' })
    expect(byInvoice({ isPaid: true }, '2027-06-01')).toMatchObject({ state: 'open', seats: 20 })
  })

  it('that is void gives nothing, paid or not', () => {
    expect(byInvoice({ isVoid: true, isPaid: true })).toEqual({ state: 'ended', seats: 0, spares: 'completed' })
  })
})

describe('a payment by card', () => {
  it('gives the seats once it is paid, and none while it is disputed', () => {
    expect(byCard({ session: 'open', isPaid: false })).toMatchObject({ state: 'unpaid', seats: 0 })
    expect(byCard({})).toMatchObject({ state: 'open', seats: 20 })
    expect(byCard({ dispute: 'open' })).toMatchObject({ state: 'ended', seats: 0 })
    expect(byCard({ dispute: 'won' })).toMatchObject({ state: 'open', seats: 20 })
  })

  it('gives fewer seats by a refund in part, and none by a whole one', () => {
    expect(byCard({ refundedMinor: 24_000 * 3 }).seats).toBe(17)
    expect(byCard({ refundedMinor: 23_999 }).seats).toBe(20)
    expect(byCard({ refundedMinor: 480_000 })).toMatchObject({ state: 'ended', seats: 0 })
  })
})

it('a refund takes a seat by its price rounded down, whatever the total', () => {
  expect(seatsGivenBack({ quantity: 3, totalMinor: 100 }, 33)).toBe(1)
  expect(seatsGivenBack({ quantity: 3, totalMinor: 0 }, 33)).toBe(0)
  const amounts = fc.record({
    quantity: fc.integer({ min: 1, max: 500 }),
    totalMinor: fc.integer({ min: 1, max: 1e9 }),
  })
  fc.assert(
    fc.property(amounts, fc.nat(1e9), fc.nat(1000), (purchase, refunded, more) => {
      const [less, greater] = [refunded, refunded + more].map((minor) => seatsGivenBack(purchase, minor))
      expect(less).toBeGreaterThanOrEqual(0)
      expect(greater).toBeGreaterThanOrEqual(less ?? 0)
      expect(greater).toBeLessThanOrEqual(purchase.quantity)
      expect(seatsGivenBack(purchase, purchase.totalMinor)).toBe(purchase.quantity)
    }),
  )
})

describe('of seats that are held', () => {
  const seat = (id: string, use: SeatUse, day = 1): HeldSeat => ({ id, use, since: new Date(Date.UTC(2026, 10, day)) })
  const held = [
    seat('given', 'given'),
    seat('claimed', 'claimed'),
    seat('late', 'begun', 9),
    seat('early', 'begun', 2),
    seat('done', 'completed', 20),
  ]
  const standing = (seats: number, spares: 'begun' | 'completed' = 'completed') =>
    [...standingSeats(held, { state: 'open', seats, spares })].sort()

  it('the unclaimed go first, then those not begun, then the latest begun', () => {
    expect(standing(5)).toHaveLength(5)
    expect(standing(4)).toEqual(['claimed', 'done', 'early', 'late'])
    expect(standing(3)).toEqual(['done', 'early', 'late'])
    expect(standing(2)).toEqual(['done', 'early'])
  })

  it('what is completed stays in any case, and what is begun where it is spared', () => {
    expect(standing(0)).toEqual(['done'])
    expect(standing(0, 'begun')).toEqual(['done', 'early', 'late'])
  })

  it('none is free beyond those that are given, and never fewer than none', () => {
    expect(freeSeats(held, { state: 'open', seats: 6, spares: 'completed' })).toBe(1)
    expect(freeSeats(held, { state: 'open', seats: 2, spares: 'completed' })).toBe(0)
  })

  it('only those not begun can be taken back', () => {
    expect([whyNotTakenBack('given'), whyNotTakenBack('claimed')]).toEqual([undefined, undefined])
    expect(whyNotTakenBack('begun')).toContain('keeps it')
    expect(whyNotTakenBack('completed')).toContain('completed')
  })
})

it('seats of a cohort are called by its name, with the course before it where the name does not tell', () => {
  expect(cohortSeatsTitle('MBT basic', 'MBT basic, winter group')).toBe('MBT basic, winter group')
  expect(cohortSeatsTitle('MBT basic', 'Leeds, spring 2027')).toBe('MBT basic, Leeds, spring 2027')
})
