import { describe, expect, it } from 'vitest'
import { supportedNotes } from '#app/domain/credential/specialist-notes.ts'
import type { CaseFact } from '#app/domain/pathway/facts.ts'

const completed: CaseFact = {
  ...{ id: 'c1', code: 'QK7-M', modality: 'individual', diagnosedBy: 'psychiatrist', isPrimaryIntervention: true },
  ...{ diagnosis: { category: 'borderline', system: 'ICD-11' }, startedOn: '2025-03-02', endedOn: '2026-03-02' },
  ...{ isEndedEarly: false, sessions: [], countersignedOn: '2026-06-01' },
}
const treatments = (...changes: Partial<CaseFact>[]) => changes.map((change) => ({ ...completed, ...change }))
const supported = (cases: CaseFact[]) =>
  supportedNotes({ cases }).flatMap(({ note, isSupported }) => (isSupported ? note : []))

describe('the notes that evidence supports', () => {
  it('are none where there is none', () => {
    expect(supported([])).toEqual([])
  })

  it('ask for two individual treatments, for one group, and for one introductory group', () => {
    expect(supported(treatments({}))).toEqual([])
    expect(supported(treatments({}, {}))).toEqual(['individual'])
    expect(supported(treatments({ modality: 'group' }))).toEqual(['group'])
    expect(supported(treatments({ modality: 'mbt-i' }, {}, {}))).toEqual(['individual', 'mbt_i'])
  })

  it.each([
    ['not countersigned', { countersignedOn: undefined }],
    ['without MBT as the primary intervention', { isPrimaryIntervention: false }],
    ['ended early', { isEndedEarly: true }],
    ['still going on', { endedOn: undefined }],
  ] as const)('leave out a treatment that is %s, and say so', (reason, change) => {
    const [individual] = supportedNotes({ cases: treatments({}, change) })
    expect(individual).toEqual({
      note: 'individual',
      isSupported: false,
      because: ['1 completed and countersigned; 2 needed.', `1 ${reason}.`],
    })
  })
})
