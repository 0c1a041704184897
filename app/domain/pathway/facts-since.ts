import type { Day, PathwayFacts } from './facts.ts'

/**
 * What was done from a day on. What keeps a status up has to have been done while it was held: nothing that an earlier decision
 * rested on counts a second time. Courses, vignettes and approvals are left as they are: one cannot pass the same vignette again.
 */
export function factsSince(facts: PathwayFacts, since: Day): PathwayFacts {
  const isSince = ({ on }: { on: Day }) => on >= since
  return {
    ...facts,
    cases: facts.cases
      .filter(({ endedOn, sessions }) => endedOn === undefined || endedOn >= since || sessions.some(isSince))
      .map((one) => ({ ...one, sessions: one.sessions.filter(isSince) })),
    supervision: facts.supervision.filter(isSince),
    clips: facts.clips.filter(isSince),
    trainings: facts.trainings.filter(({ endedOn }) => endedOn >= since),
    documents: facts.documents.filter(isSince),
    cpd: facts.cpd.filter(isSince),
    attestations: facts.attestations.filter(isSince),
    staffChecks: facts.staffChecks.filter(isSince),
  }
}
