import type { BlindMark, VignetteAgreement } from '#app/domain/agreement/vignette-agreement.ts'
import { type Db, db } from './client.server.ts'
import { type CohortReach, isInReach } from './cohorts.server.ts'
import { enqueueJob, enqueueJobLater } from './jobs.server.ts'

/** So long a report may be behind the marks. */
const MINUTES_BEHIND = 5

type ReportKey = { cohortId: string; vignetteId: string }

const TASK = 'compute-agreement'

const jobKey = ({ cohortId, vignetteId }: ReportKey) => `agreement:${cohortId}:${vignetteId}`

/**
 * Asks for the report on agreement between the markers of a vignette to be worked out again, within minutes. To be called when a mark is locked
 * or released; however many are, it is worked out once. Answers of nobody's cohort have no report.
 */
export async function requestAgreement(
  tx: Db,
  { cohortId, vignetteId }: { cohortId: string | null; vignetteId: string },
  now: Date,
): Promise<void> {
  if (!cohortId) return
  const due = new Date(now.getTime() + MINUTES_BEHIND * 60_000)
  const report = { cohortId, vignetteId }
  await enqueueJobLater(tx, TASK, report, { key: jobKey(report), due })
}

/** The same at once: somebody waits for it. */
export const requestAgreementNow = (tx: Db, report: ReportKey): Promise<void> =>
  enqueueJob(tx, TASK, report, jobKey(report))

/** A blind mark, and the version of the rubric that it was given by. */
export type StoredBlindMark = BlindMark & { rubricVersionId: string }

/**
 * The first and second marks of a cohort's answers to a vignette, which are locked before the two markers see each other's, without what was
 * written. One statement.
 */
export async function readBlindMarks({ cohortId, vignetteId }: ReportKey): Promise<StoredBlindMark[]> {
  return db().$queryRaw<StoredBlindMark[]>`
    SELECT at.id AS script, m.marker_id AS marker, m.rubric_version_id AS "rubricVersionId", m.global_level AS "globalLevel",
           count(*) OVER (PARTITION BY at.id) = 2 AS "isDouble",
           coalesce(at.double_marking IN ('near_pass', 'first_attempt'), false) AS "isTargeted",
           (row_number() OVER (PARTITION BY m.marker_id ORDER BY m.locked_at, m.id))::int AS position,
           (SELECT coalesce(jsonb_object_agg(key, value -> 'level'), '{}') FROM jsonb_each(m.ratings)) AS levels
    FROM attempt at JOIN allocation al ON al.attempt_id = at.id JOIN mark m ON m.allocation_id = al.id
    WHERE at.cohort_id = ${cohortId}::uuid AND at.vignette_id = ${vignetteId}::uuid AND at.state <> 'withdrawn'
      AND al.purpose IN ('first', 'second')
    ORDER BY m.locked_at, m.id`
}

/** What was made of the marks, with the titles that the criteria had in their rubric. */
export type AgreementBody = VignetteAgreement & {
  /** Criterion id -> title. */
  titles: Record<string, string>
  rubricVersions: number
  /** Ids of everybody named in it. */
  markers: string[]
  calibration: CalibrationStanding[]
}

export type CalibrationStanding = { marker: string; outside: number; marked: number }

/** Of how many benchmarks of a rubric each of these markers lay outside of the tolerance, the last time that they marked it. */
export async function readCalibration(rubricSlug: string, markers: readonly string[]): Promise<CalibrationStanding[]> {
  return db().$queryRaw<CalibrationStanding[]>`
    SELECT last.marker_id AS marker, (count(*) FILTER (WHERE NOT last.is_within))::int AS outside, count(*)::int AS marked
    FROM (SELECT DISTINCT ON (cm.marker_id, cm.benchmark_version_id) cm.marker_id, cm.is_within
          FROM calibration_mark cm
          WHERE cm.rubric_slug = ${rubricSlug} AND cm.marker_id = ANY(${[...markers]}::uuid[])
          ORDER BY cm.marker_id, cm.benchmark_version_id, cm.marked_at DESC) last
    GROUP BY last.marker_id ORDER BY last.marker_id`
}

/** Keeps a report, unless one that was begun later is there already. */
export async function saveReport(
  tx: Db,
  { cohortId, vignetteId }: ReportKey,
  { body, begunAt }: { body: AgreementBody; begunAt: Date },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO agreement_report (cohort_id, vignette_id, scripts, body, computed_at)
    VALUES (${cohortId}::uuid, ${vignetteId}::uuid, ${body.scripts}, ${JSON.stringify(body)}::jsonb, ${begunAt})
    ON CONFLICT (cohort_id, vignette_id) DO UPDATE
    SET scripts = excluded.scripts, body = excluded.body, computed_at = excluded.computed_at
    WHERE agreement_report.computed_at <= excluded.computed_at`
}

export type ReportedVignette = { id: string; slug: string; title: string; scripts: number | null }

export type AgreementPage = {
  cohortId: string
  cohortName: string
  /** The cohort's vignettes that people mark, in the order of the course. */
  vignettes: ReportedVignette[]
  shown: {
    vignetteId: string
    slug: string
    body: AgreementBody | null
    computedAt: string | null
    /** Id -> name of everybody in the report. */
    names: Record<string, string>
  } | null
}

/**
 * A cohort's vignettes and the report of one of them: the one asked for, else the one with most scripts. One statement; `undefined` for a
 * cohort out of reach.
 */
export async function readAgreementPage(
  cohortId: string,
  reach: CohortReach,
  vignetteSlug: string | null,
): Promise<AgreementPage | undefined> {
  const [page] = await db().$queryRaw<AgreementPage[]>`
    WITH marked AS (
      SELECT c.id AS cohort_id, vi.id, vi.slug, vi.position, vv.body ->> 'title' AS title, r.scripts, r.body, r.computed_at
      FROM cohort c JOIN content_item ci ON ci.id = c.course_id JOIN content_version cv ON cv.id = ci.current_version_id
        JOIN content_item vi ON vi.kind = 'vignette' JOIN content_version vv ON vv.id = vi.current_version_id
        LEFT JOIN agreement_report r ON r.cohort_id = c.id AND r.vignette_id = vi.id
      WHERE c.id::text = ${cohortId} AND vv.body ->> 'rubric' IS NOT NULL
        AND (jsonb_exists(cv.body -> 'vignettes', vi.slug) OR r.vignette_id IS NOT NULL)
    ), shown AS (
      SELECT * FROM marked WHERE ${vignetteSlug}::text IS NULL OR slug = ${vignetteSlug}
      ORDER BY scripts DESC NULLS LAST, position, slug LIMIT 1
    )
    SELECT c.id AS "cohortId", c.name AS "cohortName",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'slug', m.slug, 'title', m.title, 'scripts', m.scripts)
                                 ORDER BY m.position, m.slug), '[]') FROM marked m) AS vignettes,
      (SELECT jsonb_build_object('vignetteId', s.id, 'slug', s.slug, 'body', s.body, 'computedAt', s.computed_at, 'names',
         (SELECT coalesce(jsonb_object_agg(u.id, u.name), '{}') FROM "user" u
          WHERE u.id IN (SELECT marker.value::uuid FROM jsonb_array_elements_text(s.body -> 'markers') marker))) FROM shown s) AS shown
    FROM cohort c WHERE c.id::text = ${cohortId} AND ${isInReach(reach)}`
  return page
}
