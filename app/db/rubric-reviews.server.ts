import { type Db, db, Prisma } from './client.server.ts'
import { type CohortReach, isInReach } from './cohorts.server.ts'

export type OutdatedMark = {
  code: string
  vignetteTitle: string
  rubricTitle: string
  /** As published: also where the file's own count was not moved on. */
  markedOn: number
  current: number
  globalLevel: number
  isReleased: boolean
}

/**
 * Finally marked attempts `at` of a cohort whose mark `f` was given on an earlier version of a rubric `ri` than the current one
 * `rv`, and about which nobody has decided for this version.
 */
const outdated = (cohortId: Prisma.Sql) => Prisma.sql`
  attempt at
  JOIN LATERAL (SELECT * FROM final_mark lf WHERE lf.attempt_id = at.id ORDER BY lf.number DESC LIMIT 1) f ON true
  JOIN content_version fv ON fv.id = f.rubric_version_id
  JOIN content_item ri ON ri.id = fv.item_id
  JOIN content_version rv ON rv.id = ri.current_version_id AND rv.number > fv.number
  JOIN content_version v ON v.id = at.vignette_version_id
  WHERE at.cohort_id = ${cohortId} AND at.state IN ('submitted', 'released') AND at.has_passed IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM rubric_review rr WHERE rr.attempt_id = at.id AND rr.rubric_version_id = rv.id)`

/** One page of them by their random codes, and how many there are. One statement; `undefined` out of reach. */
export async function listOutdated(
  where: { cohortId: string; reach: CohortReach },
  page: { limit: number; offset: number },
): Promise<{ cohortName: string; total: number; marks: OutdatedMark[] } | undefined> {
  const [row] = await db().$queryRaw<{ cohortName: string; total: number; marks: OutdatedMark[] }[]>`
    SELECT c.name AS "cohortName", (SELECT count(*)::int FROM ${outdated(Prisma.sql`c.id`)}) AS total,
      (SELECT coalesce(json_agg(p), '[]') FROM (
         SELECT ${codeOf} AS code, v.body ->> 'title' AS "vignetteTitle", rv.body ->> 'title' AS "rubricTitle",
                fv.number AS "markedOn", rv.number AS current,
                f.global_level AS "globalLevel", at.state = 'released' AS "isReleased"
         FROM ${outdated(Prisma.sql`c.id`)} ORDER BY 1 LIMIT ${page.limit} OFFSET ${page.offset}) p) AS marks
    FROM cohort c WHERE c.id::text = ${where.cohortId} AND ${isInReach(where.reach)}`
  return row
}

const codeOf = Prisma.sql`(SELECT al.code FROM allocation al WHERE al.attempt_id = at.id ORDER BY al.purpose LIMIT 1)`

export type HeldOutdated = { attemptId: string; vignetteId: string; cohortId: string; rubricVersionId: string }

/** Those of these scripts about which a decision is still to be made, held until the transaction ends. */
export async function holdOutdated(tx: Db, cohortId: string, codes: readonly string[]): Promise<HeldOutdated[]> {
  return tx.$queryRaw<HeldOutdated[]>`
    SELECT at.id AS "attemptId", at.vignette_id AS "vignetteId", at.cohort_id AS "cohortId", rv.id AS "rubricVersionId"
    FROM ${outdated(Prisma.sql`${cohortId}::uuid`)}
      AND EXISTS (SELECT 1 FROM allocation al WHERE al.attempt_id = at.id AND al.code = ANY(${codes}::text[]))
    ORDER BY at.id FOR UPDATE OF at`
}

type NewReview = {
  attemptId: string
  rubricVersionId: string
  decision: 'stands' | 'mark_again'
  reason: string
  decidedById: string
  decidedAt: Date
}

export async function insertRubricReviews(tx: Db, reviews: NewReview[]): Promise<void> {
  await tx.rubricReview.createMany({ data: reviews })
}
