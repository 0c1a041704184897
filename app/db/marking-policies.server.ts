import { defaultMarkingPolicy, type MarkingPolicy } from '#app/domain/marking-policy.ts'
import { type Db, Prisma } from './client.server.ts'

/** A policy that was adopted; version 0 is the default, which nobody adopted. */
export type PolicyVersion = { version: number; policy: MarkingPolicy }

export const defaultPolicyVersion: PolicyVersion = { version: 0, policy: defaultMarkingPolicy }

/** The cohorts whose policy in force names its markers, and not this one: their scripts go to others. */
export const cohortsOfOtherMarkers = (markerId: string) => Prisma.sql`(
  SELECT p.cohort_id
  FROM (SELECT DISTINCT ON (cohort_id) cohort_id, policy -> 'markers' AS markers
        FROM marking_policy ORDER BY cohort_id, version DESC) p
  WHERE jsonb_array_length(p.markers) > 0 AND NOT p.markers @> jsonb_build_array(jsonb_build_object('userId', ${markerId}::text)))`

/** The policy that a cohort's answers are marked by at this moment; the default where none was adopted, or without a cohort. */
export async function policyOf(tx: Db, cohortId: string | null): Promise<MarkingPolicy> {
  return (await policyVersionOf(tx, cohortId)).policy
}

export async function policyVersionOf(tx: Db, cohortId: string | null): Promise<PolicyVersion> {
  if (!cohortId) return defaultPolicyVersion
  const [row] = await tx.$queryRaw<PolicyVersion[]>`
    SELECT version, policy FROM marking_policy WHERE cohort_id = ${cohortId}::uuid ORDER BY version DESC LIMIT 1`
  return row ?? defaultPolicyVersion
}

/** Adopts a policy: a new version, in force at once. The caller holds the cohort. @returns its number, from 1. */
export async function insertPolicy(
  tx: Db,
  { cohortId, policy, adoptedById, now }: { cohortId: string; policy: MarkingPolicy; adoptedById: string; now: Date },
): Promise<number> {
  const version = (await policyVersionOf(tx, cohortId)).version + 1
  await tx.markingPolicy.create({
    data: { cohortId, version, policy, adoptedById, adoptedAt: now },
    select: { id: true },
  })
  return version
}

export type AdoptedPolicy = PolicyVersion & { adoptedBy: string; adoptedAt: string }
