import type { Consensus, Deviations } from '#app/domain/calibration.ts'
import type { Provenance } from '#app/domain/provenance.ts'
import type { Mark } from '#app/domain/rubric.ts'
import { db, Prisma } from './client.server.ts'

/** What the marker does not know to be a benchmark is no part of what they are told: a gold script that went well. */
export const isTold = Prisma.sql`(m.source = 'calibration' OR NOT m.is_within AND m.counts)`

/** A marker's mark of a benchmark, with the consensus and the rubric as they were then. */
export type ToldMark = {
  mark: Mark
  deviations: Deviations
  isWithin: boolean
  counts: boolean
  markedAt: string
  rubricVersionId: string
  vignetteVersionId: string
  benchmarkVersionId: string
  consensus: Consensus
  provenance: Provenance
}

/** The last of the marks `m` of benchmark versions `bv` for which `rows` holds, as JSON. */
export const toldMark = (rows: Prisma.Sql) => Prisma.sql`(
  SELECT json_build_object(
    'mark', json_build_object('ratings', m.ratings, 'globalLevel', m.global_level, 'comment', m.comment,
                              'criticalErrors', m.critical_errors),
    'deviations', m.deviations, 'isWithin', m.is_within, 'counts', m.counts, 'markedAt', m.marked_at,
    'rubricVersionId', (
      SELECT v.id FROM content_version v JOIN content_item i ON i.id = v.item_id
      WHERE i.kind = 'rubric' AND i.slug = m.rubric_slug
      ORDER BY v.published_at <= m.marked_at DESC,
               CASE WHEN v.published_at <= m.marked_at THEN -v.number ELSE v.number END LIMIT 1),
    'vignetteVersionId', (
      SELECT i.current_version_id FROM content_item i WHERE i.kind = 'vignette' AND i.slug = bv.body ->> 'vignette'),
    'benchmarkVersionId', m.benchmark_version_id,
    'consensus', coalesce(c.key, bv.body -> 'consensus'), 'provenance', coalesce(c.provenance, bv.body -> 'provenance'))
  FROM calibration_mark m
    JOIN content_version bv ON bv.id = m.benchmark_version_id
    LEFT JOIN LATERAL (
      SELECT key, provenance FROM consensus
      WHERE content_version_id = bv.id AND formed_at <= m.marked_at ORDER BY formed_at DESC LIMIT 1) c ON true
  WHERE ${isTold} AND ${rows}
  ORDER BY m.marked_at DESC, m.id DESC LIMIT 1)`

/** The mark of a gold script beside its consensus, where its marker was told of it. One statement. */
export async function findToldGold({ markerId, code }: { markerId: string; code: string }): Promise<ToldMark | null> {
  const ofScript = Prisma.sql`m.source = 'gold' AND m.marker_id = ${markerId}::uuid AND m.benchmark_version_id = (
    SELECT benchmark_version_id FROM allocation WHERE code = ${code} AND marker_id = ${markerId}::uuid AND state = 'locked')`
  const [row] = await db().$queryRaw<{ told: ToldMark | null }[]>`SELECT ${toldMark(ofScript)} AS told`
  return row?.told ?? null
}
