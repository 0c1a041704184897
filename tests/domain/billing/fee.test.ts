import { describe, expect, it } from 'vitest'
import { type Fee, type FeeOrder, feeStanding, isFeeOpen } from '#app/domain/billing/fee.ts'

const fee: Fee = { price: { GBP: 12000, EUR: 14000 }, refund: { withdrawn: 100, refused: 33 } }
const open: FeeOrder = {
  ...{ id: 'first', currency: 'GBP', session: 'open', isPaid: false, totalMinor: 12000 },
  ...{ refundedMinor: 0, dispute: 'none' },
}
const paid: FeeOrder = { ...open, session: 'complete', isPaid: true }

describe('the fee of an application', () => {
  it('is asked while the application is open and nothing has paid it, in every currency of the pathway', () => {
    const prices = [
      { currency: 'GBP', minor: 12000 },
      { currency: 'EUR', minor: 14000 },
    ]
    for (const orders of [[], [open], [{ ...paid, refundedMinor: 12000 }], [{ ...paid, dispute: 'open' } as const]])
      expect(feeStanding(fee, orders, 'submitted')).toEqual({ state: 'due', prices })
    expect(isFeeOpen(feeStanding(fee, [{ ...paid, isPaid: false }], 'more_asked'))).toBe(true)
  })

  it('is not asked where the pathway names none, or of an application that is closed', () => {
    expect(feeStanding(null, [], 'submitted')).toEqual({ state: 'none' })
    for (const state of ['approved', 'refused', 'withdrawn'] as const)
      expect(feeStanding(fee, [open], state)).toEqual({ state: 'none' })
  })

  it('goes back by the share that the pathway names, less what went back already', () => {
    const owed = (state: Parameters<typeof feeStanding>[2], refundedMinor = 0, rule: Fee | null = fee) => {
      const standing = feeStanding(rule, [open, { ...paid, id: 'second', refundedMinor }], state)
      return standing.state === 'paid' ? [standing.orderId, standing.owedMinor] : standing.state
    }
    expect(owed('submitted')).toEqual(['second', 0])
    expect(owed('approved')).toEqual(['second', 0])
    expect(owed('withdrawn')).toEqual(['second', 12000])
    expect(owed('refused')).toEqual(['second', 3960])
    expect(owed('refused', 4000)).toEqual(['second', 0])
    expect(owed('withdrawn', 0, { price: fee.price })).toEqual(['second', 0])
  })
})
