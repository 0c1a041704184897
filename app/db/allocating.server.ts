import type { SharedScript, Sharing } from '#app/domain/script-sharing.ts'
import { type Db, Prisma } from './client.server.ts'
import { type CohortReach, isInReach } from './cohorts.server.ts'
import { isMarkerNow } from './conflicts.server.ts'

/**
 * Holds how a cohort is marked until the transaction ends: two leads who allocate or change the policy go one after the other.
 * Whoever hands an answer in meanwhile does not wait. `undefined` when it is not in reach.
 */
export async function holdCohortMarking(
  tx: Db,
  cohortId: string,
  reach: CohortReach,
): Promise<{ id: string } | undefined> {
  const [cohort] = await tx.$queryRaw<{ id: string }[]>`
    SELECT c.id FROM cohort c WHERE c.id::text = ${cohortId} AND ${isInReach(reach)} FOR NO KEY UPDATE OF c`
  return cohort
}

/** Who of these may mark at this moment, in the order of their names. */
export async function findMarkers(tx: Db, ids: readonly string[], now: Date): Promise<{ id: string; name: string }[]> {
  return tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT u.id, u.name FROM "user" u
    WHERE u.id = ANY(${[...ids]}::uuid[]) AND ${isMarkerNow(Prisma.sql`u.id`, now)} ORDER BY lower(u.name), u.id`
}

type Pool = { cohortId: string; vignetteSlug?: string | undefined }

/**
 * The scripts of a cohort that wait for anybody, with what decides who may mark each.
 * @param isHeld until the transaction ends; those that somebody takes at this moment are then left out.
 */
export async function readPool(tx: Db, { cohortId, vignetteSlug }: Pool, isHeld: boolean): Promise<SharedScript[]> {
  const ofVignette = vignetteSlug
    ? Prisma.sql`al.vignette_id = (SELECT id FROM content_item WHERE kind = 'vignette' AND slug = ${vignetteSlug})`
    : Prisma.sql`true`
  return tx.$queryRaw<SharedScript[]>`
    SELECT al.id, al.attempt_id AS "attemptId", a.user_id AS "traineeId",
      coalesce((SELECT json_agg(json_build_object('markerId', cf.marker_id, 'kind', cf.kind)) FROM conflict cf
                WHERE cf.trainee_id = a.user_id AND cf.ended_at IS NULL), '[]') AS conflicts,
      ARRAY(SELECT other.marker_id FROM allocation other
            WHERE other.attempt_id = al.attempt_id AND other.state <> 'void' AND other.marker_id IS NOT NULL) AS "otherMarkerIds"
    FROM allocation al JOIN attempt a ON a.id = al.attempt_id
    WHERE al.cohort_id = ${cohortId}::uuid AND al.state = 'waiting' AND al.marker_id IS NULL AND ${ofVignette}
    ORDER BY al.code ${isHeld ? Prisma.sql`FOR UPDATE OF al SKIP LOCKED` : Prisma.empty}`
}

/** Gives scripts that the caller holds to their markers. */
export async function allocateScripts(
  tx: Db,
  { given, allocatedById }: { given: Sharing['given']; allocatedById: string },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE allocation al SET marker_id = g.marker_id, allocated_by_id = ${allocatedById}::uuid
    FROM unnest(${given.map(({ scriptId }) => scriptId)}::uuid[], ${given.map(({ markerId }) => markerId)}::uuid[])
      AS g (id, marker_id)
    WHERE al.id = g.id`
}

export type TakenBack = { id: string; state: 'waiting' | 'begun'; isBenchmark: boolean }

/** The scripts of a cohort that are with a marker and not locked, held until the transaction ends. */
export async function holdScriptsOfMarker(
  tx: Db,
  { cohortId, markerId }: { cohortId: string; markerId: string },
): Promise<TakenBack[]> {
  return tx.$queryRaw<TakenBack[]>`
    SELECT id, state::text AS state, attempt_id IS NULL AS "isBenchmark" FROM allocation
    WHERE cohort_id = ${cohortId}::uuid AND marker_id = ${markerId}::uuid AND state IN ('waiting', 'begun')
    ORDER BY id FOR UPDATE`
}
