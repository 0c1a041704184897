import { type CohortMarking, type MarkerLoad, readCohortMarking } from '#app/db/cohort-marking.server.ts'
import { cohortsOf } from '#app/db/cohorts.server.ts'
import { defaultPolicyVersion, type PolicyVersion } from '#app/db/marking-policies.server.ts'
import type { Actor } from '#app/domain/people.ts'

export type CohortMarkingView = CohortMarking & {
  inForce: PolicyVersion
  /** Whoever the policy lets mark, with their weight: those whom it names, or every training lead. */
  eligible: (MarkerLoad & { weight: number })[]
  waiting: number
}

/**
 * How a cohort is marked: its policy with the earlier ones, who has how many scripts, and how many wait for anybody.
 * @throws 404 for a cohort out of the actor's reach.
 */
export async function viewCohortMarking(actor: Actor, cohortId: string, now: Date): Promise<CohortMarkingView> {
  const cohort = await readCohortMarking(cohortId, cohortsOf(actor), now)
  if (!cohort) throw new Response('There is no such cohort.', { status: 404 })
  const inForce = cohort.policies[0] ?? defaultPolicyVersion
  const named = new Map(inForce.policy.markers.map(({ userId, weight }) => [userId, weight]))
  const eligible = cohort.markers
    .filter(({ userId, isMarker }) => isMarker && (named.size === 0 || named.has(userId)))
    .map((marker) => ({ ...marker, weight: named.get(marker.userId) ?? 1 }))
  const waiting = cohort.vignettes.reduce((sum, vignette) => sum + vignette.waiting, 0)
  return { ...cohort, inForce, eligible, waiting }
}
