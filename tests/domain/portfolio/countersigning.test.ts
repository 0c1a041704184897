import { describe, expect, test } from 'vitest'
import {
  type AnswerFacts,
  approvedFor,
  decideAnswer,
  decideAsk,
  isReadyToAsk,
  standingOf,
} from '#app/domain/portfolio/countersigning.ts'
import type { CaseBody, SupervisionBody } from '#app/domain/portfolio/entry.ts'
import { decideApproval } from '#app/domain/portfolio/supervisor-approval.ts'
import { isMailedToday, nextMailAt } from '#app/domain/portfolio/supervisor-mail.ts'

const session = (on: string) => ({ kind: 'supervision' as const, body: { on } as SupervisionBody })
const treatment = (startedOn: string, endedOn: string | null) => ({
  kind: 'case' as const,
  body: { startedOn, endedOn } as CaseBody,
})
const spring = [{ startsOn: '2026-03-01', endsOn: '2026-05-31' }]
const today = '2026-11-02'

describe('an approval', () => {
  test.each([
    ['2026-02-28', false],
    ['2026-03-01', true],
    ['2026-05-31', true],
    ['2026-06-01', false],
  ])('of March to May is in force for a session of %s: %s', (on, is) => {
    expect(approvedFor(session(on), spring, today).allowed).toBe(is)
  })

  test('that came twice with a gap between is not in force in the gap', () => {
    const twice = [...spring, { startsOn: '2026-09-01', endsOn: null }]
    expect(approvedFor(session('2026-08-31'), twice, today).allowed).toBe(false)
    expect(approvedFor(session('2026-09-01'), twice, today).allowed).toBe(true)
  })

  test.each([
    ['2026-01-01', '2026-02-28', false],
    ['2026-01-01', '2026-03-01', true],
    ['2026-05-31', null, true],
    ['2026-06-01', null, false],
    ['2026-01-01', null, true],
  ])('does for a treatment from %s to %s when some day of it lay in it: %s', (startedOn, endedOn, is) => {
    expect(approvedFor(treatment(startedOn, endedOn), spring, today).allowed).toBe(is)
  })

  test('that begins after today does not do for a treatment under way', () => {
    const ahead = [{ startsOn: '2026-11-03', endsOn: null }]
    expect(approvedFor(treatment('2026-10-01', null), ahead, today).allowed).toBe(false)
  })

  test('is given by somebody else, and never for days that are covered', () => {
    const period = { startsOn: '2026-05-31', endsOn: null }
    const wish = { actorId: 'grace', personId: 'imre', period, held: [] }
    expect(decideApproval(wish).allowed).toBe(true)
    expect(decideApproval({ ...wish, personId: 'grace' }).allowed).toBe(false)
    expect(decideApproval({ ...wish, held: spring }).allowed).toBe(false)
    expect(decideApproval({ ...wish, period: { startsOn: '2026-06-01', endsOn: null }, held: spring }).allowed).toBe(
      true,
    )
  })
})

describe('an entry', () => {
  const ask = {
    entry: session('2026-04-01'),
    ownerId: 'noor',
    supervisorId: 'imre',
    approvals: spring,
    signature: 'none' as const,
    signedBy: null,
    today,
  }

  test('is asked for as it stands, once', () => {
    expect(decideAsk(ask)).toEqual({ allowed: true })
    for (const signature of ['waiting', 'signed', 'correction-asked'] as const)
      expect(decideAsk({ ...ask, signature, signedBy: 'imre' }).allowed).toBe(false)
  })

  test('that one supervisor refused can be put before another', () => {
    expect(decideAsk({ ...ask, signature: 'refused', signedBy: 'imre' }).allowed).toBe(false)
    expect(decideAsk({ ...ask, signature: 'refused', signedBy: 'kerstin' }).allowed).toBe(true)
  })

  test('is never put before its own writer', () => {
    expect(decideAsk({ ...ask, ownerId: 'imre' })).toMatchObject({ because: expect.stringContaining('their own') })
  })

  test('of a treatment is new to a supervisor once it has ended', () => {
    expect(isReadyToAsk('case', { endedOn: null })).toBe(false)
    expect(isReadyToAsk('case', { endedOn: '2026-09-01' })).toBe(true)
    expect(isReadyToAsk('supervision', {})).toBe(true)
    expect(isReadyToAsk('cpd', {})).toBe(false)
  })
})

describe('a request', () => {
  const open = {
    version: 1,
    digest: 'a',
    currentVersion: 1,
    keptDigest: 'a',
    isRemoved: false,
    isVoided: false,
    answer: null,
  }

  test.each([
    [{}, 'waiting'],
    [{ answer: 'signed' as const }, 'signed'],
    [{ answer: 'refused' as const, isVoided: true, currentVersion: 2 }, 'refused'],
    [{ currentVersion: 2, isVoided: true }, 'changed'],
    [{ keptDigest: 'b' }, 'changed'],
    [{ answer: 'signed' as const, currentVersion: 2, isVoided: true }, 'voided'],
    [{ isVoided: true }, 'withdrawn'],
    [{ isRemoved: true, isVoided: true }, 'withdrawn'],
    [{ answer: 'signed' as const, isRemoved: true, isVoided: true }, 'voided'],
  ])('of which is known %j is %s', (changes, standing) => {
    expect(standingOf({ ...open, ...changes })).toBe(standing)
  })

  const facts: AnswerFacts = {
    ...open,
    entry: session('2026-04-01'),
    ownerId: 'noor',
    supervisorId: 'imre',
    approvals: spring,
    today,
  }

  test('is answered while it waits, and not by the writer', () => {
    expect(decideAnswer(facts, 'signed')).toEqual({ allowed: true })
    expect(decideAnswer({ ...facts, currentVersion: 2 }, 'signed').allowed).toBe(false)
    expect(decideAnswer({ ...facts, answer: 'signed' }, 'refused').allowed).toBe(false)
    expect(decideAnswer({ ...facts, ownerId: 'imre' }, 'signed').allowed).toBe(false)
  })

  test('of a day without approval can be given back, and not signed', () => {
    const unapproved = { ...facts, approvals: [] }
    expect(decideAnswer(unapproved, 'signed').allowed).toBe(false)
    expect(decideAnswer(unapproved, 'correction-asked').allowed).toBe(true)
  })
})

describe('the mail to a supervisor', () => {
  const now = new Date('2026-11-02T09:00:00Z')

  test('gathers for ten minutes what is asked, when there was none today', () => {
    expect(nextMailAt(now, null, 'Europe/London')).toEqual(new Date('2026-11-02T09:10:00Z'))
    expect(nextMailAt(now, new Date('2026-11-01T23:59:00Z'), 'Europe/London')).toEqual(new Date('2026-11-02T09:10:00Z'))
  })

  test('goes in the morning of the next day, on the supervisor’s clock, when there was one', () => {
    const mailed = new Date('2026-11-02T08:00:00Z')
    expect(nextMailAt(now, mailed, 'Europe/London')).toEqual(new Date('2026-11-03T07:00:00Z'))
    expect(nextMailAt(now, mailed, 'America/New_York')).toEqual(new Date('2026-11-03T12:00:00Z'))
  })

  test('counts days where the supervisor lives', () => {
    // Half past eleven in the evening in New York is the next day in London.
    const late = new Date('2026-11-03T04:30:00Z')
    expect(isMailedToday(late, now, 'America/New_York')).toBe(true)
    expect(isMailedToday(late, now, 'Europe/London')).toBe(false)
  })
})
