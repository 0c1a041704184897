import { describe, expect, test } from 'vitest'
import { approvedThroughout } from '#app/domain/portfolio/provider-approval.ts'

const training = { startedOn: '2026-03-02', endedOn: '2026-03-04' }
const from = (startsOn: string, endsOn: string | null = null) => ({ startsOn, endsOn })

describe('a provider is approved for a training', () => {
  test('when one approval covers it from its first day to its last', () => {
    expect(approvedThroughout([from('2026-03-02', '2026-03-04')], training)).toEqual({ isApproved: true })
    expect(approvedThroughout([from('2020-01-01')], training)).toEqual({ isApproved: true })
  })

  test('when one approval follows another without a gap, in whatever order they stand', () => {
    const approvals = [from('2026-03-03'), from('2026-01-01', '2026-03-02')]
    expect(approvedThroughout(approvals, training)).toEqual({ isApproved: true })
    expect(approvedThroughout(approvals.toReversed(), training)).toEqual({ isApproved: true })
  })

  test('not for the day of a gap, which is named', () => {
    const approvals = [from('2026-01-01', '2026-03-02'), from('2026-03-04')]
    expect(approvedThroughout(approvals, training)).toEqual({ isApproved: false, firstDayWithout: '2026-03-03' })
  })

  test('not backwards, not after its end, and not without an approval', () => {
    const without = (day: string) => ({ isApproved: false, firstDayWithout: day })
    expect(approvedThroughout([from('2026-03-03')], training)).toEqual(without('2026-03-02'))
    expect(approvedThroughout([from('2020-01-01', '2026-03-03')], training)).toEqual(without('2026-03-04'))
    expect(approvedThroughout([], training)).toEqual(without('2026-03-02'))
  })
})
