import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantAt, localTimeAt } from '#app/domain/wall-clock.ts'

describe('a local time', () => {
  test.each([
    ['2027-01-15T17:00', 'Europe/London', '2027-01-15T17:00:00.000Z'],
    ['2027-07-15T17:00', 'Europe/London', '2027-07-15T16:00:00.000Z'],
    ['2027-03-28T00:30', 'Europe/London', '2027-03-28T00:30:00.000Z'],
    ['2027-03-28T23:59', 'Europe/London', '2027-03-28T22:59:00.000Z'],
    ['2027-10-31T23:59', 'Europe/London', '2027-10-31T23:59:00.000Z'],
    ['2027-07-01T09:00', 'Asia/Kathmandu', '2027-07-01T03:15:00.000Z'],
    ['2027-07-01T00:00', 'Pacific/Auckland', '2027-06-30T12:00:00.000Z'],
    ['2027-11-07T23:00', 'America/New_York', '2027-11-08T04:00:00.000Z'],
  ])('%s in %s is the instant %s', (local, zone, instant) => {
    expect(instantAt(local, zone).toISOString()).toBe(instant)
    expect(localTimeAt(new Date(instant), zone)).toBe(local)
  })

  test('comes back as it was set, whatever the zone', () => {
    const zones = ['Europe/London', 'Europe/Warsaw', 'America/St_Johns', 'Asia/Kolkata', 'Pacific/Chatham', 'UTC']
    const minute = fc.integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2030, 0, 1) / 60_000 })
    fc.assert(
      fc.property(minute, fc.constantFrom(...zones), (minutes, zone) => {
        const local = localTimeAt(new Date(minutes * 60_000), zone)
        expect(localTimeAt(instantAt(local, zone), zone)).toBe(local)
      }),
    )
  })
})
