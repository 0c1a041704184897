import fc from 'fast-check'
import { noFacts, type PathwayFacts } from '#app/domain/pathway/facts.ts'
import { daysAfter, factsOfWorked, workedFactsSchema } from './worked-facts.ts'

export const KINDS = ['cases', 'supervision', 'clips', 'trainings', 'documents'] as const

const CASES = ['A', 'B', 'C', 'D', 'G', 'H']
/** Two groups need the least of all routes: most of the evidence is theirs, so that often enough a route is complete. */
const MOSTLY_GROUPS = ['A', 'B', 'C', 'D', 'G', 'G', 'G', 'G', 'H', 'H', 'H', 'H']
const day = fc.integer({ min: 0, max: 700 }).map((days) => daysAfter('2024-06-01', days))
const supervisor = fc.constantFrom('imre', 'imre', 'imre', 'imre', 'somebody')
const signed = (on: string) =>
  fc
    .option(fc.integer({ min: 0, max: 60 }), { freq: 6, nil: undefined })
    .map((days) => (days === undefined ? undefined : daysAfter(on, days)))

/** Ids of one list are different; they come from a small range, so that removing and adding meet the same pieces. */
const id = fc.integer({ min: 1, max: 9999 }).map(String)

const treatment = fc
  .record({
    id: fc.constantFrom(...CASES),
    days: fc.integer({ min: 0, max: 400 }),
    sessions: fc.constantFrom(20, 24, 24, 24, 24, 30),
  })
  .chain(({ id: code, days, sessions }) => {
    const startedOn = daysAfter('2024-06-01', days)
    return fc.record({
      id: fc.constant(code),
      code: fc.constant(code),
      modality: fc.constant(code === 'G' || code === 'H' ? ('group' as const) : ('individual' as const)),
      diagnosis: fc.record({ category: fc.constantFrom('borderline', 'trauma'), system: fc.constant('ICD-11') }),
      diagnosedBy: fc.constantFrom('psychiatrist', 'psychiatrist', 'counsellor'),
      isPrimaryIntervention: fc.integer({ min: 0, max: 9 }).map((chance) => chance > 0),
      startedOn: fc.constant(startedOn),
      endedOn: fc.option(fc.constant(daysAfter(startedOn, 7 * sessions)), { nil: undefined }),
      isEndedEarly: fc.boolean(),
      sessions: fc.constant(Array.from({ length: sessions }, (_, week) => ({ on: daysAfter(startedOn, 7 * week) }))),
      supervisorId: fc.constant('imre'),
      countersignedOn: signed(startedOn),
    })
  })

const supervision = day.chain((on) =>
  fc.record({
    id,
    on: fc.constant(on),
    minutes: fc.constantFrom(30, 60, 90, 240, 480, 480),
    mode: fc.constantFrom('individual' as const, 'group' as const),
    supervisees: fc.integer({ min: 1, max: 6 }),
    caseIds: fc.array(fc.constantFrom(...MOSTLY_GROUPS), { minLength: 1, maxLength: 3 }),
    supervisorId: supervisor,
    countersignedOn: signed(on),
    hasReport: fc.constantFrom(true, true, false),
  }),
)

const clip = day.chain((on) =>
  fc.record({
    id,
    caseId: fc.constantFrom(...MOSTLY_GROUPS),
    sessionNumber: fc.integer({ min: 1, max: 6 }),
    minutes: fc.constantFrom(14, 15, 15, 15, 20),
    media: fc.constantFrom('video' as const, 'audio' as const),
    isConsentAttested: fc.integer({ min: 0, max: 9 }).map((chance) => chance > 0),
    on: fc.constant(on),
    reviewedOn: signed(on),
    supervisorId: supervisor,
  }),
)

const training = day.chain((startedOn) =>
  fc.record({
    id,
    kind: fc.constantFrom('basic', 'practitioner', 'mbt-i'),
    title: fc.constant('Training'),
    providerId: fc.constantFrom('centre', 'centre', 'somewhere'),
    days: fc.integer({ min: 1, max: 3 }),
    liveHours: fc.constant(0),
    selfGuidedHours: fc.constant(0),
    startedOn: fc.constant(startedOn),
    endedOn: fc.constant(daysAfter(startedOn, 2)),
    checkedOn: signed(daysAfter(startedOn, 2)),
  }),
)

const document = fc.record({
  id,
  kind: fc.constantFrom('reflective-report' as const, 'supervisor-statement' as const),
  on: day,
  isPositive: fc.boolean(),
  supervisorId: supervisor,
})

const listOf = <Piece extends { id: string }>(piece: fc.Arbitrary<Piece>, maxLength: number) =>
  fc.uniqueArray(piece, { maxLength, size: 'max', selector: ({ id: own }) => own })

const APPROVALS = [
  { subject: 'supervisor' as const, id: 'imre', from: '2024-07-01', until: '2026-03-31' },
  { subject: 'provider' as const, id: 'centre', from: '2024-07-01' },
]

const anything: fc.Arbitrary<PathwayFacts> = fc
  .record({
    cases: listOf(treatment, 6),
    supervision: listOf(supervision, 16),
    clips: listOf(clip, 40),
    trainings: listOf(training, 4),
    documents: listOf(document, 3),
  })
  .map((evidence) => ({ ...noFacts('nurse'), ...evidence, approvals: APPROVALS }))

/** Somebody with all that each pathway asks for in evidence, and not more. */
const complete = factsOfWorked(
  workedFactsSchema.parse({
    treatments: {
      G: { is: 'group', diagnosis: 'borderline', sessions: 24, clips: 3 },
      H: { is: 'group', sessions: 24, clips: 3 },
    },
    supervision: [
      { on: '2025-03-03', times: 4, minutes: 90, brings: ['G', 'H'] },
      { on: '2025-05-05', times: 2, minutes: 60, brings: ['G'] },
    ],
    trainings: [
      { kind: 'basic', days: 3, from: '2025-01-06', to: '2025-01-08' },
      { kind: 'practitioner', days: 2, from: '2025-09-01', to: '2025-09-02' },
    ],
    documents: [
      { kind: 'reflective-report', on: '2026-01-06' },
      { kind: 'supervisor-statement', on: '2026-01-07' },
    ],
  }),
)

/** The same with a piece or two gone, and anything besides. */
const almostComplete = fc.tuple(anything, fc.integer({ min: 0, max: 2 }), fc.nat()).map(([more, gone, which]) => {
  const kept = KINDS.map((kind) => {
    const list = complete[kind]
    return [kind, list.filter((_, index) => gone === 0 || (index + which) % (list.length + 3 * gone) !== 0)] as const
  })
  return joined({ ...more, ...Object.fromEntries(kept) }, more)
})

/** Somebody's evidence: often enough of it that something is met. */
export const someFacts: fc.Arbitrary<PathwayFacts> = fc.oneof(anything, almostComplete)

/** The evidence of two people taken together: of one id, the first one's. */
export function joined(facts: PathwayFacts, more: PathwayFacts): PathwayFacts {
  const both = KINDS.map((kind) => {
    const known = new Set(facts[kind].map(({ id: own }) => own))
    return [kind, [...facts[kind], ...more[kind].filter(({ id: own }) => !known.has(own))]] as const
  })
  return { ...facts, ...Object.fromEntries(both) }
}
