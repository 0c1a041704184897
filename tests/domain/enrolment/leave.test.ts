import { describe, expect, it } from 'vitest'
import { daysStood, endedEarly, leaveFault, leaveLength, leaveOn } from '#app/domain/enrolment/leave.ts'

const TODAY = '2026-11-02'
const leave = (from: string, until: string) => ({ from, until })

describe('a leave of absence', () => {
  it.each([
    ['ends before it begins', leave('2026-11-05', '2026-11-04'), 'until'],
    ['takes more than a year', leave('2026-11-05', '2027-11-06'), 'until'],
    ['began long ago', leave('2026-08-01', '2026-12-01'), 'from'],
    ['overlaps with another', leave('2026-11-20', '2026-12-01'), 'from'],
  ])('is refused where it %s', (_, wish, field) => {
    expect(leaveFault(wish, [leave('2026-11-18', '2026-11-20')], TODAY)?.field).toBe(field)
  })

  it('may be one day, beside another, or begin a while ago', () => {
    expect(leaveFault(leave('2026-11-21', '2026-11-21'), [leave('2026-11-18', '2026-11-20')], TODAY)).toBeNull()
    expect(leaveFault(leave('2026-08-04', '2026-11-20'), [], TODAY)).toBeNull()
    expect(leaveLength(leave('2026-11-21', '2026-11-21'))).toBe(1)
  })

  it('covers its first and its last day', () => {
    const leaves = [leave('2026-11-02', '2026-11-04')]
    expect(
      ['2026-11-01', '2026-11-02', '2026-11-04', '2026-11-05'].map((day) => leaveOn(leaves, day) !== undefined),
    ).toEqual([false, true, true, false])
  })

  it('moves what is due after it began, by all of its days', () => {
    expect(daysStood('2026-11-10', [leave('2026-11-10', '2026-11-12')])).toBe(3)
    expect(daysStood('2026-11-09', [leave('2026-11-10', '2026-11-12')])).toBe(0)
  })

  it('ends on the day before its person is back, and never was where it had not begun', () => {
    const days = leave('2026-11-02', '2026-11-20')
    expect(endedEarly(days, '2026-11-10')).toBe('2026-11-09')
    expect(endedEarly(days, '2026-12-24')).toBe('2026-11-20')
    expect(endedEarly(days, '2026-11-02')).toBeNull()
  })
})
