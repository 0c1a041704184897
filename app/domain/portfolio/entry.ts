import type { Json } from '../json.ts'
import type { Profession } from '../people.ts'

/** A calendar day, `YYYY-MM-DD`, where the person who wrote it lived it. */
export type Day = string

export const PORTFOLIO_KINDS = ['case', 'supervision', 'clip', 'training', 'reflection', 'cpd'] as const
export type PortfolioKind = (typeof PORTFOLIO_KINDS)[number]

export const MODALITIES = ['individual', 'group', 'family', 'mbt-i'] as const
export type Modality = (typeof MODALITIES)[number]

/** An age is a band, so that it tells nobody apart. */
export const AGE_BANDS = ['under-18', '18-24', '25-34', '35-49', '50-64', '65-over', 'mixed'] as const
export type AgeBand = (typeof AGE_BANDS)[number]

export const DIAGNOSES = [
  'borderline',
  'other-personality-disorder',
  'antisocial',
  'eating-disorder',
  'depression-anxiety',
  'trauma',
  'other',
] as const
export type Diagnosis = (typeof DIAGNOSES)[number]

export const DIAGNOSTIC_SYSTEMS = ['ICD-11', 'DSM-5'] as const
export type DiagnosticSystem = (typeof DIAGNOSTIC_SYSTEMS)[number]

/** A session that was delivered. Minutes are whole. */
export type CaseSession = { on: Day; minutes: number }

/** A treatment: never a name, initials, a date of birth or a number of a record. Its code stands beside it. */
export type CaseBody = {
  modality: Modality
  ageBand: AgeBand
  diagnosis: Diagnosis
  diagnosticSystem: DiagnosticSystem
  /** Whoever diagnosed: a counsellor may not. */
  diagnosedBy: Profession
  isPrimaryIntervention: boolean
  startedOn: Day
  endedOn: Day | null
  /** Broken off before the agreed end: a case too. */
  isEndedEarly: boolean
  /** In the order of their days. */
  sessions: CaseSession[]
}

export type SupervisionBody = {
  on: Day
  /** `HH:MM` on a clock of `timeZone`. */
  startsAt: string
  /** An IANA name. */
  timeZone: string
  minutes: number
  mode: 'individual' | 'group'
  /** Present, without the supervisor; 1 when it was individual. */
  supervisees: number
  /** Ids of the cases that were brought. */
  caseIds: string[]
  supervisorId: string
  /** What was taken away, in plain text. */
  takenAway: string
}

/** A recording that stays where it is: only what it is, never the recording. */
export type ClipBody = {
  sessionNumber: number
  heldOn: Day
  minutes: number
  media: 'video' | 'audio'
  isConsentAttested: boolean
  /** For what the patient consented: supervision alone, or assessment as well. */
  consentScope: 'supervision' | 'supervision-and-assessment'
  destroyBy: Day
  destroyedOn: Day | null
  supervisorId: string
}

export const TRAINING_KINDS = ['basic', 'practitioner', 'mbt-i', 'other'] as const
export type TrainingKind = (typeof TRAINING_KINDS)[number]

/** A training that somebody else gave, with its certificate as a file. */
export type TrainingBody = {
  training: TrainingKind
  title: string
  providerId: string
  startedOn: Day
  endedOn: Day
  days: number
  liveHours: number
  selfGuidedHours: number
  /** SHA-256 of its certificate, so that another file is another version. */
  certificate?: string | undefined
}

/** In four prompts, each a document of the editor. */
export type ReflectionBody = {
  on: Day
  title: string
  /** Whether it is the reflective report that a pathway asks for. */
  isReport: boolean
  caseId: string | null
  description: Json
  feelings: Json
  evaluation: Json
  analysisAndPlan: Json
}

export const CPD_METHODS = ['course', 'conference', 'reading', 'peer-group', 'teaching', 'other'] as const
export type CpdMethod = (typeof CPD_METHODS)[number]

/** Hours in quarters. */
export type CpdBody = {
  on: Day
  method: CpdMethod
  topic: string
  hours: number
  /** Of these: with other people. */
  participatoryHours: number
  reflection: string
}

/** What each kind of entry says. */
export type PortfolioBodies = {
  case: CaseBody
  supervision: SupervisionBody
  clip: ClipBody
  training: TrainingBody
  reflection: ReflectionBody
  cpd: CpdBody
}

/** The day by which an entry stands in its list and in the timeline. */
export function dayOfEntry<Kind extends PortfolioKind>(kind: Kind, body: PortfolioBodies[Kind]): Day {
  if (kind === 'case' || kind === 'training') return (body as CaseBody | TrainingBody).startedOn
  if (kind === 'clip') return (body as ClipBody).heldOn
  return (body as SupervisionBody | ReflectionBody | CpdBody).on
}

/** What a supervisor countersigns. */
export const isCountersigned = (kind: PortfolioKind): boolean => kind === 'case' || kind === 'supervision'
