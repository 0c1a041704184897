import type { Day, Modality } from '../portfolio/entry.ts'

export type { Day } from '../portfolio/entry.ts'

/**
 * All that a pathway is judged by, for one person. Whatever somebody else has to confirm carries the day on which they did, so that
 * the same facts tell what stood on any earlier day. The order of a list means nothing.
 */
export type PathwayFacts = {
  person: PersonFact
  courses: readonly CourseFact[]
  vignettes: readonly VignetteFact[]
  cases: readonly CaseFact[]
  supervision: readonly SupervisionFact[]
  clips: readonly ClipFact[]
  trainings: readonly TrainingFact[]
  documents: readonly DocumentFact[]
  cpd: readonly CpdFact[]
  approvals: readonly ApprovalFact[]
  attestations: readonly AttestationFact[]
  staffChecks: readonly StaffCheckFact[]
}

export type PersonFact = { profession: string }

/** A course of this platform that is offered to the person, or that they began. */
export type CourseFact = {
  slug: string
  state: 'not-begun' | 'under-way' | 'completed'
  completedOn?: Day | undefined
  /** 0 to 100. */
  percent: number
  /** What is done and what is missing, in sentences. */
  because: readonly string[]
}

/** A vignette that is offered to the person, or that they answered. */
export type VignetteFact = {
  slug: string
  state: 'passed' | 'not-passed' | 'submitted' | 'open' | 'none'
  passedOn?: Day | undefined
  attemptsLeft: number
  /** The course that holds it, when it opens only after enrolling there. */
  opensWithCourse?: string | undefined
}

/** A treatment, by its code alone. One that ended early is a case too. */
export type CaseFact = {
  id: string
  code: string
  modality: Modality
  /** The primary diagnosis: its category (`borderline`, …) and the system that it is taken from (`ICD-11`, `DSM-5`). */
  diagnosis: { category: string; system: string }
  /** The profession of whoever made the diagnosis. */
  diagnosedBy: string
  isPrimaryIntervention: boolean
  startedOn: Day
  endedOn?: Day | undefined
  isEndedEarly: boolean
  sessions: readonly { on: Day; minutes?: number | undefined }[]
  supervisorId?: string | undefined
  /** The day on which that supervisor signed it, while the signature stands. */
  countersignedOn?: Day | undefined
}

export const SUPERVISION_MODES = ['individual', 'group'] as const
export const CLIP_MEDIA = ['video', 'audio'] as const
export const DOCUMENT_KINDS = ['reflective-report', 'supervisor-statement', 'reflection'] as const

export type SupervisionFact = {
  id: string
  on: Day
  minutes: number
  mode: (typeof SUPERVISION_MODES)[number]
  /** How many supervisees were present; the supervisor is not one of them. */
  supervisees: number
  /** The person's own cases that were brought. */
  caseIds: readonly string[]
  supervisorId: string
  countersignedOn?: Day | undefined
  /** What was taken away is written down. */
  hasReport: boolean
}

/** A section of a recorded session. */
export type ClipFact = {
  id: string
  caseId: string
  sessionNumber: number
  minutes: number
  media: (typeof CLIP_MEDIA)[number]
  isConsentAttested: boolean
  /** The day on which the supervisor reviewed it against the competencies. */
  reviewedOn?: Day | undefined
  supervisorId?: string | undefined
  /** The day on which it was entered. */
  on: Day
}

/** Live training with a provider outside this platform. */
export type TrainingFact = {
  id: string
  /** `basic`, `practitioner`, `mbt-i`, … */
  kind: string
  title: string
  providerId: string
  days: number
  liveHours: number
  selfGuidedHours: number
  startedOn: Day
  endedOn: Day
  /** The day on which staff found the certificate to be in order. */
  checkedOn?: Day | undefined
}

export type DocumentFact = {
  id: string
  kind: (typeof DOCUMENT_KINDS)[number]
  on: Day
  /** Of a supervisor's statement: whether it speaks for the person. */
  isPositive?: boolean | undefined
  supervisorId?: string | undefined
}

/** A piece of continuing professional development. `participatoryHours` are part of `hours`. */
export type CpdFact = {
  id: string
  on: Day
  method: string
  topic: string
  hours: number
  participatoryHours: number
  hasReflection: boolean
}

/** Who may supervise, or whose training counts, from a day to a day, both included; without `until` it goes on. */
export type ApprovalFact = { subject: 'supervisor' | 'provider'; id: string; from: Day; until?: Day | undefined }

/** What the person declares of themselves, for one requirement; or that they no longer do. One at most for each day. */
export type AttestationFact = { requirementId: string; on: Day; isWithdrawn?: boolean | undefined }

/** What staff found of one requirement; the latest counts. */
export type StaffCheckFact = { requirementId: string; on: Day; outcome: 'accepted' | 'refused'; note: string }

/** Somebody of whom nothing is known yet. */
export const noFacts = (profession: string): PathwayFacts => ({
  person: { profession },
  courses: [],
  vignettes: [],
  cases: [],
  supervision: [],
  clips: [],
  trainings: [],
  documents: [],
  cpd: [],
  approvals: [],
  attestations: [],
  staffChecks: [],
})
