import { SCRIPT_STATES, type ScriptState } from '#app/domain/marking.ts'
import { Prisma, readRows } from './client.server.ts'
import { mayBeMarkedBy } from './marker-rules.server.ts'

/*
 * A script is an allocation as its marker sees it. Nothing that leaves this file for a page tells whose it is or when
 * anything happened to it: no person, no time, no attempt number, no id (ids tell when a row was made). A benchmark is a script
 * like any other.
 */

/** As many blocks as the database deals allocations into. */
const BLOCKS = 64
/** Nobody needs to know by how many a queue is longer than this, and counting on would cost more the longer it is. */
export const MOST_COUNTED = 1_000

export type QueuedScript = { code: string; vignetteId: string; state: ScriptState }
export type QueueRow = {
  /** Up to {@link MOST_COUNTED}; one more where there are more. Of the chosen vignette. */
  counts: Record<ScriptState, number>
  scripts: QueuedScript[]
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
 * A part of the queue: the rows of `allocation al` that belong to it. What is allocated to a marker is named so only where a lead
 * did allocate: a benchmark on its own waits among those for anybody.
 */
type Part = { rows: Prisma.Sql; state: Prisma.Sql }

const partsOf = (markerId: string): Record<'begun' | 'allocated' | 'pool' | 'locked', Part> => ({
  begun: { rows: isOwn(markerId, 'begun'), state: Prisma.sql`'yours'` },
  allocated: { rows: isOwn(markerId, 'waiting'), state: Prisma.sql`own.waiting_state` },
  pool: { rows: isInPoolFor(markerId), state: Prisma.sql`'waiting'` },
  locked: { rows: isOwn(markerId, 'locked'), state: Prisma.sql`'finished'` },
})

const isOwn = (markerId: string, state: 'waiting' | 'begun' | 'locked') =>
  Prisma.sql`al.marker_id = ${markerId}::uuid AND al.state = ${Prisma.raw(`'${state}'`)}`

export const isInPoolFor = (markerId: string) =>
  Prisma.sql`al.state = 'waiting' AND al.marker_id IS NULL AND ${mayBeMarkedBy(markerId)}`

/**
 * A marker's queue: how many scripts there are in each state, and one page of them: those begun, those allocated to the marker,
 * those for anybody, the finished ones. One statement, whose work does not grow with the number of scripts.
 */
export async function readQueue(query: QueueQuery): Promise<QueueRow> {
  const { markerId, state, limit, offset } = query
  const parts = Object.values(partsOf(markerId))
  const reach = limit + offset
  const [row] = await readRows<QueueRow>(Prisma.sql`
    WITH own AS MATERIALIZED (
      SELECT CASE WHEN EXISTS (SELECT 1 FROM allocation al WHERE ${isOwn(markerId, 'waiting')} AND al.purpose <> 'gold')
             THEN 'allocated' ELSE 'waiting' END AS waiting_state
    )
    SELECT
      (SELECT json_build_object(${Prisma.join(SCRIPT_STATES.map((each) => Prisma.sql`${each}::text, coalesce(sum(count) FILTER (WHERE state = ${each}), 0)`))})
       FROM (${Prisma.join(
         parts.map((part) => countOf(part, query)),
         ' UNION ALL ',
       )}) counted) AS counts,
      (SELECT coalesce(json_agg(json_build_object('code', p.code, 'vignetteId', p.vignette_id, 'state', p.state)
                                ORDER BY p.rank, p.block_place, p.place), '[]')
       FROM (SELECT * FROM (${Prisma.join(
         parts.map((part, rank) => rowsOf(part, rank, query, reach)),
         ' UNION ALL ',
       )}) reached
             WHERE ${state ?? null}::text IS NULL OR state = ${state ?? null}::text
             ORDER BY rank, block_place, place LIMIT ${limit} OFFSET ${offset}) p) AS scripts,
      (SELECT coalesce(json_agg(json_build_object('id', id, 'slug', slug, 'versionId', current_version_id) ORDER BY position, slug), '[]')
       FROM content_item WHERE kind = 'vignette' AND current_version_id IS NOT NULL) AS vignettes`)
  if (!row) throw new Error('a statement without FROM gave no row')
  return row
}

const countOf = ({ rows, state }: Part, { vignetteSlug }: QueueQuery) => Prisma.sql`(
  SELECT ${state} AS state, (SELECT count(*)::int FROM (
    SELECT 1 FROM allocation al WHERE ${rows} AND ${isOfVignette(vignetteSlug)} LIMIT ${MOST_COUNTED + 1}) these) AS count
  FROM own)`

const rowsOf = (
  { rows, state }: Part,
  rank: number,
  { markerId, vignetteSlug }: QueueQuery,
  reach: number,
) => Prisma.sql`(
  SELECT w.*, ${state} AS state, ${rank}::int AS rank
  FROM own CROSS JOIN (${inOrder(markerId, Prisma.sql`${rows} AND ${isOfVignette(vignetteSlug)}`, reach)}) w)`

export const isOfVignette = (slug: string | null | undefined) =>
  slug
    ? Prisma.sql`al.vignette_id = (SELECT id FROM content_item WHERE kind = 'vignette' AND slug = ${slug})`
    : Prisma.sql`true`

/**
 * The first scripts of a marker's own order, which is random, the same at every visit, different for every marker (so that no
 * script always comes late in a long day), and independent of when a script was handed in: first the blocks by chance, then the
 * scripts in each. Only as many blocks are read as it takes.
 */
function inOrder(markerId: string, rows: Prisma.Sql, limit: number): Prisma.Sql {
  return Prisma.sql`
    SELECT s.code, s.vignette_id, b.place AS block_place, s.place
    FROM ${blocksOf(markerId)} b CROSS JOIN LATERAL (
      SELECT al.code, al.vignette_id, ${placeOf(markerId)} AS place FROM allocation al
      WHERE al.block = b.block AND ${rows} ORDER BY place LIMIT ${limit}) s
    ORDER BY b.place, s.place LIMIT ${limit}`
}

export const blocksOf = (markerId: string) => Prisma.sql`(
  SELECT n AS block, md5(${markerId} || '/' || n) AS place FROM generate_series(0, ${BLOCKS - 1}) n ORDER BY place)`

export const placeOf = (markerId: string) => Prisma.sql`md5(${markerId} || al.code)`
