import { type CourseFacts, type CourseOutline, completionOf } from '#app/domain/completion.ts'
import { type AuditEntry, recordAudit } from './audit.server.ts'
import { type Db, Prisma } from './client.server.ts'
import { courseFactColumns, questionColumns, vignettesPassedBy } from './course-facts.server.ts'
import { recordEnrolmentEvent } from './enrolment-events.server.ts'

type Completed = { enrolmentId: string; courseId: string }

/**
 * Marks a person's course as completed when this transaction has brought the last thing that was missing. To be called after
 * writing that fact. The enrolment is locked first: of two facts that meet, the later one sees both.
 * @param course by its name, the course of this cohort, or every course that has this vignette or one of these modules.
 * @returns the enrolments that were completed just now; none for somebody who is not enrolled.
 */
export async function completeCourseIfDone(
  tx: Db,
  work: {
    userId: string
    course: Which
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
  const courseIds = done.map(({ courseId }) => courseId)
  // A module that was completed may have been the last thing that its course waited for. Courses are made of modules one level deep.
  const around = done.length > 0 ? await completeCourseIfDone(tx, { ...work, course: { moduleIds: courseIds } }) : []
  return [...done.map(({ enrolmentId, courseId }) => ({ enrolmentId, courseId })), ...around]
}

/** The courses that may have come to their end by what was written. */
type Which =
  | { slug: string }
  | { id: string }
  | { cohortId: string }
  | { vignetteId: string }
  | { moduleIds: readonly string[] }

/**
 * A fact that was just written holds a share of its enrolment's key until the end of the transaction. A full lock would wait for
 * every other's share, and two that meet would wait for each other for ever; this one waits only for its like.
 */
async function lockIncomplete(tx: Db, userId: string, course: Which) {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT e.id
    FROM enrolment e
    JOIN content_item c ON c.id = e.course_id
    JOIN content_version v ON v.id = c.current_version_id
    WHERE e.user_id = ${userId}::uuid AND e.state = 'active' AND e.completed_at IS NULL AND ${isOneOf(course)}
    ORDER BY e.id FOR NO KEY UPDATE OF e`
  return rows.map(({ id }) => id)
}

function isOneOf(course: Which): Prisma.Sql {
  if ('slug' in course) return Prisma.sql`c.slug = ${course.slug}`
  if ('id' in course) return Prisma.sql`c.id = ${course.id}::uuid`
  if ('cohortId' in course) return Prisma.sql`c.id = (SELECT course_id FROM cohort WHERE id = ${course.cohortId}::uuid)`
  const [list, ids] = 'vignetteId' in course ? ['vignettes', [course.vignetteId]] : ['modules', [...course.moduleIds]]
  return Prisma.sql`jsonb_exists_any(v.body -> ${list}::text, ARRAY(SELECT slug FROM content_item WHERE id = ANY(${ids}::uuid[])))`
}

/** Only whether each is completed: how far it has come else does not decide. */
const completedModules = Prisma.sql`
  coalesce((
    SELECT jsonb_agg(jsonb_build_object('slug', m.slug, 'isCompleted', true, 'percent', 100))
    FROM content_item m JOIN enrolment own ON own.course_id = m.id AND own.user_id = e.user_id
    WHERE m.kind = 'course' AND own.state = 'active' AND own.completed_at IS NOT NULL
      AND jsonb_exists(v.body -> 'modules', m.slug)
  ), '[]')`

/** The outline is taken from the body within PostgreSQL: the lessons' text stays there. */
async function readCourses(tx: Db, enrolmentIds: string[]) {
  return tx.$queryRaw<(Completed & CourseOutline & CourseFacts)[]>`
    SELECT e.id AS "enrolmentId", e.course_id AS "courseId",
           jsonb_path_query_array(v.body, '$.lessons[*].slug') AS lessons,
           ${questionColumns},
           v.body -> 'vignettes' AS vignettes,
           coalesce(v.body -> 'modules', '[]') AS modules,
           v.body -> 'completion' AS completion,
           ${courseFactColumns},
           ${completedModules} AS "moduleFacts",
           ${vignettesPassedBy(Prisma.sql`e.user_id`)} AS "vignettesPassed"
    FROM enrolment e
    JOIN content_item c ON c.id = e.course_id
    JOIN content_version v ON v.id = c.current_version_id
    WHERE e.id = ANY(${enrolmentIds}::uuid[])`
}
