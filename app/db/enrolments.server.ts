import { type Db, db, Prisma } from './client.server.ts'
import { deleteTrainee } from './cohorts.server.ts'
import { historyOf, type ReadEvent, recordEnrolmentEvent } from './enrolment-events.server.ts'
import { cohortsFor, type OpenCohort } from './open-cohorts.server.ts'
import { settlePlaces } from './settle-places.server.ts'

export type HeldEnrolment = {
  id: string
  userId: string
  courseId: string
  courseSlug: string
  courseTitle: string
  state: 'active' | 'withdrawn'
  orderId: string | null
  /** Whether an organisation's seat gave it, and gives it no more. */
  hasLostSeat: boolean
  completedAt: Date | null
  withdrawnAt: Date | null
  withdrawnById: string | null
}

/** Somebody's enrolment in a course, held until the transaction ends. */
export async function holdEnrolment(
  tx: Db,
  userId: string,
  course: { slug: string } | { id: string },
): Promise<HeldEnrolment | undefined> {
  const which = 'slug' in course ? Prisma.sql`ci.slug = ${course.slug}` : Prisma.sql`ci.id = ${course.id}::uuid`
  const [row] = await tx.$queryRaw<HeldEnrolment[]>`
    SELECT e.id, e.user_id AS "userId", e.course_id AS "courseId", ci.slug AS "courseSlug", v.body ->> 'title' AS "courseTitle",
           e.state::text AS state, e.order_id AS "orderId",
           EXISTS (SELECT 1 FROM seat s WHERE s.id = e.seat_id AND (s.taken_back_at IS NOT NULL OR s.stopped_at IS NOT NULL)) AS "hasLostSeat", e.completed_at AS "completedAt",
           e.withdrawn_at AS "withdrawnAt", e.withdrawn_by_id AS "withdrawnById"
    FROM enrolment e JOIN content_item ci ON ci.id = e.course_id JOIN content_version v ON v.id = ci.current_version_id
    WHERE e.user_id = ${userId}::uuid AND ci.kind = 'course' AND ${which} FOR UPDATE OF e`
  return row
}

type Doing = { byId: string; reason?: string; now: Date }

/** Ends an enrolment by somebody's doing, and with it the person's part in every cohort of the course. */
export async function saveWithdrawn(
  tx: Db,
  enrolment: HeldEnrolment,
  { byId, reason = '', now }: Doing,
): Promise<void> {
  const { id, userId, courseId } = enrolment
  const cohorts = await tx.cohort.findMany({
    where: { courseId, members: { some: { userId, part: 'trainee' } } },
    select: { id: true, courseId: true },
    orderBy: { id: 'asc' },
  })
  for (const cohort of cohorts) {
    await deleteTrainee(tx, { cohort, userId, byId, now })
    await settlePlaces(tx, cohort.id, now)
  }
  const data = { state: 'withdrawn', withdrawnAt: now, withdrawnById: byId } as const
  await tx.enrolment.update({ where: { id }, data, select: { id: true } })
  await recordEnrolmentEvent(tx, { userId, courseId, kind: 'withdrawn', reason, byId, at: now })
}

/** Takes somebody up again as they were. @param orderId the order that gives it now; null for what no order gave. */
export async function saveReturned(
  tx: Db,
  { id, userId, courseId }: HeldEnrolment,
  { byId, orderId, now }: Doing & { orderId: string | null },
): Promise<void> {
  const data = { state: 'active', withdrawnAt: null, withdrawnById: null, orderId } as const
  await tx.enrolment.update({ where: { id }, data, select: { id: true } })
  await recordEnrolmentEvent(tx, { userId, courseId, kind: 'returned', byId, at: now })
}

export type ReadEnrolment = {
  courseSlug: string
  courseTitle: string
  isListed: boolean
  isEnrolled: boolean
  isCompleted: boolean
  isBought: boolean
  history: ReadEvent[]
  cohorts: OpenCohort[]
}

/** Where somebody stands with a course, with the whole history. One statement. */
export async function readEnrolment(userId: string, slug: string, now: Date): Promise<ReadEnrolment | undefined> {
  const [row] = await db().$queryRaw<ReadEnrolment[]>`
    SELECT ci.slug AS "courseSlug", v.body ->> 'title' AS "courseTitle", ci.is_listed AS "isListed",
           coalesce(e.state = 'active', false) AS "isEnrolled", e.completed_at IS NOT NULL AS "isCompleted",
           e.order_id IS NOT NULL AS "isBought", ${historyOf(Prisma.sql`${userId}::uuid`, Prisma.sql`ci.id`)} AS history,
           ${cohortsFor(userId, now)} AS cohorts
    FROM content_item ci JOIN content_version v ON v.id = ci.current_version_id
      LEFT JOIN enrolment e ON e.course_id = ci.id AND e.user_id = ${userId}::uuid
    WHERE ci.kind = 'course' AND ci.slug = ${slug}`
  return row
}
