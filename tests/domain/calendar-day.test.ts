import { describe, expect, test } from 'vitest'
import { endOfDay } from '#app/domain/calendar-day.ts'

const end = (day: string, zone: string) => endOfDay(day, zone).toISOString()

describe('the end of a day', () => {
  test('is the next midnight of the place where the day is lived', () => {
    expect(end('2026-11-30', 'Europe/London')).toBe('2026-12-01T00:00:00.000Z')
    expect(end('2026-07-31', 'Europe/London')).toBe('2026-07-31T23:00:00.000Z')
    expect(end('2026-12-31', 'Pacific/Auckland')).toBe('2026-12-31T11:00:00.000Z')
    expect(end('2026-12-31', 'America/Los_Angeles')).toBe('2027-01-01T08:00:00.000Z')
  })

  test('is right on the two days that are not 24 hours long', () => {
    expect(end('2027-03-28', 'Europe/London')).toBe('2027-03-28T23:00:00.000Z')
    expect(end('2027-10-31', 'Europe/London')).toBe('2027-11-01T00:00:00.000Z')
  })

  test('knows leap days', () => {
    expect(end('2028-02-28', 'UTC')).toBe('2028-02-29T00:00:00.000Z')
  })
})
