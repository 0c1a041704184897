import { describe, expect, test } from 'vitest'
import { addedSessionFaults, caseFaults, withoutSessions, withSessions } from '#app/domain/portfolio/case-rules.ts'
import type { CaseBody } from '#app/domain/portfolio/entry.ts'

const TODAY = '2026-11-02'

const treatment: CaseBody = {
  modality: 'individual',
  ageBand: '25-34',
  diagnosis: 'borderline',
  diagnosticSystem: 'ICD-11',
  diagnosedBy: 'psychiatrist',
  isPrimaryIntervention: true,
  startedOn: '2026-03-02',
  endedOn: null,
  isEndedEarly: false,
  sessions: [
    { on: '2026-03-02', minutes: 50 },
    { on: '2026-03-09', minutes: 50 },
  ],
}

const asIs = (day: string) => day
const faults = (changes: Partial<CaseBody> = {}) => caseFaults({ ...treatment, ...changes }, TODAY, asIs)
const added = (days: readonly string[], minutes = 50, body = treatment) =>
  addedSessionFaults(
    body,
    days.map((on) => ({ on, minutes })),
    TODAY,
    asIs,
  )

describe('a case', () => {
  test('has nothing against it while it goes on, and after it ended, early or not', () => {
    expect(faults()).toEqual({})
    expect(faults({ endedOn: '2026-10-30' })).toEqual({})
    expect(faults({ endedOn: '2026-03-09', isEndedEarly: true })).toEqual({})
  })

  test('does not end before it began', () => {
    expect(faults({ endedOn: '2026-03-01', sessions: [] })).toEqual({
      endedOn: 'A case cannot end before it began.',
    })
  })

  test('neither begins nor ends on a day that lies ahead', () => {
    expect(faults({ startedOn: '2026-11-03', sessions: [] })).toHaveProperty('startedOn')
    expect(faults({ endedOn: '2026-11-03' })).toHaveProperty('endedOn')
  })

  test('that ended early ended on a day', () => {
    expect(faults({ isEndedEarly: true })).toEqual({ endedOn: 'Choose the day on which it ended.' })
  })

  test('keeps its sessions between its start and its end', () => {
    expect(faults({ startedOn: '2026-03-03' })).toEqual({
      startedOn: 'The session of 2026-03-02 lies before this day. Take it out first, or choose another day.',
    })
    expect(faults({ startedOn: '2026-03-10' }).startedOn).toMatch('2 of its sessions')
    expect(faults({ endedOn: '2026-03-05' })).toEqual({
      endedOn: 'The session of 2026-03-09 lies after this day. Take it out first, or choose another day.',
    })
  })

  test('was not diagnosed by a counsellor', () => {
    expect(faults({ diagnosedBy: 'counsellor' })).toHaveProperty('diagnosedBy')
  })

  test('of one person has one age band; a group may be mixed', () => {
    expect(faults({ ageBand: 'mixed' })).toHaveProperty('ageBand')
    expect(faults({ ageBand: 'mixed', modality: 'group' })).toEqual({})
  })
})

describe('sessions that are added to a case', () => {
  test('may stand on any day from its start to today', () => {
    expect(added(['2026-03-16', TODAY])).toEqual({})
  })

  test('do not lie ahead', () => {
    expect(added(['2026-10-26', '2026-11-03', '2026-11-10']).days).toMatch('2026-11-03 and 2026-11-10')
  })

  test('do not stand there already', () => {
    expect(added(['2026-03-09', '2026-03-16'])).toEqual({ days: 'There is a session already on 2026-03-09.' })
  })

  test('lie neither before its start nor after its end', () => {
    expect(added(['2026-03-01']).days).toMatch('began on 2026-03-02')
    expect(added(['2026-05-05'], 50, { ...treatment, endedOn: '2026-05-04' }).days).toMatch('ended on 2026-05-04')
  })

  test('take some minutes, and not a working day', () => {
    expect(added(['2026-03-16'], 1500)).toEqual({ minutes: 'One session has 300 minutes at most.' })
    expect(added(['2026-03-16'], 0)).toHaveProperty('minutes')
  })

  test('are there at all', () => {
    expect(added([])).toHaveProperty('days')
  })

  test('come in the order of their days, and can be taken out again', () => {
    const body = withSessions(treatment, [{ on: '2026-03-05', minutes: 90 }])
    expect(body.sessions.map(({ on }) => on)).toEqual(['2026-03-02', '2026-03-05', '2026-03-09'])
    expect(withoutSessions(body, ['2026-03-05'])).toEqual(treatment)
  })
})
