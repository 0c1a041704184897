import type { Consensus } from '#app/domain/calibration.ts'
import type { Provenance } from '#app/domain/provenance.ts'
import { settings } from '#app/env.server.ts'
import { type Db, Prisma } from './client.server.ts'

/**
 * Every benchmark in use, with the versions of its vignette and rubric that are current. `counts`: its consensus may gate a marker
 * here. A panel's always does, a demonstration's only where the demo cast is.
 */
export const benchmarksInUse = () => Prisma.sql`(
  SELECT b.id, b.slug, b.position, v.id AS version_id, (v.body ->> 'isBorderline')::boolean AS is_borderline,
         v.body -> 'use' AS use, vignette.id AS vignette_id, vv.id AS vignette_version_id, vv.body ->> 'title' AS vignette_title,
         rubric.slug AS rubric_slug, rubric.current_version_id AS rubric_version_id, rv.body ->> 'title' AS rubric_title,
         rubric.position AS rubric_position, p.provenance,
         (p.provenance <> '"demo"'::jsonb OR ${settings().isDemo}) AS counts
  FROM content_item b
    JOIN content_version v ON v.id = b.current_version_id
    JOIN content_item vignette ON vignette.kind = 'vignette' AND vignette.slug = v.body ->> 'vignette'
    JOIN content_version vv ON vv.id = vignette.current_version_id
    JOIN content_item rubric ON rubric.kind = 'rubric' AND rubric.slug = vv.body ->> 'rubric'
    JOIN content_version rv ON rv.id = rubric.current_version_id
    CROSS JOIN LATERAL (SELECT coalesce(
      (SELECT c.provenance FROM consensus c WHERE c.content_version_id = v.id ORDER BY c.formed_at DESC LIMIT 1),
      v.body -> 'provenance') AS provenance) p
  WHERE b.kind = 'benchmark' AND b.is_listed)`

export type BenchmarkKey = { consensus: Consensus; provenance: Provenance; counts: boolean }

/** The consensus of a benchmark at a moment: the newest that a panel has formed, or the content's own. */
export async function benchmarkKey(tx: Db, benchmarkVersionId: string, at: Date): Promise<BenchmarkKey> {
  const [key] = await tx.$queryRaw<Omit<BenchmarkKey, 'counts'>[]>`
    SELECT coalesce(c.key, v.body -> 'consensus') AS consensus, coalesce(c.provenance, v.body -> 'provenance') AS provenance
    FROM content_version v
      LEFT JOIN LATERAL (SELECT key, provenance FROM consensus
                         WHERE content_version_id = v.id AND formed_at <= ${at} ORDER BY formed_at DESC LIMIT 1) c ON true
    WHERE v.id = ${benchmarkVersionId}::uuid`
  if (!key) throw new Error(`there is no benchmark ${benchmarkVersionId}`)
  return { ...key, counts: key.provenance !== 'demo' || settings().isDemo }
}
