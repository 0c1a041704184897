import { afterEach, expect, it } from 'vitest'
import { moneyText } from '#app/domain/billing/money.ts'
import { findRegionIn, readersRegion, writtenForAll } from '#app/domain/region.ts'
import { isRegion, onlyZoneIn, regionAskedFor, regions } from '#app/domain/regions.ts'
import { figure, inNumber } from '#app/domain/wording.ts'
import { formatTime } from '#app/ui/time.tsx'

afterEach(() => findRegionIn(() => undefined))

const afternoon = '2026-03-03T19:05:00Z'
const written = () => [
  formatTime(afternoon, 'America/New_York', 'date-time'),
  formatTime('2026-03-03', 'UTC', 'short-date'),
  figure(4507.5),
  moneyText({ currency: 'GBP', minor: 124_050 }),
]

it.each([
  ['GB', '3 March 2026, 14:05', '3 Mar 2026', '4,507.5', '£1,240.50'],
  ['US', 'March 3, 2026, 2:05 pm', 'Mar 3, 2026', '4,507.5', '£1,240.50'],
  ['DE', '3 March 2026, 14:05', '3 Mar 2026', '4.507,5', '£1,240.50'],
  ['IN', '3 March 2026, 2:05 pm', '3 Mar 2026', '4,507.5', '£1,240.50'],
])('whoever reads in %s has dates, numbers and amounts as they are written there', (region, ...expected) => {
  findRegionIn(() => region)
  expect(written()).toEqual(expected)
})

it('midnight and noon are twelve on a clock of half days', () => {
  findRegionIn(() => 'US')
  expect(formatTime('2026-03-03T00:00:00Z', 'UTC', 'date-time')).toBe('March 3, 2026, 12:00 am')
  expect(formatTime('2026-03-03T12:30:00Z', 'UTC', 'date-time')).toBe('March 3, 2026, 12:30 pm')
})

it('what is kept or read by several people is written alike for everybody, and the reader is known again after it, also after a fault', () => {
  findRegionIn(() => 'DE')
  expect(writtenForAll(() => inNumber(4507, { one: '', other: '{n} hours' }))).toBe('4,507 hours')
  expect(() =>
    writtenForAll(() => {
      throw new Error('broken')
    }),
  ).toThrow('broken')
  expect(readersRegion()).toBe('DE')
})

it('only a region is offered whose habits are known, since Intl would take any other for the United States', () => {
  expect(regions.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['GB', 'IE', 'US', 'AU', 'DE', 'CH', 'ZA', 'JP']),
  )
  expect(isRegion('BR') || isRegion('EG') || isRegion('gb') || isRegion('')).toBe(false)
})

it.each([
  ['en-US,en;q=0.9', 'US'],
  ['de, en-AU;q=0.8', 'AU'],
  ['pt-BR,de-CH;q=0.5', 'CH'],
  ['zh-Hans-SG', 'SG'],
  ['fr', 'GB'],
  ['', 'GB'],
  [null, 'GB'],
])('a browser that asks for %s is offered %s', (header, region) => expect(regionAskedFor(header)).toBe(region))

it('a time zone is offered only where the region has no other', () => {
  expect(['GB', 'IE', 'IN'].map(onlyZoneIn)).toEqual(['Europe/London', 'Europe/Dublin', 'Asia/Calcutta'])
  expect(['US', 'AU', 'DE'].map(onlyZoneIn)).toEqual([undefined, undefined, undefined])
})
