import type { AttemptFacts } from '#app/domain/attempts.ts'
import type { Deadline } from '#app/domain/deadline.ts'
import type { SavedDraft } from '#app/domain/draft.ts'
import { type DeadlineRow, deadlineFactsOf, deadlineOf } from './attempts.server.ts'
import { type Db, db, Prisma } from './client.server.ts'

/*
 * Attempts as their own trainee sees them. Of a mark nothing is read until the attempt is released, not even that there is
 * one: the condition stands in each statement, so no page can forget it.
 */

export type OwnAttempt = AttemptFacts & {
  /** Of the mark in force, once it is told: after the release, and after the person has rated their own answer. */
  globalLevel: number | null
  /** Of the key, 0..1; null where people mark, and where the key must not score. */
  share: number | null
}

export type VignetteStanding = {
  vignetteId: string
  versionId: string
  /** Absent where a key scores the answer. */
  rubricVersionId: string | null
  courses: { slug: string; title: string; isEnrolled: boolean }[]
  attempts: OwnAttempt[]
  deadline: Deadline | null
}

type StandingRow = Omit<VignetteStanding, 'attempts' | 'deadline'> & {
  deadline: DeadlineRow
  attempts: (Omit<OwnAttempt, 'submittedAt'> & { submittedAt: string | null })[]
}

/** A vignette as it is now, with all that decides whether this person may begin it. One statement. */
export async function findVignetteStanding(
  userId: string,
  slug: string,
  tx: Db = db(),
): Promise<VignetteStanding | null> {
  const [row] = await tx.$queryRaw<StandingRow[]>`
    SELECT ci.id AS "vignetteId", v.id AS "versionId", r.current_version_id AS "rubricVersionId",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('slug', c.slug, 'title', cv.body->>'title', 'isEnrolled', EXISTS (
                SELECT 1 FROM enrolment e WHERE e.course_id = c.id AND e.user_id = ${userId}::uuid AND e.state = 'active')
              ) ORDER BY jsonb_exists(cv.body, 'modules'), c.position, c.slug), '[]')
       FROM content_item c JOIN content_version cv ON cv.id = c.current_version_id
       WHERE ci.is_listed AND c.kind = 'course' AND c.is_listed AND (cv.body->'vignettes' @> to_jsonb(ci.slug) OR cv.body->'practice' @> to_jsonb(ci.slug))) AS courses,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('number', a.number, 'state', a.state, 'submittedAt', a.submitted_at,
                'hasPassed', a.state = 'released' AND coalesce(a.has_passed, false),
                'globalLevel', (SELECT f.global_level FROM final_mark f JOIN self_rating r ON r.attempt_id = f.attempt_id
                                WHERE f.attempt_id = a.id AND a.state = 'released' ORDER BY f.number DESC LIMIT 1),
                'share', (SELECT s.share FROM score s WHERE s.attempt_id = a.id AND a.state = 'released')) ORDER BY a.number), '[]')
       FROM attempt a WHERE a.user_id = ${userId}::uuid AND a.vignette_id = ci.id) AS attempts,
      ${deadlineFactsOf(Prisma.sql`${userId}::uuid`, Prisma.sql`ci.id`)} AS deadline
    FROM content_item ci
      JOIN content_version v ON v.id = ci.current_version_id
      LEFT JOIN content_item r ON r.kind = 'rubric' AND r.slug = v.body->>'rubric'
    WHERE ci.kind = 'vignette' AND ci.slug = ${slug}`
  return row ? { ...row, attempts: row.attempts.map(withDates), deadline: deadlineOf(row.deadline) } : null
}

const withDates = ({ submittedAt, ...attempt }: StandingRow['attempts'][number]): OwnAttempt => ({
  ...attempt,
  submittedAt: submittedAt ? new Date(submittedAt) : null,
})

export type OpenAttempt = {
  id: string
  number: number
  vignetteVersionId: string
  deadline: Deadline | null
  draft: SavedDraft | null
  /** The answers of the stages that are locked, in their order. */
  lockedAnswers: Record<string, unknown>[]
}

/** The one attempt that is under way, with its draft. One statement. */
export async function findOpenAttempt(userId: string, slug: string): Promise<OpenAttempt | null> {
  const [row] = await db().$queryRaw<(Omit<OpenAttempt, 'deadline'> & { deadline: DeadlineRow })[]>`
    SELECT a.id, a.number, a.vignette_version_id AS "vignetteVersionId",
           ${deadlineFactsOf(Prisma.sql`a.user_id`, Prisma.sql`a.vignette_id`)} AS deadline,
           CASE WHEN d.version IS NULL THEN NULL ELSE json_build_object(
             'version', d.version, 'body', d.body, 'savedAt', d.saved_at, 'writer', d.writer, 'revision', d.revision) END AS draft,
           (SELECT coalesce(json_agg(s.answers ORDER BY s.stage), '[]') FROM attempt_stage s
            WHERE s.attempt_id = a.id) AS "lockedAnswers"
    FROM attempt a
      JOIN content_item ci ON ci.id = a.vignette_id
      LEFT JOIN draft d ON d.owner_id = a.user_id AND d.kind = 'answer' AND d.subject_id = a.id
    WHERE a.user_id = ${userId}::uuid AND ci.slug = ${slug} AND a.state = 'open'`
  return row ? { ...row, deadline: deadlineOf(row.deadline) } : null
}
