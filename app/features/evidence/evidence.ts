import type { BesideFacts } from '#app/db/evidence.server.ts'
import type { EvaluatedPathway } from '#app/domain/pathway/evaluated.ts'
import type { PathwayFacts } from '#app/domain/pathway/facts.ts'
import type { Pathway } from '#app/domain/pathway/rules.ts'

/** How somebody stands on a pathway, with the facts that they were judged by. */
export type Judged = { userId: string; pathway: Pathway; facts: PathwayFacts; evaluated: EvaluatedPathway }

/** What was handed in with an application: until then it could be changed. */
export type HandedIn = { at: string; digest: string; entries: { id: string; version: number }[] }

/** All that a file of evidence is made of. */
export type Evidence = Judged & {
  beside: BesideFacts
  handedIn: HandedIn | undefined
  /** Whether reflections are printed as they were written; otherwise their titles and days. */
  hasReflections: boolean
}
