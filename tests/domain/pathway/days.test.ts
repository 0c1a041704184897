import { describe, expect, it } from 'vitest'
import { addMonths, dayWords, monthWords, termWords } from '#app/domain/pathway/days.ts'

describe('days of a pathway', () => {
  it.each([
    ['2024-02-29', -12, '2023-02-28'],
    ['2024-02-29', -60, '2019-02-28'],
    ['2025-01-31', 1, '2025-02-28'],
    ['2025-12-31', 2, '2026-02-28'],
    ['2025-01-15', -1, '2024-12-15'],
    ['2026-06-30', 24, '2028-06-30'],
  ])('%s and %i months is %s', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected)
  })

  it('are told as people read them', () => {
    expect(dayWords('2026-03-03')).toBe('3 March 2026')
    expect(monthWords('2026-11')).toBe('November 2026')
    expect([{ years: 1 }, { years: 5 }, { months: 18 }, { months: 24 }].map(termWords)).toEqual([
      'a year',
      '5 years',
      '18 months',
      '2 years',
    ])
  })
})
