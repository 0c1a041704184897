import { describe, expect, it } from 'vitest'
import { decideStatus, type StatusCandidate } from '#app/domain/credential/issue-status.ts'

const candidate: StatusCandidate = {
  ...{ holderId: 'noor', issuedNumber: null, isBarred: false, isTermOver: false, renewedState: null },
  ...{ support: null, unsettable: [], people: 1, seen: 'words', prepared: null },
}
const prepared = { byId: 'grace', byName: 'Grace', at: new Date('2026-11-02'), seen: 'words' }
const because = (change: Partial<StatusCandidate>, officerId = 'grace') => {
  const decision = decideStatus({ ...candidate, ...change }, officerId)
  return decision.step === null ? decision.because : decision.step
}

describe('what an officer can do with a status that was granted', () => {
  it('is to issue it, or to prepare it where it takes two', () => {
    expect(because({})).toBe('issue')
    expect(because({ people: 2 })).toBe('prepare')
  })

  it('is to release what somebody else has prepared, and not what they prepared themselves', () => {
    expect(because({ people: 2, prepared }, 'gil')).toBe('release')
    expect(because({ people: 2, prepared }, 'grace')).toMatch('You prepared it')
  })

  it('is nothing where it would say something else than what was prepared', () => {
    expect(because({ people: 2, prepared, seen: 'other words' }, 'gil')).toMatch('Send it back')
  })

  it.each<[string, Partial<StatusCandidate>]>([
    ['Issued already, with the number STN-1', { issuedNumber: 'STN-1' }],
    ['You have a part in this', { isBarred: true }],
    ['Its last day is over', { isTermOver: true }],
    ['The one that it renews was revoked', { renewedState: 'revoked' }],
    ['The one that it renews is suspended', { renewedState: 'suspended' }],
    ['does not support this note', { support: { isSupported: false } }],
    ['None of our fonts has “ꦱ”', { unsettable: ['ꦱ'] }],
  ])('is nothing: %s', (reason, change) => {
    expect(because(change)).toMatch(reason)
  })

  it('is nothing with their own, also where somebody else prepared it', () => {
    expect(because({}, 'noor')).toMatch('Your own')
    expect(because({ people: 2, prepared }, 'noor')).toMatch('Your own')
  })

  it('may be to renew one that has lapsed or expired', () => {
    for (const renewedState of ['valid', 'lapsed', 'expired', 'superseded'] as const)
      expect(because({ renewedState })).toBe('issue')
  })
})
