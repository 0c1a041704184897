import { db } from '#app/db/client.server.ts'
import { policyOf } from '#app/db/marking-policies.server.ts'
import type { MarkingPolicy } from '#app/domain/marking-policy.ts'
import { adoptPolicy } from '#app/features/marking/adopt-policy.server.ts'
import type { DemoPolicy } from './cast.ts'
import type { FormedCohort } from './cohorts.ts'
import { type Members, memberOf } from './people.ts'

/**
 * Adopts how a cohort's answers are marked. The history is marked under the first policy, which leaves nothing to chance, so that
 * every demonstration is the same; the one in force today may draw.
 */
export async function adopt(cohort: FormedCohort, version: 0 | 1, members: Members, at: Date): Promise<void> {
  const given = cohort.policies[version]
  if (!given) return
  const policy = complete(await policyOf(db(), cohort.id), given, members)
  const adopted = await adoptPolicy(cohort.lead.actor, { cohortId: cohort.id, baseVersion: version, policy }, at)
  if ('fault' in adopted) throw new Error(`The policy of ${cohort.name}: ${adopted.fault.message}`)
}

const complete = (current: MarkingPolicy, { markers, ...given }: DemoPolicy, members: Members): MarkingPolicy => ({
  ...current,
  scheme: given.scheme,
  goldShare: given.goldShare,
  sample: given.sample ?? current.sample,
  agreeWithin: given.agreeWithin ?? current.agreeWithin,
  markers: Object.entries(markers).map(([key, weight]) => ({ userId: memberOf(members, key).actor.id, weight })),
})
