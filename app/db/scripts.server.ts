import { SCRIPT_STATES, type ScriptState } from '#app/domain/marking.ts'
import { type Db, db, Prisma } from './client.server.ts'

/*
 * A script is an allocation as its marker sees it. Nothing that leaves this file for a page tells whose it is or when
 * anything happened to it: no person, no time, no attempt number, no id (ids tell when a row was made).
 */

/** Nobody marks their own work, so a marker's own attempts are not in reach at all. */
const isWaitingFor = (markerId: string) =>
  Prisma.sql`al.marker_id IS NULL AND at.state = 'submitted' AND at.user_id <> ${markerId}::uuid`

/**
 * A hash of the marker and the code: random, but the same at every visit; different for every marker, so that no script
 * always comes late in a long day; and independent of when a script was handed in.
 */
const queueOrder = (markerId: string) => Prisma.sql`md5(${markerId} || al.code)`

export type QueuedScript = { code: string; vignetteId: string; state: ScriptState }
export type QueueGroup = { vignetteId: string; slug: string; title: string; state: ScriptState; count: number }

type QueueQuery = {
  markerId: string
  vignetteSlug?: string | undefined
  state?: ScriptState | undefined
  limit: number
  offset: number
}

/**
 * A marker's queue: how many scripts there are of each vignette and state, and one page of them, in the order of
 * `SCRIPT_STATES` and then of the marker's own chance. One statement.
 */
export async function readQueue(query: QueueQuery): Promise<{ groups: QueueGroup[]; scripts: QueuedScript[] }> {
  const { markerId, vignetteSlug, state, limit, offset } = query
  const ofVignette = vignetteSlug
    ? Prisma.sql`vignette_id = (SELECT id FROM content_item WHERE kind = 'vignette' AND slug = ${vignetteSlug})`
    : Prisma.sql`true`
  const inState = state ? Prisma.sql`rank = ${rankOf(state)}` : Prisma.sql`true`
  const [row] = await db().$queryRaw<{ groups: QueueGroup[]; scripts: QueuedScript[] }[]>`
    WITH script AS MATERIALIZED (
      SELECT al.code, at.vignette_id, ${queueOrder(markerId)} AS place,
             CASE WHEN al.marker_id IS NULL THEN ${rankOf('waiting')} WHEN m.id IS NULL THEN ${rankOf('yours')}
                  ELSE ${rankOf('finished')} END AS rank
      FROM allocation al JOIN attempt at ON at.id = al.attempt_id LEFT JOIN mark m ON m.allocation_id = al.id
      WHERE al.marker_id = ${markerId}::uuid OR (${isWaitingFor(markerId)})
    ), counted AS (
      SELECT vignette_id, rank, count(*)::int AS count FROM script GROUP BY vignette_id, rank
    )
    SELECT
      (SELECT coalesce(json_agg(json_build_object('vignetteId', ci.id, 'slug', ci.slug, 'title', v.body ->> 'title',
                'state', ${stateOf(Prisma.sql`c.rank`)}, 'count', c.count) ORDER BY ci.position, ci.slug), '[]')
       FROM counted c
         JOIN content_item ci ON ci.id = c.vignette_id
         JOIN content_version v ON v.id = ci.current_version_id) AS groups,
      (SELECT coalesce(json_agg(json_build_object('code', p.code, 'vignetteId', p.vignette_id,
                'state', ${stateOf(Prisma.sql`p.rank`)}) ORDER BY p.rank, p.place), '[]')
       FROM (SELECT * FROM script WHERE ${ofVignette} AND ${inState}
             ORDER BY rank, place LIMIT ${limit} OFFSET ${offset}) p) AS scripts`
  return row ?? { groups: [], scripts: [] }
}

/** A state's place in the queue, counted from 1 as PostgreSQL's arrays are. */
const rankOf = (state: ScriptState) => Prisma.sql`${SCRIPT_STATES.indexOf(state) + 1}::int`

const stateOf = (rank: Prisma.Sql) => Prisma.sql`(${[...SCRIPT_STATES]}::text[])[${rank}]`

/** Gives one waiting script to a marker. Of two who ask at the same instant one gets its id, the other `undefined`. */
export async function takeScript(
  tx: Db,
  { code, markerId, now }: { code: string; markerId: string; now: Date },
): Promise<string | undefined> {
  const [taken] = await tx.$queryRaw<{ id: string }[]>`
    UPDATE allocation al SET marker_id = ${markerId}::uuid, state = 'begun', claimed_at = ${now}
    FROM attempt at
    WHERE at.id = al.attempt_id AND al.code = ${code} AND ${isWaitingFor(markerId)}
    RETURNING al.id`
  return taken?.id
}

/** Gives a marker the first waiting script of their queue. Two who ask at the same instant get different ones. */
export async function takeNextScript(
  tx: Db,
  { vignetteSlug = null, markerId, now }: { vignetteSlug?: string | null; markerId: string; now: Date },
): Promise<{ id: string; code: string } | undefined> {
  const [taken] = await tx.$queryRaw<{ id: string; code: string }[]>`
    UPDATE allocation SET marker_id = ${markerId}::uuid, state = 'begun', claimed_at = ${now}
    WHERE id = (
      SELECT al.id FROM allocation al JOIN attempt at ON at.id = al.attempt_id JOIN content_item ci ON ci.id = at.vignette_id
      WHERE ${isWaitingFor(markerId)} AND (${vignetteSlug}::text IS NULL OR ci.slug = ${vignetteSlug})
      ORDER BY ${queueOrder(markerId)} LIMIT 1 FOR UPDATE OF al SKIP LOCKED
    )
    RETURNING id, code`
  return taken
}

/** Who has a script, for a marker who may mark it; `undefined` for an unknown code and for their own attempt. */
export async function findHolder(tx: Db, { code, markerId }: { code: string; markerId: string }) {
  const allocation = await tx.allocation.findFirst({
    where: { code, attempt: { userId: { not: markerId } } },
    select: { markerId: true },
  })
  return allocation ?? undefined
}

/** Puts a claimed script, held by the caller, back into everybody's queue. */
export async function returnScript(tx: Db, id: string): Promise<void> {
  await tx.allocation.update({
    where: { id },
    data: { markerId: null, claimedAt: null, state: 'waiting' },
    select: { id: true },
  })
}
