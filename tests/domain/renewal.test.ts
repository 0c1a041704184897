import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths } from '#app/domain/pathway/days.ts'
import { type CaseFact, noFacts, type PathwayFacts } from '#app/domain/pathway/facts.ts'
import { factsSince } from '#app/domain/pathway/facts-since.ts'
import type { Pathway } from '#app/domain/pathway/rules.ts'
import { addDays, daysBetween, todayIn } from '#app/domain/portfolio/days.ts'
import {
  evaluateRenewalOf,
  isHeld,
  isOpenForRenewal,
  judgedBy,
  lastDayOfTerm,
  REMINDED_MONTHS_AHEAD,
  type RenewableStatus,
  reminderDue,
  renewalRules,
  renewedUntil,
  standingOf,
} from '#app/domain/renewal.ts'

const RULES = renewalRules(null)
const held: RenewableStatus = {
  ...{ grantedOn: '2026-11-02', validUntil: '2031-11-01' },
  ...{ isRenewed: false, isRevoked: false, isUndecided: false },
}
const stateOn = (today: string, changes: Partial<RenewableStatus> = {}) =>
  standingOf({ ...held, ...changes }, RULES, today).state

describe('a term', () => {
  it('ends on the day before the same day of another year', () => {
    expect(lastDayOfTerm('2026-11-02', { years: 5 })).toBe('2031-11-01')
    expect(lastDayOfTerm('2026-01-01', { months: 18 })).toBe('2027-06-30')
  })

  it('that begins on a leap day ends with the last day but one of a common February', () => {
    expect(lastDayOfTerm('2028-02-29', { years: 5 })).toBe('2033-02-27')
    expect(lastDayOfTerm('2024-02-29', { years: 4 })).toBe('2028-02-28')
  })

  it('goes on from the old last day, so that renewing early or late is the same', () => {
    expect(renewedUntil('2031-11-01', { years: 5 })).toBe('2036-11-01')
    expect(renewedUntil('2028-02-29', { years: 5 })).toBe('2033-02-28')
  })
})

describe('a status', () => {
  it.each([
    ['2026-11-02', 'running'],
    ['2030-10-31', 'running'],
    ['2030-11-01', 'open'],
    ['2031-11-01', 'open'],
    ['2031-11-02', 'in-grace'],
    ['2032-02-01', 'in-grace'],
    ['2032-02-02', 'lapsed'],
  ])('on %s is %s', (today, state) => expect(stateOn(today)).toBe(state))

  it('is renewed or revoked on whatever day, and revoked goes first', () => {
    for (const today of ['2027-01-01', '2031-11-01', '2040-01-01']) {
      expect(stateOn(today, { isRenewed: true })).toBe('renewed')
      expect(stateOn(today, { isRevoked: true, isRenewed: true })).toBe('ended')
    }
  })

  it('says that its renewal is looked at, once it was handed in', () => {
    const undecided = { ...held, isUndecided: true }
    expect(standingOf(undecided, RULES, '2031-01-01').because).toContain('handed in and is not finally decided')
    expect(standingOf(undecided, RULES, '2031-12-01').because).toContain('does not lapse before')
  })

  it('does not lapse while a renewal that was handed in is not decided', () => {
    expect(stateOn('2033-01-01', { isUndecided: true })).toBe('in-grace')
  })

  it('without a time after its end lapses on the next day', () => {
    const rules = { ...RULES, grace: { months: 0 } }
    expect(standingOf(held, rules, '2031-11-01').state).toBe('open')
    expect(standingOf(held, rules, '2031-11-02').state).toBe('lapsed')
  })

  it('can be renewed from its first day where it is shorter than the time before', () => {
    const short = { ...held, grantedOn: '2026-11-02', validUntil: '2027-05-01' }
    expect(standingOf(short, RULES, '2026-11-02')).toMatchObject({ state: 'open', opensOn: '2026-11-02' })
  })

  it('that ends on the last day of a long month can be renewed to the last of a short one', () => {
    expect(standingOf({ ...held, validUntil: '2030-11-30' }, RULES, '2030-12-01').graceUntil).toBe('2031-02-28')
    expect(standingOf({ ...held, validUntil: '2032-02-29' }, RULES, '2032-01-01').opensOn).toBe('2031-02-28')
  })

  it('says on each day why, and what can be done', () => {
    const because = (today: string) => standingOf(held, RULES, today).because
    expect(because('2027-01-01')).toBe('It holds. It can be renewed from 1 November 2030.')
    expect(because('2031-01-01')).toBe('It holds, and can be renewed now, until 1 February 2032.')
    expect(because('2031-12-01')).toBe('It ended on 1 November 2031, and can still be renewed until 1 February 2032.')
    expect(because('2033-01-01')).toContain('fresh application by the whole pathway')
  })

  it('goes by the day of its holder: over in Auckland, still there in London', () => {
    const moment = new Date('2031-11-01T12:00:00Z')
    expect(stateOn(todayIn('Pacific/Auckland', moment))).toBe('in-grace')
    expect(stateOn(todayIn('Europe/London', moment))).toBe('open')
  })
})

const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2020-01-01', days))
const every = fc.integer({ min: 1, max: 120 }).map((months) => ({ months }))
const rules = fc.record({
  grace: fc.record({ months: fc.integer({ min: 0, max: 24 }) }),
  opens: fc.record({ months: fc.integer({ min: 1, max: 60 }) }),
})

describe('of any status', () => {
  const ORDER = ['running', 'open', 'in-grace', 'lapsed']

  it('time leads on and never back, and each step is a day', () =>
    fc.assert(
      fc.property(day, every, rules, fc.integer({ min: 0, max: 5_000 }), (grantedOn, term, some, later) => {
        const status = { ...held, grantedOn, validUntil: lastDayOfTerm(grantedOn, term) }
        const today = addDays(grantedOn, later)
        const [one, next] = [today, addDays(today, 1)].map((on) => standingOf(status, some, on))
        expect(ORDER.indexOf(next?.state ?? '')).toBeGreaterThanOrEqual(ORDER.indexOf(one?.state ?? ''))
        expect(one?.state === 'lapsed').toBe(today > (one?.graceUntil ?? ''))
        expect(one && isOpenForRenewal(one)).toBe(today >= (one?.opensOn ?? '') && today <= (one?.graceUntil ?? ''))
        expect(one && isHeld(one)).toBe(one?.state !== 'lapsed')
      }),
    ))

  it('renewed terms follow each other without a gap, and are never shorter than a term less a month’s end', () =>
    fc.assert(
      fc.property(day, every, (grantedOn, term) => {
        const first = lastDayOfTerm(grantedOn, term)
        const second = renewedUntil(first, term)
        expect(second).toBe(lastDayOfTerm(addDays(first, 1), term))
        expect(second > first).toBe(true)
        expect(daysBetween(second, addMonths(first, term.months))).toBeLessThanOrEqual(3)
      }),
    ))
})

describe('a reminder', () => {
  it.each([
    ['2030-10-31', null],
    ['2030-11-01', 12],
    ['2031-04-30', 12],
    ['2031-05-01', 6],
    ['2031-08-01', 3],
    ['2031-10-01', 1],
    ['2031-11-01', 1],
    ['2031-11-02', null],
  ])('on %s is that of %s months ahead', (today, months) => expect(reminderDue(held, today)).toBe(months))

  it('is not due for a moment before the status began', () => {
    const year = { grantedOn: '2026-11-02', validUntil: '2027-11-01' }
    expect(reminderDue(year, '2026-11-02')).toBeNull()
    expect(reminderDue(year, '2027-05-01')).toBe(6)
  })

  it('comes in each of the four and in no other, whoever looks every day', () =>
    fc.assert(
      fc.property(day, (grantedOn) => {
        const validUntil = lastDayOfTerm(grantedOn, { years: 2 })
        const seen = new Set<number | null>()
        for (let on = grantedOn; on <= validUntil; on = addDays(on, 1))
          seen.add(reminderDue({ grantedOn, validUntil }, on))
        seen.delete(null)
        expect([...seen]).toEqual([...REMINDED_MONTHS_AHEAD])
      }),
      { numRuns: 20 },
    ))
})

describe('a renewal', () => {
  const pathway: Pathway = {
    ...{ title: 'P', version: 1, source: '' },
    requirements: [{ id: 'once', title: 'Once', why: '', kind: 'attestation', statement: 'I began.' }],
    renewal: {
      every: { years: 5 },
      requirements: [
        { id: 'cpd', title: 'CPD', why: '', kind: 'sum', evidence: 'cpd', of: 'hours', atLeast: 10 },
        { id: 'seen', title: 'Registration', why: '', kind: 'staff-check', checks: 'It stands.' },
      ],
    },
  }
  const cpd = (on: string) => {
    return { id: on, on, method: 'course', topic: 'x', hours: 8, participatoryHours: 8, hasReflection: true }
  }
  const facts: PathwayFacts = {
    ...noFacts('nurse'),
    cpd: [cpd('2026-10-30'), cpd('2026-11-03')],
    staffChecks: [{ requirementId: 'seen', on: '2026-10-01', outcome: 'accepted', note: '' }],
  }

  it('is judged by its own requirements; a first application by the whole pathway', () => {
    expect(judgedBy(pathway, { validUntil: '2031-11-01', since: '2026-11-02' }).requirements).toHaveLength(2)
    expect(judgedBy(pathway, null)).toBe(pathway)
  })

  it('rests on what was done since, so that nothing counts twice and staff look again', () => {
    const evaluated = evaluateRenewalOf(
      { title: 'P', version: 1, renewal: pathway.renewal, since: '2026-11-02' },
      facts,
      '2031-01-01',
    )
    expect(evaluated.requirements).toMatchObject([{ have: 8 }, { state: 'not-begun' }])
    expect(factsSince(facts, '2026-10-30').cpd).toHaveLength(2)
  })

  it('leaves of a treatment the sessions since, and drops one that was over', () => {
    const treatment: Omit<CaseFact, 'id' | 'sessions'> = {
      ...{ code: 'K7', modality: 'individual', diagnosis: { category: 'borderline', system: 'ICD-11' } },
      ...{ diagnosedBy: 'psychiatrist', isPrimaryIntervention: true, startedOn: '2025-01-01', isEndedEarly: false },
    }
    const cases: CaseFact[] = [
      { ...treatment, id: 'over', endedOn: '2026-01-01', sessions: [{ on: '2025-12-01' }] },
      { ...treatment, id: 'on', sessions: [{ on: '2026-10-01' }, { on: '2026-12-01' }] },
    ]
    expect(factsSince({ ...facts, cases }, '2026-11-02').cases).toMatchObject([
      { id: 'on', sessions: [{ on: '2026-12-01' }] },
    ])
  })
})
