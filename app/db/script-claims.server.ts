import { type Db, Prisma } from './client.server.ts'
import { barredTrainees, isStillMarked, mayBeMarkedBy } from './marker-rules.server.ts'
import { blocksOf, isInPool, isOfVignette, placeOf } from './scripts.server.ts'

/** A script that this marker may begin: one allocated to them, or one for anybody. */
const isFreeFor = (markerId: string) => Prisma.sql`
  al.state = 'waiting' AND (al.marker_id = ${markerId}::uuid OR al.marker_id IS NULL)
  AND (al.attempt_id IS NULL OR ${mayBeMarkedBy(markerId)}) AND ${isStillMarked}`

/**
 * Holds what a marker may mark as it is until the transaction ends. Whoever gives scripts to a marker and whoever declares a
 * conflict of theirs comes through here, so that of two who meet the later one sees what the earlier one did. In the order of the
 * ids, so that two who hold several wait for each other in one order only.
 */
export async function holdMarkers(tx: Db, markerIds: readonly string[]): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM "user" WHERE id = ANY(${[...markerIds]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`
}

/** Gives one script to a marker, held by the caller. Of two who ask at the same instant one gets its id, the other `undefined`. */
export async function takeScript(
  tx: Db,
  { code, markerId, now }: { code: string; markerId: string; now: Date },
): Promise<string | undefined> {
  const [taken] = await tx.$queryRaw<{ id: string }[]>`
    UPDATE allocation al SET marker_id = ${markerId}::uuid, state = 'begun', claimed_at = ${now}
    WHERE al.code = ${code} AND ${isFreeFor(markerId)}
    RETURNING al.id`
  return taken?.id
}

type Taking = { vignetteSlug?: string | null; markerId: string; now: Date }

/**
 * Gives a marker, held by the caller, the first script of their queue: of those allocated to them, else of those for anybody. Two
 * who ask at the same instant get different ones.
 */
export async function takeNextScript(tx: Db, taking: Taking): Promise<{ id: string; code: string } | undefined> {
  const isOwn = Prisma.sql`al.state = 'waiting' AND al.marker_id = ${taking.markerId}::uuid`
  return (
    (await takeFirst(tx, taking, isOwn)) ??
    (await takeFirst(tx, taking, Prisma.sql`${isInPool} AND ${mayBeMarkedBy(taking.markerId)}`))
  )
}

/** A script that somebody else takes at this moment is passed over, and the rows after the first one are never reached. */
async function takeFirst(
  tx: Db,
  { vignetteSlug, markerId, now }: Taking,
  rows: Prisma.Sql,
): Promise<{ id: string; code: string } | undefined> {
  const [taken] = await tx.$queryRaw<{ id: string; code: string }[]>`
    UPDATE allocation SET marker_id = ${markerId}::uuid, state = 'begun', claimed_at = ${now}
    WHERE id = (
      SELECT s.id FROM (${blocksOf(markerId)}) b CROSS JOIN LATERAL (
        SELECT al.id FROM allocation al
        WHERE al.block = b.block AND ${rows} AND ${isOfVignette(vignetteSlug)} AND ${isStillMarked}
        ORDER BY ${placeOf(markerId)} FOR UPDATE OF al SKIP LOCKED) s
      LIMIT 1)
    RETURNING id, code`
  return taken
}

/** Whether a script is with a marker; `undefined` for an unknown code and for one that they may not mark in any case. */
export async function findHolder(
  tx: Db,
  { code, markerId }: { code: string; markerId: string },
): Promise<{ isTheirs: boolean } | undefined> {
  const [held] = await tx.$queryRaw<{ isTheirs: boolean }[]>`
    SELECT al.marker_id IS NOT DISTINCT FROM ${markerId}::uuid AND al.state IN ('begun', 'locked') AS "isTheirs" FROM allocation al
    WHERE al.code = ${code} AND (al.attempt_id IS NOT NULL OR al.marker_id = ${markerId}::uuid) AND NOT EXISTS (
      SELECT 1 FROM attempt a WHERE a.id = al.attempt_id AND a.user_id IN (${barredTrainees(markerId)}))`
  return held
}

export type HeldScript = { id: string; traineeId: string | null; state: 'waiting' | 'begun' | 'locked' }

/** A script that is with a marker, begun or not, held until the transaction ends. Null for any other code. */
export async function holdOwnScript(
  tx: Db,
  { code, markerId }: { code: string; markerId: string },
): Promise<HeldScript | null> {
  const [held] = await tx.$queryRaw<HeldScript[]>`
    SELECT al.id, al.state::text AS state, (SELECT a.user_id FROM attempt a WHERE a.id = al.attempt_id) AS "traineeId"
    FROM allocation al
    WHERE al.code = ${code} AND al.marker_id = ${markerId}::uuid AND al.state <> 'void' FOR UPDATE OF al`
  return held ?? null
}

/** Puts scripts, held by the caller, back into everybody's queue. A benchmark was only ever one marker's: it goes. */
export async function returnScripts(tx: Db, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE allocation SET claimed_at = NULL, allocated_by_id = NULL,
      state = CASE WHEN attempt_id IS NULL THEN 'void' ELSE 'waiting' END::allocation_state,
      marker_id = CASE WHEN attempt_id IS NULL THEN marker_id END
    WHERE id = ANY(${[...ids]}::uuid[])`
}
