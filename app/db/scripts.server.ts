import { SCRIPT_STATES, type ScriptState } from '#app/domain/marking.ts'
import { Prisma, readRows } from './client.server.ts'
import { barredAttempts, barredCohorts, isNotBarred } from './marker-rules.server.ts'
import { type ListedTalk, talksOf } from './talks.server.ts'

/*
 * A script is an allocation as its marker sees it. Nothing that leaves this file for a page tells whose it is or when
 * anything happened to it: no person, no time, no attempt number, no id (ids tell when a row was made). A benchmark is a script
 * like any other.
 */

/** As many blocks as the database deals allocations into. */
const BLOCKS = 64
/** Nobody needs to know by how many a queue is longer than this, and counting on would cost more the longer it is. */
export const MOST_COUNTED = 500

export type QueuedScript = { code: string; vignetteId: string; state: ScriptState }
export type QueueRow = {
  /** Up to {@link MOST_COUNTED}; one more where there are more. Of the chosen vignette. */
  counts: Record<ScriptState, number>
  scripts: QueuedScript[]
  /** The talks that the marker has to come to, of whatever vignette. */
  talks: ListedTalk[]
  /** Every vignette that there is, with its current version, in the order of the catalogue. */
  vignettes: { id: string; slug: string; versionId: string }[]
}

export type QueueQuery = {
  markerId: string
  vignetteSlug?: string | undefined
  state?: ScriptState | undefined
  limit: number
  offset: number
}

/**
 * A marker's queue: how many scripts there are in each state, and one page of them: those begun, those allocated to the marker,
 * those for anybody, the finished ones. One statement, whose work does not grow with the number of scripts.
 */
export async function readQueue(query: QueueQuery): Promise<QueueRow> {
  const { markerId, state, limit, offset } = query
  const [row] = await readRows<QueueRow>(Prisma.sql`
    WITH own AS MATERIALIZED (
      SELECT ${barredAttempts(markerId)} AS barred_attempts, ${barredCohorts(markerId)} AS barred_cohorts,
             ${stateOfAllocated(markerId)} AS allocated_state
    ), dealt AS MATERIALIZED (${blocksOf(markerId)}
    ), part (rank, own_state, state) AS (
      VALUES (1, 'begun'::allocation_state, 'yours'),
             ((SELECT CASE allocated_state WHEN 'waiting' THEN 3 ELSE 2 END FROM own), 'waiting', (SELECT allocated_state FROM own)),
             (4, 'locked', 'finished')
    )
    SELECT
      (SELECT json_build_object(${Prisma.join(SCRIPT_STATES.map(countIn))}) FROM (${countsOf(query)}) counted) AS counts,
      (SELECT coalesce(json_agg(json_build_object('code', p.code, 'vignetteId', p.vignette_id, 'state', p.state)
                                ORDER BY p.rank, p.block_place, p.place), '[]')
       FROM (SELECT * FROM (${rowsOf(query)}) reached WHERE ${state ? Prisma.sql`state = ${asWritten(state)}` : Prisma.sql`true`}
             ORDER BY rank, block_place, place LIMIT ${asWritten(limit)} OFFSET ${asWritten(offset)}) p) AS scripts,
      ${talksOf(markerId)} AS talks,
      (SELECT coalesce(json_agg(json_build_object('id', id, 'slug', slug, 'versionId', current_version_id) ORDER BY position, slug), '[]')
       FROM content_item WHERE kind = 'vignette' AND current_version_id IS NOT NULL) AS vignettes`)
  if (!row) throw new Error('a statement without FROM gave no row')
  return row
}

/**
 * What is allocated to a marker is named so only where a lead did allocate: a benchmark on its own waits among those for anybody,
 * in its place by chance, so that nothing tells it from them.
 */
const stateOfAllocated = (markerId: string) => Prisma.sql`
  CASE WHEN (SELECT true FROM allocation
             WHERE marker_id = ${markerId}::uuid AND state = 'waiting' AND purpose <> 'gold' ORDER BY block LIMIT 1)
       THEN 'allocated' ELSE 'waiting' END`

/** Written into the statement: PostgreSQL plans one once and for all only where it knows how few rows are wanted. */
const asWritten = (fixed: number | ScriptState) =>
  Prisma.raw(typeof fixed === 'number' ? String(Math.trunc(fixed)) : `'${fixed}'`)

const countIn = (state: ScriptState) =>
  Prisma.sql`${asWritten(state)}, coalesce(sum(count) FILTER (WHERE state = ${asWritten(state)}), 0)`

const isOwnOfPart = (markerId: string) => Prisma.sql`al.marker_id = ${markerId}::uuid AND al.state = part.own_state`

export const isInPool = Prisma.sql`al.state = 'waiting' AND al.marker_id IS NULL`

const isOpenTo = (markerId: string) =>
  isNotBarred(markerId, {
    attempts: Prisma.sql`(SELECT barred_attempts FROM own)::uuid[]`,
    cohorts: Prisma.sql`(SELECT barred_cohorts FROM own)::uuid[]`,
  })

const countsOf = ({ markerId, vignetteSlug }: QueueQuery) => Prisma.sql`
  SELECT part.state, (${countUpToMost(Prisma.sql`${isOwnOfPart(markerId)} AND ${isOfVignette(vignetteSlug)}`)}) AS count FROM part
  UNION ALL
  SELECT 'waiting', (${countUpToMost(Prisma.sql`${isInPool} AND ${isOfVignette(vignetteSlug)} AND ${isOpenTo(markerId)}`)})`

const countUpToMost = (rows: Prisma.Sql) => Prisma.sql`
  SELECT count(*)::int FROM (SELECT 1 FROM allocation al WHERE ${rows} LIMIT ${asWritten(MOST_COUNTED + 1)}) these`

const rowsOf = ({ markerId, vignetteSlug, limit, offset }: QueueQuery) => {
  const most = asWritten(limit + offset)
  const own = Prisma.sql`${isOwnOfPart(markerId)} AND ${isOfVignette(vignetteSlug)}`
  const pool = Prisma.sql`${isInPool} AND ${isOfVignette(vignetteSlug)}`
  return Prisma.sql`
    SELECT w.*, part.state, part.rank
    FROM part CROSS JOIN LATERAL (${inOrder(markerId, { rows: own, filter: Prisma.sql`true`, most })}) w
    UNION ALL
    SELECT w.*, 'waiting', 3 FROM (${inOrder(markerId, { rows: pool, filter: isOpenTo(markerId), most })}) w`
}

export const isOfVignette = (slug: string | null | undefined) =>
  slug
    ? Prisma.sql`al.vignette_id = (SELECT id FROM content_item WHERE kind = 'vignette' AND slug = ${slug})`
    : Prisma.sql`true`

/**
 * The first scripts of a marker's own order, which is random, the same at every visit, different for every marker (so that no
 * script always comes late in a long day), and independent of when a script was handed in: first the blocks by chance, then the
 * scripts in each. Only as many blocks are read as it takes, and only as many scripts of a block are filtered: a lateral subquery
 * is asked for one block after the other, and nothing here sorts what they give together.
 */
function inOrder(
  markerId: string,
  { rows, filter, most }: { rows: Prisma.Sql; filter: Prisma.Sql; most: Prisma.Sql },
): Prisma.Sql {
  return Prisma.sql`
    SELECT s.code, s.vignette_id, b.place AS block_place, s.place
    FROM dealt b CROSS JOIN LATERAL (
      SELECT al.code, al.vignette_id, al.place FROM (
        SELECT al.id, al.code, al.vignette_id, al.attempt_id, al.cohort_id, al.purpose, ${placeOf(markerId)} AS place
        FROM allocation al WHERE al.block = b.block AND ${rows} ORDER BY place OFFSET 0) al
      WHERE ${filter} LIMIT ${most}) s
    LIMIT ${most}`
}

export const blocksOf = (markerId: string) => Prisma.sql`
  SELECT n AS block, md5(${markerId} || '/' || n) AS place FROM generate_series(0, ${asWritten(BLOCKS - 1)}) n ORDER BY place`

export const placeOf = (markerId: string) => Prisma.sql`md5(${markerId} || al.code)`
