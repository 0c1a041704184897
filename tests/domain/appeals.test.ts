import { describe, expect, it, test } from 'vitest'
import { appealsClose, whyNoAppeal } from '#app/domain/appeals.ts'

describe('the last moment for an appeal', () => {
  it('is the end of the tenth working day after the release, where the person lives', () => {
    // Monday 2 November; the tenth working day after it is Monday 16 November.
    expect(appealsClose(new Date('2026-11-02T09:00:00Z'), 'Europe/London')).toEqual(new Date('2026-11-17T00:00:00Z'))
    expect(appealsClose(new Date('2026-11-02T09:00:00Z'), 'Pacific/Auckland')).toEqual(new Date('2026-11-16T11:00:00Z'))
  })

  it('begins to count on Monday for a release at the weekend', () => {
    const onFriday = appealsClose(new Date('2026-11-06T12:00:00Z'), 'Europe/London')
    expect(appealsClose(new Date('2026-11-07T12:00:00Z'), 'Europe/London')).toEqual(onFriday)
    expect(appealsClose(new Date('2026-11-08T12:00:00Z'), 'Europe/London')).toEqual(onFriday)
  })

  it('is the end of a day also where clocks change on the way', () => {
    expect(appealsClose(new Date('2026-10-16T12:00:00Z'), 'Europe/London')).toEqual(new Date('2026-10-31T00:00:00Z'))
  })
})

describe('whether one can appeal', () => {
  const releasedAt = new Date('2026-11-02T09:00:00Z')
  const facts = { releasedAt, timeZone: 'Europe/London', appeals: [] }
  const decided = { decidedAt: releasedAt }

  test.each([
    ['within the ten days', facts, '2026-11-16T23:59:59Z', null],
    ['after them', facts, '2026-11-17T00:00:00Z', /working days .* have passed/],
    ['before the marks', { ...facts, releasedAt: null }, '2026-11-03T00:00:00Z', /before the marks/],
    ['while one is open', { ...facts, appeals: [{ decidedAt: null }] }, '2026-11-03T00:00:00Z', /looked at/],
    ['a second time', { ...facts, appeals: [decided] }, '2026-11-03T00:00:00Z', /has been decided/],
  ])('%s', (_, given, at, because) => {
    const found = whyNoAppeal(given, new Date(at))
    if (because) expect(found).toMatch(because)
    else expect(found).toBeNull()
  })
})
