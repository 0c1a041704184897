import { describe, expect, it } from 'vitest'
import { statusAchievement, statusEvidence } from '#app/domain/credential/status-achievement.ts'
import { noFacts, type PathwayFacts } from '#app/domain/pathway/facts.ts'

const session = { on: '2026-03-02', minutes: 50 }
const case_: PathwayFacts['cases'][number] = {
  ...{ id: 'c1', code: 'QK7-M', modality: 'group', diagnosedBy: 'psychiatrist', isPrimaryIntervention: true },
  ...{ diagnosis: { category: 'borderline', system: 'ICD-11' }, startedOn: '2026-03-02', isEndedEarly: false },
  ...{ sessions: [session, session], countersignedOn: '2026-06-01' },
}
const facts: PathwayFacts = {
  ...noFacts('nurse'),
  cases: [case_, { ...case_, id: 'c2', modality: 'individual' }, { ...case_, id: 'c3', countersignedOn: undefined }],
  supervision: [
    {
      id: 's1',
      on: '2026-03-03',
      minutes: 90,
      mode: 'group',
      supervisees: 3,
      caseIds: ['c1'],
      supervisorId: 'p',
      hasReport: true,
      countersignedOn: '2026-03-04',
    },
  ],
}

describe('what a status rests on', () => {
  it('is told in numbers, of what somebody else confirmed alone', () => {
    expect(statusEvidence(facts, null)).toBe(
      'The record that was handed in and decided on: 2 countersigned treatments, 4 sessions and 1 hour of countersigned ' +
        'supervision. The record itself is not published.',
    )
    expect(statusEvidence(facts, 'group')).toContain('1 countersigned group treatment and 2 sessions')
  })

  it('names no case, no day, no diagnosis and nobody', () => {
    for (const note of [null, 'individual', 'group', 'mbt_i'] as const)
      expect(statusEvidence(facts, note)).not.toMatch(/QK7|2026|borderline|c1|\bp\b/)
  })
})

describe('a status as an achievement', () => {
  const status = {
    ...{ pathwaySlug: 'practitioner', pathwayTitle: 'MBT practitioner', pathwayVersion: 2, note: null },
    ...{ isRenewal: false, requirements: ['Practice', 'Report'] },
  }

  it('says by which version of which requirements it was given', () => {
    expect(statusAchievement(status, 'https://stance.example')).toMatchObject({
      ...{ id: 'https://stance.example/pathways/practitioner', version: '2', achievementType: 'Certification' },
      criteria: 'To meet version 2 of the requirements for “MBT practitioner”: Practice; Report.',
    })
  })

  it('says of a renewal that it is one, and of a note which work it is of', () => {
    const note = statusAchievement({ ...status, isRenewal: true, note: 'mbt_i' }, 'https://stance.example')
    expect(note.name).toBe('MBT practitioner: introductory group (MBT-I)')
    expect(note.criteria).toMatch(/^To hold the status .* for a renewal: .*introductory group \(MBT-I\)\.$/)
  })
})
