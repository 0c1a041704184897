import type { Fee } from '#app/domain/billing/fee.ts'
import type { Term } from './days.ts'

/**
 * The rule language: what a version of a pathway says, as data. `docs/pathways.md` shows each kind with an example; the schema of
 * the files is in `app/content/pathway-schema.ts`.
 */

export type Pathway = {
  title: string
  version: number
  source: string
  requirements: readonly Requirement[]
  /** Of a first application. */
  fee?: Fee | undefined
  /** What keeps the status up once it is held; what is left out is filled in by `renewalRules` (app/domain/renewal.ts). */
  renewal?:
    | {
        every: Term
        fee?: Fee | undefined
        grace?: { months: number } | undefined
        opens?: { months: number } | undefined
        requirements: readonly Requirement[]
      }
    | undefined
  /** How many people decide an application. */
  decision?: { people: 1 | 2 } | undefined
  /** How many people issue a status that was granted: one, or one who prepares it and another who releases it. */
  release?: { people: 1 | 2 } | undefined
}

export type Requirement = { id: string; title: string; why: string } & Rule

export type Rule =
  | AllOf
  | AnyOf
  | CourseRule
  | VignetteRule
  | VignettesRule
  | CountRule
  | SumRule
  | ShareRule
  | MonthlyRule
  | TreatmentsRule
  | AttestationRule
  | StaffCheckRule
  | ProfessionRule

/** With `distinct`, no piece serves two of its parts: they are counts of the same kind of evidence, and share it in the best way. */
export type AllOf = { kind: 'all-of'; requirements: readonly Requirement[]; distinct?: boolean | undefined }
/** Routes, of which one is enough. */
export type AnyOf = { kind: 'any-of'; requirements: readonly Requirement[] }

export type CourseRule = { kind: 'course'; course: string }
export type VignetteRule = { kind: 'vignette'; vignette: string }
/** So many of these vignettes passed. */
export type VignettesRule = { kind: 'vignettes'; vignettes: readonly string[]; atLeast: number }

export const EVIDENCE_KINDS = ['cases', 'supervision', 'clips', 'trainings', 'documents', 'cpd'] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

/** What a field of a piece of evidence has to be. `in-force`: an approval on the day that matters for the piece. */
export type Wanted =
  | boolean
  | 'in-force'
  | readonly string[]
  | { noneOf: readonly string[] }
  | { atLeast?: number | undefined; atMost?: number | undefined }

export type Filter = Readonly<Record<string, Wanted | undefined>>

/** Either counted back from the day of looking, or the best stretch of that length there is. */
export type Within = { last: Term } | { any: Term }

/** A day of another requirement of the pathway: when its first evidence was, or when there was enough of it. */
export type Turn = { requirement: string; is: 'begun' | 'met' }

export type Selection = {
  evidence: EvidenceKind
  /** What the rule is about: pieces that are something else are passed over in silence. */
  about?: Filter | undefined
  /** What must hold for a piece to count: one that fails is shown with the reason. */
  where?: Filter | undefined
  within?: Within | undefined
  after?: Turn | undefined
  before?: Turn | undefined
}

export type CountRule = { kind: 'count' } & Selection & { distinctBy?: string | undefined; atLeast: number }
/** `of` names an amount of the piece: minutes, sessions, hours, or units credited by a formula. */
export type SumRule = { kind: 'sum' } & Selection & { of: string; atLeast: number }
/** Of what counts, the share (0..1) that also has this. More evidence can lower a share. */
export type ShareRule = { kind: 'share' } & Selection & { having: Filter; atLeast: number }
/** So much in every one of the last calendar months that are over, without averaging. */
export type MonthlyRule = { kind: 'monthly' } & Selection & { of: string; atLeast: number; months: number }

export type AttestationRule = { kind: 'attestation'; statement: string; validFor?: Term | undefined }
export type StaffCheckRule = { kind: 'staff-check'; checks: string; validFor?: Term | undefined }
export type ProfessionRule = { kind: 'profession'; oneOf: readonly string[] }

/**
 * Treatments that are chosen together: a route says how many of which kind, `each` what every one of them needs, `among` what some
 * of them have to be, and `together` what they need as a whole.
 */
export type TreatmentsRule = {
  kind: 'treatments'
  where?: Filter | undefined
  each: readonly Minimum[]
  routes: readonly TreatmentRoute[]
  among?: { id: string; title: string; anyOf: readonly { about: Filter; atLeast: number }[] } | undefined
  together?: readonly Minimum[] | undefined
}

export type TreatmentRoute = { id: string; title: string; treatments: readonly TreatmentSlots[] }
/** `atMost` is `atLeast` where it is not given. */
export type TreatmentSlots = { about: Filter; atLeast: number; atMost?: number | undefined }

/**
 * A minimum of one treatment: something that has to hold of the case itself, or a count or sum of its sessions, supervision or clips.
 * A supervision session in which several cases were brought is divided between them unless `isDivided` is false.
 */
export type Minimum = { id: string; title: string } & (
  | { kind: 'is'; where: Filter }
  | ({ kind: 'count'; distinctBy?: string | undefined } & MinimumSelection)
  | ({ kind: 'sum'; of: string } & MinimumSelection)
)
type MinimumSelection = {
  evidence: 'cases' | 'supervision' | 'clips'
  where?: Filter | undefined
  atLeast: number
  isDivided?: boolean | undefined
}
