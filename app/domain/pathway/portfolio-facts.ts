import type {
  CaseBody,
  ClipBody,
  CpdBody,
  PortfolioKind,
  ReflectionBody,
  SupervisionBody,
  TrainingBody,
} from '../portfolio/entry.ts'
import type { AttestationFact, Day, DocumentFact, PathwayFacts, StaffCheckFact } from './facts.ts'

/** What a rule reads of each kind of entry: none of what was written at length. */
type JudgedBodies = {
  case: CaseBody
  supervision: Omit<SupervisionBody, 'takenAway'> & { hasReport: boolean }
  clip: ClipBody
  training: TrainingBody
  reflection: Pick<ReflectionBody, 'on' | 'isReport'>
  cpd: Omit<CpdBody, 'reflection'> & { hasReflection: boolean }
}

/** An entry of a portfolio with whatever somebody else confirmed of its version in force, each with the day on which they did. */
export type KeptEntry = {
  [Kind in PortfolioKind]: {
    id: string
    kind: Kind
    body: JudgedBodies[Kind]
    /** Of a case. */
    code: string | null
    /** Of a clip. */
    caseId: string | null
    /** The day on which it was first entered. */
    keptOn: Day
    countersignedOn: Day | null
    countersignedBy: string | null
    reviewedOn: Day | null
    checkedOn: Day | null
  }
}[PortfolioKind]

/** What others said of the person, and what the person declared. */
export type Declared = {
  statements: { id: string; on: Day; isPositive: boolean; supervisorId: string }[]
  attestations: AttestationFact[]
  staffChecks: StaffCheckFact[]
}

type PortfolioFacts = Omit<PathwayFacts, 'person' | 'courses' | 'vignettes' | 'approvals'>

/** What a portfolio comes to as evidence. Entries that say nothing for a pathway are left out by the pathway, not here. */
export function factsOfPortfolio(entries: readonly KeptEntry[], declared: Declared): PortfolioFacts {
  const { attestations, staffChecks } = declared
  return {
    cases: entries.flatMap((entry) => (entry.kind === 'case' ? caseFact(entry) : [])),
    supervision: entries.flatMap((entry) => (entry.kind === 'supervision' ? supervisionFact(entry) : [])),
    clips: entries.flatMap((entry) => (entry.kind === 'clip' ? clipFact(entry) : [])),
    trainings: entries.flatMap((entry) => (entry.kind === 'training' ? trainingFact(entry) : [])),
    documents: [
      ...entries.flatMap((entry) => (entry.kind === 'reflection' ? reflectionFact(entry) : [])),
      ...declared.statements.map((one): DocumentFact => ({ ...one, kind: 'supervisor-statement' })),
    ],
    cpd: entries.flatMap((entry) => (entry.kind === 'cpd' ? cpdFact(entry) : [])),
    attestations,
    staffChecks,
  }
}

type Kept<Kind extends PortfolioKind> = Extract<KeptEntry, { kind: Kind }>

const caseFact = ({
  id,
  code,
  body,
  countersignedOn,
  countersignedBy,
}: Kept<'case'>): PathwayFacts['cases'][number] => ({
  id,
  code: code ?? '',
  modality: body.modality,
  diagnosis: { category: body.diagnosis, system: body.diagnosticSystem },
  diagnosedBy: body.diagnosedBy,
  isPrimaryIntervention: body.isPrimaryIntervention,
  startedOn: body.startedOn,
  endedOn: body.endedOn ?? undefined,
  isEndedEarly: body.isEndedEarly,
  sessions: body.sessions,
  supervisorId: countersignedBy ?? undefined,
  countersignedOn: countersignedOn ?? undefined,
})

const supervisionFact = ({ id, body, countersignedOn }: Kept<'supervision'>): PathwayFacts['supervision'][number] => ({
  id,
  on: body.on,
  minutes: body.minutes,
  mode: body.mode,
  supervisees: body.supervisees,
  caseIds: body.caseIds,
  supervisorId: body.supervisorId,
  countersignedOn: countersignedOn ?? undefined,
  hasReport: body.hasReport,
})

const clipFact = ({ id, caseId, body, keptOn, reviewedOn }: Kept<'clip'>): PathwayFacts['clips'][number] => ({
  id,
  caseId: caseId ?? '',
  sessionNumber: body.sessionNumber,
  minutes: body.minutes,
  media: body.media,
  isConsentAttested: body.isConsentAttested,
  reviewedOn: reviewedOn ?? undefined,
  supervisorId: body.supervisorId,
  on: keptOn,
})

const trainingFact = ({ id, body, checkedOn }: Kept<'training'>): PathwayFacts['trainings'][number] => ({
  id,
  kind: body.training,
  title: body.title,
  providerId: body.providerId,
  days: body.days,
  liveHours: body.liveHours,
  selfGuidedHours: body.selfGuidedHours,
  startedOn: body.startedOn,
  endedOn: body.endedOn,
  checkedOn: checkedOn ?? undefined,
})

const reflectionFact = ({ id, body }: Kept<'reflection'>): DocumentFact => ({
  id,
  kind: body.isReport ? 'reflective-report' : 'reflection',
  on: body.on,
})

const cpdFact = ({ id, body }: Kept<'cpd'>): PathwayFacts['cpd'][number] => ({
  id,
  on: body.on,
  method: body.method,
  topic: body.topic,
  hours: body.hours,
  participatoryHours: body.participatoryHours,
  hasReflection: body.hasReflection,
})
