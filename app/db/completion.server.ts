import { type CourseFacts, type CourseOutline, completionOf } from '#app/domain/completion.ts'
import { type AuditEntry, recordAudit } from './audit.server.ts'
import { type Db, Prisma } from './client.server.ts'
import { courseFactColumns, questionColumns, vignettesPassedBy } from './course-facts.server.ts'
import { recordEnrolmentEvent } from './enrolment-events.server.ts'

type Completed = { enrolmentId: string; courseId: string }

/**
 * Marks a person's course as completed when this transaction has brought the last thing that was missing. To be called after
 * writing that fact. The enrolment is locked first: of two facts that meet, the later one sees both.
 * @param course by its slug, or every course that has this vignette.
 * @returns the enrolments that were completed just now; none for somebody who is not enrolled.
 */
export async function completeCourseIfDone(
  tx: Db,
  work: {
    userId: string
    course: { slug: string } | { vignetteId: string }
    now: Date
    actor: AuditEntry['actor']
  },
): Promise<Completed[]> {
  const ids = await lockIncomplete(tx, work.userId, work.course)
  if (ids.length === 0) return []
  const done = (await readCourses(tx, ids)).filter((row) => completionOf(row, row).isComplete)
  for (const { enrolmentId, courseId } of done) {
    await tx.enrolment.update({ where: { id: enrolmentId }, data: { completedAt: work.now }, select: { id: true } })
    await recordEnrolmentEvent(tx, { userId: work.userId, courseId, kind: 'completed', byId: null, at: work.now })
    await recordAudit(tx, {
      actor: work.actor,
      action: 'course.completed',
      object: { kind: 'enrolment', id: enrolmentId },
      details: { courseId },
      at: work.now,
    })
  }
  return done.map(({ enrolmentId, courseId }) => ({ enrolmentId, courseId }))
}

/**
 * A fact that was just written holds a share of its enrolment's key until the end of the transaction. A full lock would wait for
 * every other's share, and two that meet would wait for each other for ever; this one waits only for its like.
 */
async function lockIncomplete(tx: Db, userId: string, course: { slug: string } | { vignetteId: string }) {
  const which =
    'slug' in course
      ? Prisma.sql`c.slug = ${course.slug}`
      : Prisma.sql`jsonb_exists(v.body -> 'vignettes', (SELECT slug FROM content_item WHERE id = ${course.vignetteId}::uuid))`
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT e.id
    FROM enrolment e
    JOIN content_item c ON c.id = e.course_id
    JOIN content_version v ON v.id = c.current_version_id
    WHERE e.user_id = ${userId}::uuid AND e.state = 'active' AND e.completed_at IS NULL AND ${which}
    ORDER BY e.id FOR NO KEY UPDATE OF e`
  return rows.map(({ id }) => id)
}

/** The outline is taken from the body within PostgreSQL: the lessons' text stays there. */
async function readCourses(tx: Db, enrolmentIds: string[]) {
  return tx.$queryRaw<(Completed & CourseOutline & CourseFacts)[]>`
    SELECT e.id AS "enrolmentId", e.course_id AS "courseId",
           jsonb_path_query_array(v.body, '$.lessons[*].slug') AS lessons,
           ${questionColumns},
           v.body -> 'vignettes' AS vignettes,
           v.body -> 'completion' AS completion,
           ${courseFactColumns},
           ${vignettesPassedBy(Prisma.sql`e.user_id`)} AS "vignettesPassed"
    FROM enrolment e
    JOIN content_item c ON c.id = e.course_id
    JOIN content_version v ON v.id = c.current_version_id
    WHERE e.id = ANY(${enrolmentIds}::uuid[])`
}
