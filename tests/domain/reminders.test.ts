import { describe, expect, it } from 'vitest'
import { evaluatePathway } from '#app/domain/pathway/evaluate-pathway.ts'
import { noFacts } from '#app/domain/pathway/facts.ts'
import type { KeptEntry } from '#app/domain/pathway/portfolio-facts.ts'
import type { Requirement } from '#app/domain/pathway/rules.ts'
import type { CaseBody, ClipBody, CpdBody } from '#app/domain/portfolio/entry.ts'
import { dueThisMonth, endOfMonth, type ReminderFacts, type StatusFacts } from '#app/domain/reminders.ts'
import { clipFor, sessionWith, treatment } from '#tests/support/supervision.ts'

const TODAY = '2026-11-01'
const none: ReminderFacts = {
  entries: [],
  removed: [],
  isHeld: false,
  waitingSince: [],
  moreAskedOn: null,
  statuses: [],
  approvalEnds: [],
  supervisorsEnding: [],
  attestations: [],
  staffChecks: [],
  leaves: [],
}
const due = (facts: Partial<ReminderFacts>, today = TODAY) => dueThisMonth({ ...none, ...facts }, undefined, today)

const kept = (entry: Pick<KeptEntry, 'kind' | 'body'> & { code?: string }) =>
  ({
    ...{ id: 'x', code: null, caseId: null, keptOn: TODAY, countersignedOn: null, countersignedBy: null },
    ...{ reviewedOn: null, checkedOn: null },
    ...entry,
  }) as KeptEntry
const clip = (changes: Partial<ClipBody>) => kept({ kind: 'clip', body: clipFor('imre', changes) })
const session = (on: string): KeptEntry =>
  kept({ kind: 'supervision', body: { ...sessionWith('imre', { on }), hasReport: true } })
const openCase = (code: string, ...days: string[]): KeptEntry => {
  const sessions = days.map((on) => ({ on, minutes: 50 }))
  return kept({ kind: 'case', code, body: { ...treatment, endedOn: null, sessions } as CaseBody })
}
const cpd = (on: string) => kept({ kind: 'cpd', body: { on } as Extract<KeptEntry, { kind: 'cpd' }>['body'] })

const status = (changes: Partial<StatusFacts>): StatusFacts => ({
  ...{ title: 'Practitioner', grantedOn: '2021-11-11', validUntil: '2029-06-01', graceUntil: '2029-09-01' },
  ...{ state: 'running', isUndecided: false, missing: ['CPD: 10 more hours'] },
  ...changes,
})

describe('what is due in a month', () => {
  it('is nothing where there is nothing', () => expect(due({})).toEqual([]))

  it('is, while somebody is on leave, what is owed to patients and not how fast they get on', () => {
    const entries = [openCase('A', '2026-08-01'), session('2026-08-01'), clip({ destroyBy: '2026-11-30' })]
    const kinds = (leaves: ReminderFacts['leaves']) => due({ entries, leaves }).map(({ kind }) => kind)
    expect(kinds([])).toEqual(['recordings', 'supervision-gap', 'quiet-cases'])
    expect(kinds([{ from: '2026-10-01', until: TODAY }])).toEqual(['recordings'])
    expect(kinds([{ from: '2026-10-01', until: '2026-10-31' }])).toHaveLength(3)
  })

  it('ends with the last day of the month, in February of a leap year as well', () => {
    expect(endOfMonth('2028-02-01')).toBe('2028-02-29')
    expect(endOfMonth('2026-12-31')).toBe('2026-12-31')
  })

  it('are recordings to be destroyed in it and those that are overdue, not those of later or that are gone', () => {
    const entries = [
      clip({ destroyBy: '2026-11-30' }),
      clip({ destroyBy: '2026-10-02' }),
      clip({ destroyBy: '2026-12-01' }),
      clip({ destroyBy: '2026-11-05', destroyedOn: '2026-10-30' }),
    ]
    expect(due({ entries })).toEqual([{ kind: 'recordings', count: 2, on: '2026-10-02' }])
  })

  it('are records that will have been kept for their time, also those taken out; unless an application holds them', () => {
    const entries = [cpd('2020-11-30'), cpd('2020-12-01')]
    const removed = [{ kind: 'cpd', body: { on: '2026-01-01' } as CpdBody, removedOn: '2026-08-10' } as const]
    expect(due({ entries, removed })).toEqual([{ kind: 'retention', count: 2, on: '2026-11-08' }])
    expect(due({ entries, removed, isHeld: true })).toEqual([])
  })

  it('are entries that have waited two weeks for a signature', () => {
    expect(due({ waitingSince: ['2026-10-18', '2026-10-19', '2026-09-01'] })).toEqual([
      { kind: 'signatures', count: 2, since: '2026-09-01' },
    ])
    expect(due({ waitingSince: ['2026-10-19'] })).toEqual([])
  })

  it('is supervision that stopped more than three weeks ago while a treatment goes on', () => {
    const treated = openCase('A-1', '2026-10-30')
    expect(due({ entries: [treated, session('2026-10-10')] })).toEqual([
      { kind: 'supervision-gap', after: '2026-10-10', days: 22 },
    ])
    expect(due({ entries: [treated, session('2026-10-11')] })).toEqual([])
    expect(due({ entries: [session('2026-01-10')] })).toEqual([])
  })

  it('are treatments under way without a session for more than six weeks', () => {
    const entries = [openCase('B-2', '2026-09-19'), openCase('A-1', '2026-09-20'), openCase('C-3', '2026-09-01')]
    expect(due({ entries })).toEqual([{ kind: 'quiet-cases', codes: ['B-2', 'C-3'] }])
  })

  it('is an application that was asked for more', () =>
    expect(due({ moreAskedOn: '2026-10-20' })).toEqual([{ kind: 'more-asked', since: '2026-10-20' }]))

  it('are approvals that end in it, one’s own and those of one’s supervisors', () => {
    const supervisorsEnding = [
      { name: 'Imre', on: '2026-11-30' },
      { name: 'Sunniva', on: '2026-12-01' },
    ]
    expect(due({ supervisorsEnding, approvalEnds: ['2026-10-31', '2026-11-15'] })).toEqual([
      { kind: 'own-approval-ends', on: '2026-11-15' },
      { kind: 'supervisor-ends', name: 'Imre', on: '2026-11-30' },
    ])
  })

  it('is a status that has ended and can still be renewed, until it was handed in', () => {
    const ended = status({ validUntil: '2026-10-10', graceUntil: '2027-01-10', state: 'in-grace' })
    expect(due({ statuses: [ended] })).toEqual([
      { kind: 'status-ended', title: 'Practitioner', on: '2026-10-10', until: '2027-01-10' },
    ])
    expect(due({ statuses: [{ ...ended, isUndecided: true }] })).toEqual([])
  })

  it('is no status that ends in it, lapsed or was renewed: the end has reminders of its own', () => {
    const ending = status({ validUntil: '2026-11-10', state: 'open' })
    expect(due({ statuses: [ending, status({ state: 'lapsed' }), status({ state: 'renewed' })] })).toEqual([])
  })
})

describe('by the rules of a pathway', () => {
  const requirements: Requirement[] = [
    { id: 'reg', title: 'Registration', why: '', kind: 'staff-check', checks: '', validFor: { years: 1 } },
    { id: 'said', title: 'Manual read', why: '', kind: 'attestation', statement: '', validFor: { months: 6 } },
    {
      id: 'monthly',
      title: 'Supervision each month',
      why: '',
      kind: 'monthly',
      evidence: 'supervision',
      of: 'minutes',
      atLeast: 90,
      months: 1,
    },
  ]
  const evaluate = (some: Requirement[]) =>
    evaluatePathway({ title: 'P', version: 1, requirements: some }, noFacts('nurse'), TODAY)
  const ruled = { requirements, evaluated: evaluate(requirements) }
  const dueBy = (facts: Partial<ReminderFacts>) =>
    dueThisMonth({ ...none, ...facts }, ruled, TODAY).filter(({ kind }) => kind !== 'below-rate')

  it('a check and a declaration are due again in the month in which they run out', () => {
    const staffChecks = [{ requirementId: 'reg', on: '2025-11-20', outcome: 'accepted', note: '' }] as const
    const attestations = [{ requirementId: 'said', on: '2026-05-30' }]
    expect(dueBy({ staffChecks, attestations })).toEqual([
      { kind: 'check-ends', title: 'Registration', on: '2026-11-20' },
      { kind: 'declaration-ends', title: 'Manual read', on: '2026-11-30' },
    ])
  })

  it('one that was made again, refused or taken back is not', () => {
    const check = (on: string, outcome: 'accepted' | 'refused') => ({ requirementId: 'reg', on, outcome, note: '' })
    expect(dueBy({ staffChecks: [check('2025-11-20', 'accepted'), check('2026-10-01', 'accepted')] })).toEqual([])
    expect(dueBy({ staffChecks: [check('2025-11-20', 'refused')] })).toEqual([])
    expect(dueBy({ attestations: [{ requirementId: 'said', on: '2026-05-30', isWithdrawn: true }] })).toEqual([])
  })

  it('supervision below the rate of a month is named with what was missing', () =>
    expect(dueThisMonth(none, ruled, TODAY)).toEqual([
      { kind: 'below-rate', title: 'Supervision each month', missing: expect.stringMatching(/./) },
    ]))

  it('another year of a status is over with what its renewal still takes, in that month alone', () => {
    const held = (grantedOn: string, changes: Partial<StatusFacts> = {}) => [status({ grantedOn, ...changes })]
    expect(dueBy({ statuses: held('2024-11-20') })).toEqual([
      { kind: 'cpd-year', title: 'Practitioner', on: '2026-11-20', missing: ['CPD: 10 more hours'] },
    ])
    expect(dueBy({ statuses: held('2024-11-20', { state: 'open' }) })).toHaveLength(1)
    expect(dueBy({ statuses: held('2024-12-01') })).toEqual([])
    expect(dueBy({ statuses: held('2026-11-20') })).toEqual([])
    expect(dueBy({ statuses: held('2024-11-20', { missing: [] }) })).toEqual([])
  })

  it('not the last of them, which the reminder of a year ahead tells', () => {
    const held = (validUntil: string) => [status({ grantedOn: '2024-11-20', validUntil })]
    expect(dueBy({ statuses: held('2027-11-20') })).toEqual([])
    expect(dueBy({ statuses: held('2027-11-21') })).toHaveLength(1)
  })
})
