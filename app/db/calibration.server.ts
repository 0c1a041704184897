import type { Deviations } from '#app/domain/calibration.ts'
import {
  type BenchmarkMarking,
  type CalibrationStanding,
  calibrationStanding,
  defaultCalibrationRule,
} from '#app/domain/calibration-standing.ts'
import { inChoice } from '#app/domain/listing.ts'
import type { Mark } from '#app/domain/rubric.ts'
import { benchmarksInUse } from './benchmarks.server.ts'
import type { Db } from './client.server.ts'

type NewCalibrationMark = {
  markerId: string
  benchmarkVersionId: string
  rubricSlug: string
  source: 'calibration' | 'gold'
  mark: Mark
  deviations: Deviations
  isWithin: boolean
  counts: boolean
  now: Date
}

/** Keeps a marker's mark of a benchmark beside what it was worth: the row is never changed again. */
export async function insertCalibrationMark(tx: Db, { mark, now, ...row }: NewCalibrationMark): Promise<string> {
  const { ratings, globalLevel, criticalErrors, comment } = mark
  const { id } = await tx.calibrationMark.create({
    data: { ...row, ratings, globalLevel, criticalErrors, comment, markedAt: now },
    select: { id: true },
  })
  return id
}

/**
 * Holds what a marker does with one benchmark until the transaction ends: there is no row yet that two windows of theirs could
 * meet at.
 */
export async function holdPractice(tx: Db, { markerId, slug }: { markerId: string; slug: string }): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`calibration/${markerId}/${slug}`}, 0))`
}

export type MarkingOfRubric = BenchmarkMarking & { rubricSlug: string }

/** Everything that a marker has marked of benchmarks. */
async function readMarkings(tx: Db, markerId: string): Promise<MarkingOfRubric[]> {
  return tx.$queryRaw<MarkingOfRubric[]>`
    SELECT rubric_slug AS "rubricSlug", source::text AS source, deviations, is_within AS "isWithin", counts,
           marked_at AS "markedAt"
    FROM calibration_mark WHERE marker_id = ${markerId}::uuid ORDER BY marked_at, id`
}

export type BarredRubric = {
  slug: string
  title: string
  vignettes: { id: string; slug: string }[]
  standing: CalibrationStanding
}

/**
 * The rubrics on which a marker may not begin live scripts at this moment. A rubric without a benchmark that counts here and can be
 * practised on bars nobody.
 */
export async function barredRubrics(
  tx: Db,
  { markerId, now }: { markerId: string; now: Date },
): Promise<BarredRubric[]> {
  const gated = await tx.$queryRaw<Omit<BarredRubric, 'standing'>[]>`
    SELECT g.slug, g.title, json_agg(json_build_object('id', vignette.id, 'slug', vignette.slug)) AS vignettes
    FROM (SELECT DISTINCT rubric_slug AS slug, rubric_title AS title FROM ${benchmarksInUse()} b
          WHERE b.counts AND b.use @> '["calibration"]') g
      JOIN content_item vignette ON vignette.kind = 'vignette'
      JOIN content_version v ON v.id = vignette.current_version_id AND v.body ->> 'rubric' = g.slug
    GROUP BY g.slug, g.title`
  if (gated.length === 0) return []
  const markings = await readMarkings(tx, markerId)
  return gated
    .map((rubric) => {
      const history = markings.filter(({ rubricSlug }) => rubricSlug === rubric.slug)
      return { ...rubric, standing: calibrationStanding(history, defaultCalibrationRule, now) }
    })
    .filter(({ standing }) => !standing.isCalibrated)
}

/** What a marker is told who may not begin scripts on these rubrics; the page beside it leads to where one practises. */
export const refusedByCalibration = (rubrics: readonly Pick<BarredRubric, 'title' | 'standing'>[]): string =>
  [
    `Before you take scripts that are marked on ${inChoice(rubrics.map(({ title }) => `“${title}”`))}, please practise on its benchmarks, under Calibration.`,
    ...(rubrics.length === 1 ? (rubrics[0]?.standing.because.slice(-1) ?? []) : []),
  ].join(' ')
