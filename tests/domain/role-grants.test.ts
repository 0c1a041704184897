import { describe, expect, test } from 'vitest'
import { decideEnd, decideGrant, type HeldRole, isHeld } from '#app/domain/role-grants.ts'

const now = new Date('2026-11-02T09:00:00Z')
const before = new Date('2026-11-01T09:00:00Z')
const later = new Date('2026-12-01T00:00:00Z')

const held = (endsAt: Date | null, startsAt = before): HeldRole => ({ role: 'supervisor', startsAt, endsAt })
const ask = { actorId: 'root', personId: 'imre', role: 'supervisor', endsAt: null, held: [], now } as const

describe('a role', () => {
  test('is held from its first moment until the moment at which it ends', () => {
    expect(isHeld(held(null, now), now)).toBe(true)
    expect(isHeld(held(null, later), now)).toBe(false)
    expect(isHeld(held(later), now)).toBe(true)
    expect(isHeld(held(now), now)).toBe(false)
  })

  test('can be given to somebody else, with or without an end', () => {
    expect(decideGrant(ask)).toEqual({ allowed: true })
    expect(decideGrant({ ...ask, endsAt: later })).toEqual({ allowed: true })
  })

  test('cannot be given to oneself', () => {
    expect(decideGrant({ ...ask, personId: 'root' })).toMatchObject({ allowed: false })
  })

  test('cannot be given when it would have ended already', () => {
    expect(decideGrant({ ...ask, endsAt: now })).toMatchObject({ allowed: false })
  })

  test('cannot be given twice at a time, but again once it has ended', () => {
    expect(decideGrant({ ...ask, held: [held(later)] })).toMatchObject({ allowed: false })
    expect(decideGrant({ ...ask, held: [held(before)] })).toEqual({ allowed: true })
  })

  test('of somebody else can be ended once, and never one of one’s own', () => {
    expect(decideEnd('root', 'imre', held(null), now)).toEqual({ allowed: true })
    expect(decideEnd('root', 'imre', held(before), now)).toMatchObject({ allowed: false })
    expect(decideEnd('imre', 'imre', held(null), now)).toMatchObject({ allowed: false })
  })
})
