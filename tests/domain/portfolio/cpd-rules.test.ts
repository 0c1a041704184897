import { expect, test } from 'vitest'
import { isApprovedOn } from '#app/domain/portfolio/approval.ts'
import { cpdFaults } from '#app/domain/portfolio/cpd-rules.ts'
import type { CpdBody } from '#app/domain/portfolio/entry.ts'

const faults = (changes: Partial<CpdBody>) =>
  cpdFaults(
    {
      on: '2026-10-01',
      method: 'course',
      topic: 'Epistemic trust',
      hours: 6,
      participatoryHours: 4.5,
      reflection: 'To ask first.',
      ...changes,
    },
    '2026-11-02',
  )

test('development goes in quarters of an hour', () => {
  expect(faults({ hours: 1.25, participatoryHours: 0.75 })).toEqual({})
  expect(faults({ hours: 6.3 })).toHaveProperty('hours')
  expect(faults({ participatoryHours: 0.1 })).toHaveProperty('participatoryHours')
})

test('development takes some time, and no more of it with others than as a whole', () => {
  expect(faults({ hours: 0, participatoryHours: 0 })).toHaveProperty('hours')
  expect(faults({ hours: 4, participatoryHours: 4.25 })).toEqual({
    participatoryHours: 'No more than the hours as a whole.',
  })
  expect(faults({ participatoryHours: -1 })).toHaveProperty('participatoryHours')
})

test('a day has 24 hours, and what goes over days is entered week by week', () => {
  expect(faults({ method: 'reading', hours: 24 })).toEqual({})
  expect(faults({ method: 'reading', hours: 24.25 })).toEqual({
    hours: 'A day has 24 hours. Enter each day by itself.',
  })
  expect(faults({ method: 'course', hours: 40 })).toEqual({})
  expect(faults({ method: 'course', hours: 40.25 })).toHaveProperty('hours')
})

test('development lies behind', () => {
  expect(faults({ on: '2026-11-03' })).toHaveProperty('on')
})

test('an approval is in force from its first day to its last, both with it', () => {
  const approvals = [
    { startsOn: '2025-01-01', endsOn: '2025-06-30' },
    { startsOn: '2026-01-01', endsOn: null },
  ]
  const days = ['2024-12-31', '2025-01-01', '2025-06-30', '2025-07-01', '2026-01-01', '2030-01-01']
  expect(days.map((day) => isApprovedOn(approvals, day))).toEqual([false, true, true, false, true, true])
})
