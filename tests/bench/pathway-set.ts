import { type CaseFact, noFacts, type PathwayFacts } from '#app/domain/pathway/facts.ts'
import { daysAfter } from '#tests/support/pathway/worked-facts.ts'

/** Of twenty pieces: two cases, thirteen supervision sessions, five clips. */
const SHARES = { cases: 0.1, clips: 0.25 }
const SESSIONS = 30

/**
 * A trainee with so many pieces of evidence, as they come: every third supervision session had two cases brought, some are not
 * countersigned, some clips are of the same session.
 */
export function traineeWith(pieces: number): PathwayFacts {
  const caseCount = Math.max(1, Math.round(pieces * SHARES.cases))
  const clipCount = Math.round(pieces * SHARES.clips)
  const cases = Array.from({ length: caseCount }, (_, index) => caseFact(index))
  const codeOf = (index: number) => `case-${index % caseCount}`
  return {
    ...noFacts('nurse'),
    cases,
    supervision: Array.from({ length: Math.max(0, pieces - caseCount - clipCount) }, (_, index) => ({
      id: `supervision-${index}`,
      on: daysAfter('2024-01-02', index * 7),
      minutes: 60,
      mode: index % 2 === 0 ? ('group' as const) : ('individual' as const),
      supervisees: index % 2 === 0 ? 3 : 1,
      caseIds: index % 3 === 0 ? [codeOf(index), codeOf(index + 1)] : [codeOf(index)],
      supervisorId: 'imre',
      countersignedOn: index % 11 === 0 ? undefined : daysAfter('2024-01-03', index * 7),
      hasReport: true,
    })),
    clips: Array.from({ length: clipCount }, (_, index) => ({
      id: `clip-${index}`,
      caseId: codeOf(index),
      sessionNumber: 2 + (index % 5),
      minutes: 15,
      media: 'video',
      isConsentAttested: true,
      on: daysAfter('2024-03-01', index),
      reviewedOn: daysAfter('2024-03-02', index),
      supervisorId: 'imre',
    })),
    approvals: [{ subject: 'supervisor', id: 'imre', from: '2024-01-01' }],
  }
}

function caseFact(index: number): CaseFact {
  const startedOn = daysAfter('2024-01-01', index * 10)
  return {
    id: `case-${index}`,
    code: `C${index}`,
    modality: index % 4 === 3 ? 'group' : 'individual',
    diagnosis: { category: index % 2 === 0 ? 'borderline' : 'trauma', system: 'ICD-11' },
    diagnosedBy: 'psychiatrist',
    isPrimaryIntervention: true,
    startedOn,
    isEndedEarly: false,
    sessions: Array.from({ length: SESSIONS - (index % 3) * 5 }, (_, week) => ({ on: daysAfter(startedOn, week * 7) })),
    supervisorId: 'imre',
    countersignedOn: daysAfter(startedOn, 200),
  }
}
