import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, readTypedDays, todayIn, whyNotYet } from '#app/domain/portfolio/days.ts'

describe('today', () => {
  test('is the day where the person lives, which need not be the day of the server', () => {
    const lateInLondon = new Date('2026-07-01T23:30:00Z')
    expect(todayIn('Europe/London', lateInLondon)).toBe('2026-07-02')
    expect(todayIn('America/New_York', lateInLondon)).toBe('2026-07-01')
  })
})

describe('days', () => {
  test('are counted over the change of clocks and over a leap day', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01')
  })

  test('that lie ahead, or in a year in which nobody did this, cannot be meant', () => {
    expect(whyNotYet('2026-11-02', '2026-11-02')).toBeNull()
    expect(whyNotYet('2026-11-03', '2026-11-02')).toMatch('ahead')
    expect(whyNotYet('0206-11-02', '2026-11-02')).toMatch('year')
    expect(whyNotYet('1989-12-31', '2026-11-02')).toMatch('year')
    expect(whyNotYet('1990-01-01', '2026-11-02')).toBeNull()
  })
})

describe('days that were typed', () => {
  test('are read as people write them, the day before the month', () => {
    expect(readTypedDays('2026-03-09, 16/3/2026; 23.03.2026\n6 April 2026\n\n13 Apr 2026')).toEqual({
      days: ['2026-03-09', '2026-03-16', '2026-03-23', '2026-04-06', '2026-04-13'],
    })
  })

  test('may be none', () => {
    expect(readTypedDays(' \n')).toEqual({ days: [] })
  })

  test.each(['30/2/2026', '31 November 2026', '13/13/2026', 'Easter', '9/3/26'])(
    'that no calendar has are named: %s',
    (typed) => {
      expect(readTypedDays(`2026-03-09, ${typed}`)).toEqual({ unread: typed })
    },
  )
})
