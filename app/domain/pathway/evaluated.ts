import type { Day } from './facts.ts'
import type { EvidenceKind, Rule } from './rules.ts'

/** `expired`: it was met once, and what met it is now too old. */
export type RequirementState = 'met' | 'under-way' | 'not-begun' | 'expired'

export type EvidenceRef = { evidence: EvidenceKind; id: string; label: string; on: Day }

/** Where the person goes on: without a target there is nothing to do but wait or ask. */
export type StepTarget =
  | { kind: 'course' | 'lessons' | 'vignette'; slug: string }
  /** `isNew`: a further one is needed, whatever there is. */
  | { kind: 'portfolio'; section: EvidenceKind; isNew?: boolean }
  | { kind: 'attestation'; requirementId: string }

export type NextStep = { text: string; target?: StepTarget | undefined }

/** How far there is something of what is needed. `have` may exceed `need`: it tells what there is. */
export type Measure = { have: number; need: number; unit: string }

export type Standing = Measure & {
  state: RequirementState
  /** How it stands, in sentences. */
  because: readonly string[]
  counted: readonly EvidenceRef[]
  notCounted: readonly (EvidenceRef & { reason: string })[]
  /** What would complete it, in phrases; empty when it is met. */
  missing: readonly string[]
  /** The work that is missing, as hours: only good for comparing ways. 0 when it is met, and only then. */
  remainingHours: number
  next?: NextStep | undefined
  /** The day of a course, a vignette, a declaration or a check that met it. */
  metOn?: Day | undefined
  children: readonly EvaluatedPart[]
}

/**
 * A part of an evaluated pathway. Beside the requirements of the pathway there are the parts of chosen treatments: a `route`, in
 * it each `treatment` with its minima, and the `minimum` that several have together.
 */
export type EvaluatedPart = Standing & {
  id: string
  title: string
  why?: string | undefined
  kind: Rule['kind'] | 'route' | 'treatment' | 'minimum'
  /** Of routes: whether this is the one to go on with. */
  isShortest?: boolean | undefined
  /** Of a treatment: its case, when it has been begun. */
  caseId?: string | undefined
  /** Of a route: what its treatments have and need of each minimum, all of them together, none counted beyond its need. */
  totals?: readonly (Measure & { id: string; title: string })[] | undefined
}

export type EvaluatedPathway = {
  title: string
  version: number
  /** The day as of which it was evaluated. */
  at: Day
  state: RequirementState
  isMet: boolean
  metCount: number
  requirements: readonly EvaluatedPart[]
  /** The requirement to go on with, or nothing when all are met. */
  next?: { requirementId: string; step: NextStep } | undefined
}

/** A part with all that lies below it, from above. */
export function* partsOf(part: EvaluatedPart): Generator<EvaluatedPart> {
  yield part
  for (const child of part.children) yield* partsOf(child)
}

/**
 * The requirements of the pathway that ask for something themselves: groups are gone into, routes and treatments are left whole.
 */
export const leavesOf = (parts: readonly EvaluatedPart[]): EvaluatedPart[] =>
  parts.flatMap((part) => (part.kind === 'all-of' ? leavesOf(part.children) : [part]))
