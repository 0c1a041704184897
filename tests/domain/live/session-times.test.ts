import { describe, expect, it } from 'vitest'
import { hoursWords } from '#app/domain/live/hours-words.ts'
import { keyFromTitle } from '#app/domain/live/session-key.ts'
import { sessionTimes } from '#app/domain/live/session-times.ts'
import { whenWords } from '#app/domain/live/when.ts'

const LONDON = 'Europe/London'
const times = (startsAt: string, endsAt: string, minutes = 60, zone = LONDON) =>
  sessionTimes({ startsAt, endsAt }, minutes, zone)

describe('the times of a session', () => {
  it('are those that clocks of the cohort’s zone show, before and after clocks change', () => {
    expect(times('2026-10-24T09:30', '2026-10-24T16:30')).toEqual({
      startsAt: new Date('2026-10-24T08:30Z'),
      endsAt: new Date('2026-10-24T15:30Z'),
    })
    expect(times('2026-10-26T09:30', '2026-10-26T16:30')).toMatchObject({ startsAt: new Date('2026-10-26T09:30Z') })
  })

  it('can span the night in which clocks change, and last as long as they do', () => {
    expect(times('2026-10-24T23:00', '2026-10-25T02:00', 240)).toMatchObject({ endsAt: new Date('2026-10-25T02:00Z') })
    expect(times('2026-03-28T23:00', '2026-03-29T03:00', 240)).toMatchObject({ fault: { field: 'countsMinutes' } })
  })

  it.each([
    ['a start that clocks skip in spring', '2026-03-29T01:30', '2026-03-29T09:30', 'startsAt'],
    ['an end that clocks skip', '2026-03-28T20:00', '2026-03-29T01:30', 'endsAt'],
    ['an end at the start', '2026-11-02T09:30', '2026-11-02T09:30', 'endsAt'],
    ['an end before the start', '2026-11-02T09:30', '2026-11-01T16:30', 'endsAt'],
    ['more than a day', '2026-11-02T09:30', '2026-11-03T09:31', 'endsAt'],
    ['counting more than it lasts', '2026-11-02T09:30', '2026-11-02T10:29', 'countsMinutes'],
  ])('cannot have %s', (_, startsAt, endsAt, field) => {
    expect(times(startsAt, endsAt)).toMatchObject({ fault: { field } })
  })
})

describe('when a session is', () => {
  const span = { startsAt: new Date('2026-11-10T09:30Z'), endsAt: new Date('2026-11-10T16:30Z') }

  it.each([
    [LONDON, 'Tuesday 10 November 2026, 09:30 to 16:30 (London time)'],
    ['America/New_York', 'Tuesday 10 November 2026, 04:30 to 11:30 (New York time)'],
    ['Asia/Tokyo', 'Tuesday 10 November 2026, 18:30 to Wednesday 11 November 2026, 01:30 (Tokyo time)'],
    ['UTC', 'Tuesday 10 November 2026, 09:30 to 16:30 (UTC)'],
  ])('is said in %s with the zone named', (zone, words) => {
    expect(whenWords(span, zone)).toBe(words)
  })
})

it.each([
  [60, '1 hour'],
  [360, '6 hours'],
  [90, '1.5 hours'],
  [0, '0 hours'],
])('%i minutes are said as %s', (minutes, words) => {
  expect(hoursWords(minutes)).toBe(words)
})

it.each([
  ['Day 1: Curiosity', 'day-1-curiosity'],
  ['  Übung – Rôle-play! ', 'ubung-role-play'],
  ['日本語', ''],
])('the title %s comes to the key %s', (title, key) => {
  expect(keyFromTitle(title)).toBe(key)
})
