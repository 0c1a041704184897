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
  { code, markerId, barredVignettes, now }: { code: string } & Omit<Taking, 'vignetteSlug'>,
): Promise<string | undefined> {
  const [taken] = await tx.$queryRaw<{ id: string }[]>`
    UPDATE allocation al SET marker_id = ${markerId}::uuid, state = 'begun', claimed_at = ${now}
    WHERE al.code = ${code} AND ${isFreeFor(markerId)} AND ${isOfNone(barredVignettes)}
    RETURNING al.id`
  return taken?.id
}

/** `barredVignettes`: ids of those for which the marker is not calibrated. */
type Taking = { vignetteSlug?: string | null; markerId: string; barredVignettes: readonly string[]; now: Date }

const isOfNone = (vignetteIds: readonly string[]) => Prisma.sql`al.vignette_id <> ALL (${[...vignetteIds]}::uuid[])`

/**
 * Gives a marker, held by the caller, the first script of their queue: of those allocated to them, else of those for anybody, in
 * the order in which `readQueue` shows them. Two who ask at the same instant get different ones.
 */
export async function takeNextScript(tx: Db, taking: Taking): Promise<{ id: string; code: string } | undefined> {
  const { markerId } = taking
  const own = Prisma.sql`al.state = 'waiting' AND al.marker_id = ${markerId}::uuid`
  const pool = Prisma.sql`${isInPool} AND ${mayBeMarkedBy(markerId)}`
  const first = (await hasAllocated(tx, markerId)) ? await takeFirst(tx, taking, [own]) : undefined
  return first ?? takeFirst(tx, taking, [own, pool])
}

/** Whether a lead has allocated anything to a marker: a benchmark on its own waits in its place among those for anybody. */
async function hasAllocated(tx: Db, markerId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<object[]>`
    SELECT 1 FROM allocation WHERE marker_id = ${markerId}::uuid AND state = 'waiting' AND purpose <> 'gold' ORDER BY block LIMIT 1`
  return row !== undefined
}

/** A script that somebody else takes at this moment is passed over, and the rows after the first one are never reached. */
async function takeFirst(
  tx: Db,
  { vignetteSlug, markerId, barredVignettes, now }: Taking,
  parts: readonly Prisma.Sql[],
): Promise<{ id: string; code: string } | undefined> {
  const firsts = parts.map(
    (rows) => Prisma.sql`(
      SELECT s.id, b.place AS block_place, s.place FROM (${blocksOf(markerId)}) b CROSS JOIN LATERAL (
        SELECT al.id, ${placeOf(markerId)} AS place FROM allocation al
        WHERE al.block = b.block AND ${rows} AND ${isOfVignette(vignetteSlug)} AND ${isOfNone(barredVignettes)} AND ${isStillMarked}
        ORDER BY place FOR UPDATE OF al SKIP LOCKED) s
      LIMIT 1)`,
  )
  const [taken] = await tx.$queryRaw<{ id: string; code: string }[]>`
    UPDATE allocation SET marker_id = ${markerId}::uuid, state = 'begun', claimed_at = ${now}
    WHERE id = (SELECT f.id FROM (${Prisma.join(firsts, ' UNION ALL ')}) f ORDER BY f.block_place, f.place LIMIT 1)
    RETURNING id, code`
  return taken
}

type Holder = { isTheirs: boolean; isWaiting: boolean; vignetteId: string }

/** Whether a script is with a marker; `undefined` for an unknown code and for one that they may not mark in any case. */
export async function findHolder(
  tx: Db,
  { code, markerId }: { code: string; markerId: string },
): Promise<Holder | undefined> {
  const [held] = await tx.$queryRaw<Holder[]>`
    SELECT al.marker_id IS NOT DISTINCT FROM ${markerId}::uuid AND al.state IN ('begun', 'locked') AS "isTheirs",
           al.state = 'waiting' AND (al.marker_id IS NULL OR al.marker_id = ${markerId}::uuid) AS "isWaiting",
           al.vignette_id AS "vignetteId"
    FROM allocation al
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

/**
 * Puts scripts, held by the caller, back into everybody's queue. A benchmark is one marker's only: it waits for them again, as a
 * script does that anybody may take.
 */
export async function returnScripts(tx: Db, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE allocation SET claimed_at = NULL, allocated_by_id = NULL, state = 'waiting',
      marker_id = CASE WHEN attempt_id IS NULL THEN marker_id END
    WHERE id = ANY(${[...ids]}::uuid[])`
}

/** Takes a script, held by the caller, out of every queue. */
export async function voidScript(tx: Db, id: string): Promise<void> {
  await tx.$executeRaw`UPDATE allocation SET state = 'void' WHERE id = ${id}::uuid`
}
