import { findMarkers, holdCohortMarking } from '#app/db/allocating.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { cohortsOf } from '#app/db/cohorts.server.ts'
import { insertPolicy, policyVersionOf } from '#app/db/marking-policies.server.ts'
import { isSameJson } from '#app/domain/json.ts'
import { type MarkingPolicy, type PolicyFault, policyFault } from '#app/domain/marking-policy.ts'
import type { Actor } from '#app/domain/people.ts'

/** `baseVersion`: the one that the page showed, 0 for the default. */
type Adoption = { cohortId: string; baseVersion: number; policy: MarkingPolicy }

/**
 * Adopts how a cohort's answers are marked, as a new version that is in force at once. How many mark an answer was decided when it was
 * handed in and stays; when a third marker is asked and when marks are released goes by the policy in force at that moment.
 * @returns its version, or what has to be put right; nothing is changed then.
 * @throws 404 for a cohort out of the actor's reach.
 */
export function adoptPolicy(
  actor: Actor,
  { cohortId, baseVersion, policy }: Adoption,
  now: Date,
): Promise<{ version: number } | { fault: PolicyFault }> {
  return transact(async (tx) => {
    const cohort = await holdCohortMarking(tx, cohortId, cohortsOf(actor))
    if (!cohort) throw new Response('There is no such cohort.', { status: 404 })
    const wrong = policyFault(policy)
    if (wrong) return { fault: wrong }
    const named = policy.markers.map(({ userId }) => userId)
    if ((await findMarkers(tx, named, now)).length < named.length)
      return fault('markers', 'One of these people is not a training lead any more.')
    const current = await policyVersionOf(tx, cohort.id)
    if (current.version !== baseVersion)
      return fault('', `Somebody adopted version ${current.version} meanwhile. It is shown below; look at it first.`)
    if (isSameJson(current.policy, policy)) return fault('', 'Nothing is different from the policy in force.')

    const version = await insertPolicy(tx, { cohortId: cohort.id, policy, adoptedById: actor.id, now })
    const object = { kind: 'cohort', id: cohort.id }
    await recordAudit(tx, { actor, action: 'marking-policy.adopted', object, details: { version }, at: now })
    return { version }
  })
}

const fault = (field: PolicyFault['field'], message: string) => ({ fault: { field, message } })
