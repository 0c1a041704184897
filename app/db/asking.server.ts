import type { SavedDraft } from '#app/domain/draft.ts'
import { type Db, db, Prisma } from './client.server.ts'
import { hashedId } from './drafts.server.ts'

/**
 * The cohort whose training leads somebody asks at a lesson of the course `ci`: one of that course before any other, the newest first.
 * Null where they are in none that anybody leads.
 */
export const cohortToAsk = (userId: string) => Prisma.sql`(
  SELECT c.id FROM cohort_member m JOIN cohort c ON c.id = m.cohort_id
  WHERE m.user_id = ${userId}::uuid AND m.part = 'trainee'
    AND EXISTS (SELECT 1 FROM cohort_member l WHERE l.cohort_id = c.id AND l.part = 'lead')
  ORDER BY c.course_id = ci.id DESC, c.starts_on DESC, c.id LIMIT 1)`

/** A paragraph of a lesson, as an address names it. */
export type Paragraph = { course: string; lesson: string; anchor: string }

/** What the draft of a question at a paragraph is kept under: one for each paragraph. */
export const questionDraftId = ({ course, lesson, anchor }: Paragraph): string =>
  hashedId(`${course}/${lesson}#${anchor}`)

export type AskingPlace = {
  courseId: string
  versionId: string
  cohortId: string
  cohortName: string
  draft: SavedDraft | null
}

/**
 * Whom somebody asks at a paragraph, with the draft of their question; undefined where they are not enrolled in the course, or in no cohort.
 * One statement.
 */
export async function readAskingPlace(
  userId: string,
  paragraph: Paragraph,
  tx: Db = db(),
): Promise<AskingPlace | undefined> {
  const [place] = await tx.$queryRaw<AskingPlace[]>`
    SELECT ci.id AS "courseId", ci.current_version_id AS "versionId", c.id AS "cohortId", c.name AS "cohortName",
      (SELECT json_build_object('version', d.version, 'body', d.body, 'savedAt', d.saved_at, 'writer', d.writer, 'revision', d.revision)
       FROM draft d WHERE d.owner_id = e.user_id AND d.kind = 'question'
         AND d.subject_id = ${questionDraftId(paragraph)}::uuid) AS draft
    FROM content_item ci
      JOIN enrolment e ON e.course_id = ci.id AND e.user_id = ${userId}::uuid AND e.state = 'active'
      JOIN cohort c ON c.id = ${cohortToAsk(userId)}
    WHERE ci.kind = 'course' AND ci.slug = ${paragraph.course} AND ci.current_version_id IS NOT NULL`
  return place
}
