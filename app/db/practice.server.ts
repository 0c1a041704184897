import type { BenchmarkForPractice } from '#app/domain/benchmark-order.ts'
import type { BankComment } from '#app/domain/comment-bank.ts'
import type { SavedDraft } from '#app/domain/draft.ts'
import type { Provenance } from '#app/domain/provenance.ts'
import { benchmarksInUse } from './benchmarks.server.ts'
import type { MarkingOfRubric } from './calibration.server.ts'
import { type Db, db, Prisma } from './client.server.ts'
import { bankAsJson } from './comment-bank.server.ts'
import { isTold, type ToldMark, toldMark } from './told-marks.server.ts'

/** A benchmark as it stands for a marker. */
export type BenchmarkOfMarker = BenchmarkForPractice & {
  versionId: string
  vignetteVersionId: string
  vignetteTitle: string
  rubricSlug: string
  rubricTitle: string
  rubricVersionId: string
  provenance: Provenance
  counts: boolean
  /** The marker has marked it and knows that it is a benchmark. */
  isKnown: boolean
}

/** The benchmarks for calibration as JSON, in the order of the catalogue. */
const benchmarksOf = (markerId: string, rubricOf: string | null = null) => Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object(
           'slug', b.slug, 'isBorderline', b.is_borderline, 'versionId', b.version_id,
           'vignetteVersionId', b.vignette_version_id, 'vignetteTitle', b.vignette_title, 'rubricSlug', b.rubric_slug,
           'rubricTitle', b.rubric_title, 'rubricVersionId', b.rubric_version_id, 'provenance', b.provenance, 'counts', b.counts,
           'timesMarked', own.times, 'lastMarkedAt', own.last, 'isKnown', own.is_known,
           'isHidden', EXISTS (
             SELECT 1 FROM allocation al JOIN content_version v ON v.id = al.benchmark_version_id
             WHERE v.item_id = b.id AND al.marker_id = ${markerId}::uuid AND al.state IN ('waiting', 'begun')))
         ORDER BY b.rubric_position, b.rubric_slug, b.position, b.slug), '[]')
  FROM ${benchmarksInUse()} b
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS times, max(m.marked_at) AS last, coalesce(bool_or(${isTold}), false) AS is_known
      FROM calibration_mark m JOIN content_version v ON v.id = m.benchmark_version_id
      WHERE v.item_id = b.id AND m.marker_id = ${markerId}::uuid) own
  WHERE b.use @> '["calibration"]' AND (${rubricOf}::text IS NULL OR b.rubric_slug = (
    SELECT of.rubric_slug FROM ${benchmarksInUse()} of WHERE of.slug = ${rubricOf})))`

type Json<Row> = { [Name in keyof Row]: Row[Name] extends Date | null ? string | null : Row[Name] }

const benchmarksFrom = (rows: readonly Json<BenchmarkOfMarker>[]): BenchmarkOfMarker[] =>
  rows.map((row) => ({ ...row, lastMarkedAt: row.lastMarkedAt ? new Date(row.lastMarkedAt) : null }))

const markingsFrom = (rows: readonly (Omit<MarkingOfRubric, 'markedAt'> & { markedAt: string })[]): MarkingOfRubric[] =>
  rows.map((row) => ({ ...row, markedAt: new Date(row.markedAt) }))

/** The rows `m` of `calibration_mark` that belong to a marker, as JSON. */
const markingsOf = (markerId: Prisma.Sql) => Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object(
    'rubricSlug', m.rubric_slug, 'source', m.source, 'deviations', m.deviations, 'isWithin', m.is_within, 'counts', m.counts,
    'markedAt', m.marked_at) ORDER BY m.marked_at, m.id), '[]')
  FROM calibration_mark m WHERE m.marker_id = ${markerId})`

type PracticeRow = {
  benchmarks: Json<BenchmarkOfMarker>[]
  markings: (Omit<MarkingOfRubric, 'markedAt'> & { markedAt: string })[]
}

/** Every benchmark for calibration, and all that a marker has marked of any. One statement. */
export async function readPractice(
  markerId: string,
): Promise<{ benchmarks: BenchmarkOfMarker[]; markings: MarkingOfRubric[] }> {
  const [row] = await db().$queryRaw<PracticeRow[]>`
    SELECT ${benchmarksOf(markerId)} AS benchmarks, ${markingsOf(Prisma.sql`${markerId}::uuid`)} AS markings`
  return { benchmarks: benchmarksFrom(row?.benchmarks ?? []), markings: markingsFrom(row?.markings ?? []) }
}

/** The benchmarks for calibration of the same rubric as this one, itself among them; none for an unknown slug. */
export async function readSiblings(
  tx: Db,
  { markerId, slug }: { markerId: string; slug: string },
): Promise<BenchmarkOfMarker[]> {
  const [row] = await tx.$queryRaw<Pick<PracticeRow, 'benchmarks'>[]>`
    SELECT ${benchmarksOf(markerId, slug)} AS benchmarks`
  return benchmarksFrom(row?.benchmarks ?? [])
}

export type OwnBenchmark = {
  siblings: BenchmarkOfMarker[]
  draft: SavedDraft | null
  told: ToldMark | null
  /** What the marker may start a comment from. */
  bank: BankComment[]
}

/** A benchmark by its slug with what this marker has on it, and those beside it. One statement. */
export async function findOwnBenchmark(where: { markerId: string; slug: string }): Promise<OwnBenchmark> {
  const { markerId, slug } = where
  const ofItem = Prisma.sql`m.marker_id = ${markerId}::uuid AND bv.item_id = (
    SELECT id FROM content_item WHERE kind = 'benchmark' AND slug = ${slug})`
  const rubricOf = Prisma.sql`(SELECT b.rubric_slug FROM ${benchmarksInUse()} b WHERE b.slug = ${slug})`
  const [row] = await db().$queryRaw<(Pick<PracticeRow, 'benchmarks'> & Omit<OwnBenchmark, 'siblings'>)[]>`
    SELECT ${benchmarksOf(markerId, slug)} AS benchmarks, ${toldMark(ofItem)} AS told, ${bankAsJson(markerId, rubricOf)} AS bank,
           (SELECT json_build_object('version', d.version, 'body', d.body, 'savedAt', d.saved_at, 'writer', d.writer,
                                     'revision', d.revision)
            FROM draft d JOIN content_item i ON i.current_version_id = d.subject_id
            WHERE d.owner_id = ${markerId}::uuid AND d.kind = 'calibration' AND i.kind = 'benchmark' AND i.slug = ${slug}) AS draft`
  const { benchmarks = [], draft = null, told = null, bank = [] } = row ?? {}
  return { siblings: benchmarksFrom(benchmarks), draft, told, bank }
}

export type MarkerRow = { id: string; name: string; markings: MarkingOfRubric[] }

/**
 * The training leads with all that they have marked of benchmarks, by name: for an administrator everybody, for a lead those who
 * mark for a cohort that they lead. One statement.
 */
export async function listMarkers(actor: { id: string; isAdministrator: boolean }, now: Date): Promise<MarkerRow[]> {
  const rows = await db().$queryRaw<(Omit<MarkerRow, 'markings'> & Pick<PracticeRow, 'markings'>)[]>`
    WITH policy AS (
      SELECT DISTINCT ON (cohort_id) cohort_id, policy -> 'markers' AS markers FROM marking_policy ORDER BY cohort_id, version DESC)
    SELECT u.id, u.name, ${markingsOf(Prisma.sql`u.id`)} AS markings
    FROM "user" u
    WHERE EXISTS (SELECT 1 FROM role_grant g WHERE g.user_id = u.id AND g.role = 'training_lead'
                    AND g.starts_at <= ${now} AND (g.ends_at IS NULL OR g.ends_at > ${now}))
      AND (${actor.isAdministrator} OR EXISTS (
        SELECT 1 FROM cohort_member led LEFT JOIN policy p USING (cohort_id)
        WHERE led.user_id = ${actor.id}::uuid AND led.part = 'lead'
          AND (coalesce(jsonb_array_length(p.markers), 0) = 0
               OR p.markers @> jsonb_build_array(jsonb_build_object('userId', u.id)))))
    ORDER BY u.name, u.id`
  return rows.map((row) => ({ ...row, markings: markingsFrom(row.markings) }))
}
