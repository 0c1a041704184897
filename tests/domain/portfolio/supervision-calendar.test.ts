import { expect, test } from 'vitest'
import { monthGrid, monthsOf, supervisionGaps } from '#app/domain/portfolio/supervision-calendar.ts'

test('three weeks without supervision are pointed out, and no less', () => {
  expect(supervisionGaps(['2026-03-02', '2026-03-23', '2026-04-14'], '2026-04-20')).toEqual([
    { after: '2026-03-23', to: '2026-04-13', days: 22, isOpen: false },
  ])
})

test('the time since the last session is a gap that is still open', () => {
  expect(supervisionGaps(['2026-03-02'], '2026-04-01')).toEqual([
    { after: '2026-03-02', to: '2026-04-01', days: 30, isOpen: true },
  ])
  expect(supervisionGaps([], '2026-04-01')).toEqual([])
})

test('a log has every month to today, those without a session as well', () => {
  expect(monthsOf(['2026-01-30', '2025-11-03'], '2026-02-01')).toEqual(['2026-02', '2026-01', '2025-12', '2025-11'])
})

test('a month has its days in weeks from Monday', () => {
  const { weeks } = monthGrid('2026-02')
  expect(weeks).toHaveLength(5)
  expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-02-01'])
  expect(weeks.flat().filter(Boolean)).toHaveLength(28)
  expect(weeks.every((week) => week.length === 7)).toBe(true)
})
