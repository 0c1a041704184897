import { describe, expect, test } from 'vitest'
import { clipFaults, recordingState } from '#app/domain/portfolio/clip-rules.ts'
import type { CaseBody, ClipBody } from '#app/domain/portfolio/entry.ts'

const TODAY = '2026-11-02'

const treatment = {
  id: 'case',
  body: { sessions: ['2026-03-02', '2026-03-09'].map((on) => ({ on, minutes: 50 })) } as CaseBody,
}

const clip: ClipBody = {
  sessionNumber: 1,
  heldOn: '2026-03-02',
  minutes: 15,
  media: 'video',
  isConsentAttested: true,
  consentScope: 'supervision-and-assessment',
  destroyBy: '2027-03-02',
  destroyedOn: null,
  supervisorId: 'imre',
}

const setting = { today: TODAY, treatment, others: [], written: (day: string) => day }
const faults = (changes: Partial<ClipBody> = {}, other: Partial<Parameters<typeof clipFaults>[1]> = {}) =>
  clipFaults({ ...clip, ...changes }, { ...setting, ...other })

describe('a clip', () => {
  test('of a session of its case is taken as it is', () => expect(faults()).toEqual({}))

  test.each<[string, Partial<ClipBody>, string]>([
    ['of a session that the case does not have', { sessionNumber: 3 }, 'sessionNumber'],
    ['of session 0', { sessionNumber: 0 }, 'sessionNumber'],
    ['whose day is that of another session', { heldOn: '2026-03-09' }, 'sessionNumber'],
    ['of no length', { minutes: 0 }, 'minutes'],
    ['of a whole day', { minutes: 1440 }, 'minutes'],
    ['without written consent', { isConsentAttested: false }, 'isConsentAttested'],
    ['to be destroyed before its session', { destroyBy: '2026-03-01' }, 'destroyBy'],
    ['to be kept for longer than two years', { destroyBy: '2028-03-02' }, 'destroyBy'],
    ['destroyed before its session', { destroyedOn: '2026-03-01' }, 'destroyedOn'],
    ['destroyed tomorrow', { destroyedOn: '2026-11-03' }, 'destroyedOn'],
  ])('%s is refused beside its field', (_, changes, field) => expect(Object.keys(faults(changes))).toEqual([field]))

  test('of a day on which the case had no session says on which day that session was', () => {
    expect(faults({ heldOn: '2026-03-03' }).sessionNumber).toBe('Session 1 of this case was on 2026-03-02.')
  })

  test('is the only one of its session, which other cases have too', () => {
    const other = (caseId: string) => ({ others: [{ caseId, sessionNumber: 1 }] })
    expect(Object.keys(faults({}, other('case')))).toEqual(['sessionNumber'])
    expect(faults({}, other('another case'))).toEqual({})
  })

  test('belongs to a case of its writer', () => {
    expect(Object.keys(faults({}, { treatment: undefined }))).toEqual(['caseId'])
  })
})

describe('a recording', () => {
  const on = (today: string, destroyedOn: string | null = null) =>
    recordingState({ destroyBy: '2026-11-16', destroyedOn }, today)

  test('is due soon from two weeks before, may stay on its last day, and is overdue on the next', () => {
    expect([on('2026-11-01'), on('2026-11-02'), on('2026-11-16'), on('2026-11-17')]).toEqual([
      'kept',
      'due-soon',
      'due-soon',
      'overdue',
    ])
  })

  test('that is destroyed is neither', () => expect(on('2026-12-24', '2026-11-20')).toBe('destroyed'))
})
