import { describe, expect, test } from 'vitest'
import type { SupervisionBody } from '#app/domain/portfolio/entry.ts'
import { isOverlapping, supervisionFaults } from '#app/domain/portfolio/supervision-rules.ts'

const now = new Date('2026-11-02T09:00:00Z')

const session: SupervisionBody = {
  on: '2026-10-26',
  startsAt: '10:00',
  timeZone: 'Europe/London',
  minutes: 60,
  mode: 'individual',
  supervisees: 1,
  caseIds: ['a-case'],
  supervisorId: 'imre',
  takenAway: 'Slow down before the challenge.',
}

const held = (changes: Partial<SupervisionBody>): SupervisionBody => ({ ...session, ...changes })

const faults = (changes: Partial<SupervisionBody>, others: SupervisionBody[] = []) =>
  supervisionFaults(held(changes), {
    now,
    others,
    caseIds: new Set(['a-case']),
    supervisorIds: new Set(['imre']),
    written: ({ on, startsAt }) => `${on}, ${startsAt}`,
  })

describe('a session of supervision', () => {
  test('has nothing against it', () => {
    expect(faults({})).toEqual({})
    expect(faults({ mode: 'group', supervisees: 3, minutes: 90 })).toEqual({})
    expect(faults({ caseIds: [] })).toEqual({})
  })

  test('of 25 hours is more than one', () => {
    expect(faults({ minutes: 1500 }).minutes).toMatch('1500 minutes are 25 hours')
    expect(faults({ minutes: 0 })).toHaveProperty('minutes')
  })

  test('lies behind, to its end', () => {
    expect(faults({ on: '2026-11-03' })).toEqual({ on: 'This day lies ahead. Enter it when it is over.' })
    expect(faults({ on: '2026-11-02', startsAt: '08:30' }).startsAt).toMatch('not over yet')
    expect(faults({ on: '2026-11-02', startsAt: '08:00' })).toEqual({})
  })

  test('lies behind where it was held: what is tomorrow for a clock in London was over in Auckland', () => {
    const auckland = { on: '2026-11-02', startsAt: '21:00', timeZone: 'Pacific/Auckland' }
    expect(faults(auckland)).toEqual({})
    expect(faults({ ...auckland, timeZone: 'Europe/London' }).startsAt).toMatch('not over yet')
  })

  test('of a group has two supervisees or more', () => {
    expect(faults({ mode: 'group', supervisees: 1 })).toHaveProperty('supervisees')
    expect(faults({ mode: 'group', supervisees: 21 })).toHaveProperty('supervisees')
  })

  test('is about cases of one’s own, with a supervisor who was approved once', () => {
    expect(faults({ caseIds: ['a-case', 'of-somebody-else'] })).toHaveProperty('caseIds')
    expect(faults({ supervisorId: 'a-friend' })).toHaveProperty('supervisorId')
  })

  test('did not begin at a time that clocks left out', () => {
    expect(faults({ on: '2026-03-29', startsAt: '01:30' })).toEqual({
      startsAt: 'Clocks went forward that night: there was no 01:30.',
    })
  })

  test('does not overlap with another, and says with which', () => {
    const earlier = held({ startsAt: '09:30' })
    expect(faults({}, [earlier])).toEqual({ startsAt: 'This overlaps with the session of 2026-10-26, 09:30.' })
  })
})

describe('two sessions', () => {
  test('may follow on one another', () => {
    expect(isOverlapping(session, held({ startsAt: '11:00' }))).toBe(false)
    expect(isOverlapping(session, held({ startsAt: '10:59' }))).toBe(true)
  })

  test('overlap across midnight', () => {
    const late = held({ on: '2026-10-12', startsAt: '23:30' })
    expect(isOverlapping(late, held({ on: '2026-10-13', startsAt: '00:15' }))).toBe(true)
    expect(isOverlapping(late, held({ on: '2026-10-13', startsAt: '00:30' }))).toBe(false)
  })

  test('overlap as instants, whatever the clocks of two time zones show', () => {
    const inStockholm = held({ startsAt: '11:00', timeZone: 'Europe/Stockholm' })
    expect(isOverlapping(session, inStockholm)).toBe(true)
    expect(isOverlapping(session, { ...inStockholm, startsAt: '10:00' })).toBe(false)
  })

  test('overlap over the hour that spring leaves out', () => {
    const night = held({ on: '2026-03-29', startsAt: '00:30', minutes: 60 })
    // An hour after half past midnight clocks show half past two.
    expect(isOverlapping(night, held({ on: '2026-03-29', startsAt: '02:00' }))).toBe(true)
    expect(isOverlapping(night, held({ on: '2026-03-29', startsAt: '02:30' }))).toBe(false)
  })

  test('are further apart in the night in which autumn repeats an hour', () => {
    const night = held({ on: '2026-10-25', startsAt: '00:30', minutes: 120 })
    // Two hours after half past midnight clocks show half past one for the second time.
    expect(isOverlapping(night, held({ on: '2026-10-25', startsAt: '02:00' }))).toBe(false)
  })
})
