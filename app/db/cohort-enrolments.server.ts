import { db, Prisma } from './client.server.ts'
import { type CohortReach, isInReach } from './cohorts.server.ts'
import { historyOf, type ReadEvent } from './enrolment-events.server.ts'
import { leavesOf, type ReadLeave } from './leaves.server.ts'
import { type TargetCohort, targetsOf } from './transfers.server.ts'

export type CohortPerson = {
  userId: string
  name: string
  email: string
  isMember: boolean
  leaves: ReadLeave[]
  history: ReadEvent[]
}

export type CohortEnrolments = {
  id: string
  name: string
  courseSlug: string
  courseTitle: string
  people: CohortPerson[]
  /** Cohorts in the reader's reach that somebody can be moved to. */
  targets: TargetCohort[]
  /** Wishes to go over to another cohort that nobody has answered, the oldest first. */
  wishes: TransferWish[]
  /** Leaves that nobody has answered, the oldest first. */
  asked: (ReadLeave & { name: string; email: string })[]
  total: number
}

export type TransferWish = {
  id: string
  userId: string
  name: string
  email: string
  reason: string
  toCohortId: string
  toCohort: string
  /** Whether the reader leads that cohort too. */
  isInReach: boolean
}

/** The same as `isInReach` for a cohort `o`. */
const isTargetInReach = (reach: CohortReach) =>
  reach === 'all'
    ? Prisma.sql`true`
    : Prisma.sql`EXISTS (SELECT 1 FROM cohort_member om WHERE om.cohort_id = o.id AND om.part = 'lead'
                         AND om.user_id = ${reach.leadId}::uuid)`

/** Whoever is or was a trainee of cohort `c`, as ids. */
const everInCohort = Prisma.sql`
  SELECT m.user_id FROM cohort_member m WHERE m.cohort_id = c.id AND m.part = 'trainee'
  UNION SELECT ev.user_id FROM enrolment_event ev
  WHERE (ev.cohort_id = c.id AND ev.kind IN ('joined', 'left')) OR (ev.kind = 'transferred' AND c.id IN (ev.cohort_id, ev.to_cohort_id))`

/** A cohort with one page of whoever is or was in it, those who are first, and each one's history on the course. One statement. */
export async function readCohortEnrolments(
  id: string,
  reach: CohortReach,
  { limit, offset, now }: { limit: number; offset: number; now: Date },
): Promise<CohortEnrolments | undefined> {
  const [cohort] = await db().$queryRaw<CohortEnrolments[]>`
    SELECT c.id, c.name, ci.slug AS "courseSlug", v.body ->> 'title' AS "courseTitle",
      (SELECT count(*)::int FROM (${everInCohort}) one) AS total,
      ${targetsOf(now, isTargetInReach(reach))} AS targets,
      (SELECT coalesce(json_agg(json_build_object('id', t.id, 'userId', u.id, 'name', u.name, 'email', u.email, 'reason', t.reason,
                'toCohortId', o.id, 'toCohort', o.name, 'isInReach', ${isTargetInReach(reach)}) ORDER BY t.asked_at, t.id), '[]')
       FROM transfer_wish t JOIN "user" u ON u.id = t.user_id JOIN cohort o ON o.id = t.to_cohort_id
       WHERE t.cohort_id = c.id AND t.answer IS NULL) AS wishes,
      (SELECT coalesce(json_agg(json_build_object('id', l.id, 'from', l.from_on, 'until', l.until_on, 'answer', l.answer, 'reason', l.reason,
                'askedAt', l.asked_at, 'name', u.name, 'email', u.email) ORDER BY l.asked_at, l.id), '[]')
       FROM leave l JOIN "user" u ON u.id = l.user_id WHERE l.cohort_id = c.id AND l.answer IS NULL) AS asked,
      (SELECT coalesce(json_agg(json_build_object('userId', p.id, 'name', p.name, 'email', p.email, 'isMember', p.is_member,
                'leaves', ${leavesOf(Prisma.sql`p.id`, Prisma.sql`c.id`)},
                'history', ${historyOf(Prisma.sql`p.id`, Prisma.sql`c.course_id`)}) ORDER BY p.place), '[]')
       FROM (SELECT u.id, u.name, u.email, m.user_id IS NOT NULL AS is_member,
                    row_number() OVER (ORDER BY m.user_id IS NULL, lower(u.name), u.id) AS place
             FROM (${everInCohort}) one JOIN "user" u ON u.id = one.user_id
               LEFT JOIN cohort_member m ON m.cohort_id = c.id AND m.user_id = u.id AND m.part = 'trainee'
             ORDER BY place LIMIT ${limit} OFFSET ${offset}) p) AS people
    FROM cohort c JOIN content_item ci ON ci.id = c.course_id JOIN content_version v ON v.id = ci.current_version_id
    WHERE c.id::text = ${id} AND ${isInReach(reach)}`
  return cohort
}

/** Whether somebody is or was a trainee of this cohort. */
export async function wasInCohort(tx: Prisma.TransactionClient, cohortId: string, userId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<object[]>`
    SELECT 1 FROM cohort c WHERE c.id = ${cohortId}::uuid AND ${userId}::uuid IN (${everInCohort})`
  return rows.length > 0
}
