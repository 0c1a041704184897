import {
  type CheckedPrerequisite,
  checkPrerequisites,
  type PersonBefore,
  type Requires,
  unmetPrerequisites,
} from '#app/domain/enrolment/prerequisites.ts'
import { isApprovedOn, type Period } from '#app/domain/portfolio/approval.ts'
import type { Day } from '#app/domain/portfolio/entry.ts'
import { trainingStanding } from '#app/domain/portfolio/training-rules.ts'
import { type Db, db, Prisma } from './client.server.ts'

type TrainingRow = { training: string; days: [Day, Day]; isAccepted: boolean | null; approvals: Period[] }

type Row = Omit<PersonBefore, 'trainings'> & {
  requires: Requires | null
  titles: Record<string, string>
  trainings: TrainingRow[]
}

/** What a course asks for, and what of it somebody has. One statement; nothing for who or what is not there. */
async function read(tx: Db, userId: string, course: Prisma.Sql): Promise<Row | undefined> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT v.body -> 'requires' AS requires, u.profession::text AS profession,
      (SELECT coalesce(json_object_agg(o.slug, ov.body ->> 'title'), '{}') FROM content_item o
         JOIN content_version ov ON ov.id = o.current_version_id
       WHERE o.kind = 'course' AND jsonb_exists(v.body -> 'requires' -> 'courses', o.slug)) AS titles,
      ARRAY(SELECT o.slug FROM enrolment e JOIN content_item o ON o.id = e.course_id
            WHERE e.user_id = u.id AND e.completed_at IS NOT NULL) AS completed,
      ARRAY(SELECT w.prerequisite FROM prerequisite_waiver w WHERE w.user_id = u.id AND w.course_id = ci.id) AS waived,
      ${trainingsOf} AS trainings
    FROM content_item ci JOIN content_version v ON v.id = ci.current_version_id CROSS JOIN "user" u
    WHERE ci.kind = 'course' AND ${course} AND u.id = ${userId}::uuid`
  return row
}

const trainingsOf = Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object('training', tv.body ->> 'training',
    'days', json_build_array(tv.body ->> 'startedOn', tv.body ->> 'endedOn'),
    'isAccepted', (SELECT s.is_accepted FROM staff_check s WHERE s.entry_id = te.id AND s.entry_version = te.version
                   ORDER BY s.checked_at DESC, s.id DESC LIMIT 1),
    'approvals', (SELECT coalesce(json_agg(json_build_object('startsOn', to_char(a.starts_on, 'YYYY-MM-DD'),
                           'endsOn', to_char(a.ends_on, 'YYYY-MM-DD'))), '[]')
                  FROM provider_approval a WHERE a.provider_id::text = tv.body ->> 'providerId'))), '[]')
  FROM portfolio_entry te JOIN portfolio_version tv ON tv.entry_id = te.id AND tv.number = te.version
  WHERE te.owner_id = u.id AND te.kind = 'training' AND te.removed_at IS NULL AND tv.erased_at IS NULL)`

function personOf({ profession, completed, waived, trainings }: Row): PersonBefore {
  const counting = trainings.filter(({ isAccepted, approvals, days }) => {
    const isApproved = days.every((day) => isApprovedOn(approvals, day))
    return trainingStanding(isAccepted, isApproved) === 'counts'
  })
  return { profession, completed, waived, trainings: counting.map(({ training }) => training) }
}

const titleIn =
  ({ titles }: Row) =>
  (slug: string) =>
    titles[slug] ?? slug

/** What a course asks for that this person neither has nor was spared. */
export async function findUnmet(tx: Db, userId: string, courseId: string): Promise<CheckedPrerequisite[]> {
  const row = await read(tx, userId, Prisma.sql`ci.id = ${courseId}::uuid`)
  return row ? unmetPrerequisites(row.requires ?? undefined, personOf(row), titleIn(row)) : []
}

/** Each thing that a course asks for, held against one person. One statement. */
export async function readChecked(userId: string, slug: string): Promise<CheckedPrerequisite[]> {
  const row = await read(db(), userId, Prisma.sql`ci.slug = ${slug}`)
  return row ? checkPrerequisites(row.requires ?? undefined, personOf(row), titleIn(row)) : []
}

export type AskingCourse = {
  id: string
  slug: string
  title: string
  requires: Requires
  titles: Record<string, string>
}

export type Waiver = {
  userId: string
  name: string
  email: string
  courseId: string
  prerequisite: string
  reason: string
  byName: string
  waivedAt: string
}

/** Courses whose cohorts this person leads; null for every course. */
type WaiverReach = { leadId: string } | null

const inReach = (reach: WaiverReach) =>
  reach
    ? Prisma.sql`EXISTS (SELECT 1 FROM cohort c JOIN cohort_member m ON m.cohort_id = c.id AND m.part = 'lead'
                         WHERE c.course_id = ci.id AND m.user_id = ${reach.leadId}::uuid)`
    : Prisma.sql`true`

/** The courses in reach that ask for something, and what was waived in them, the newest first. One statement. */
export async function readWaivers(
  reach: WaiverReach,
  tx: Db = db(),
): Promise<{ courses: AskingCourse[]; waivers: Waiver[] }> {
  const [row] = await tx.$queryRaw<{ courses: AskingCourse[]; waivers: Waiver[] }[]>`
    WITH asking AS (
      SELECT ci.id, ci.slug, ci.position, v.body FROM content_item ci JOIN content_version v ON v.id = ci.current_version_id
      WHERE ci.kind = 'course' AND ci.is_listed AND jsonb_exists(v.body, 'requires') AND ${inReach(reach)})
    SELECT (SELECT coalesce(json_agg(json_build_object('id', a.id, 'slug', a.slug, 'title', a.body ->> 'title',
                     'requires', a.body -> 'requires', 'titles', (
                       SELECT coalesce(json_object_agg(o.slug, ov.body ->> 'title'), '{}') FROM content_item o
                         JOIN content_version ov ON ov.id = o.current_version_id
                       WHERE o.kind = 'course' AND jsonb_exists(a.body -> 'requires' -> 'courses', o.slug)))
                   ORDER BY a.position, a.slug), '[]') FROM asking a) AS courses,
      (SELECT coalesce(json_agg(json_build_object('userId', u.id, 'name', u.name, 'email', u.email, 'courseId', w.course_id,
                'prerequisite', w.prerequisite, 'reason', w.reason, 'byName', b.name, 'waivedAt', w.waived_at)
              ORDER BY w.waived_at DESC, u.id), '[]')
       FROM prerequisite_waiver w JOIN asking a ON a.id = w.course_id JOIN "user" u ON u.id = w.user_id
         LEFT JOIN "user" b ON b.id = w.waived_by_id) AS waivers`
  return row ?? { courses: [], waivers: [] }
}

type NewWaiver = {
  userId: string
  courseId: string
  prerequisite: string
  reason: string
  waivedById: string
  now: Date
}

/** @returns false where it was waived already. */
export async function insertWaiver(tx: Db, { now, ...waiver }: NewWaiver): Promise<boolean> {
  const { count } = await tx.prerequisiteWaiver.createMany({ data: { ...waiver, waivedAt: now }, skipDuplicates: true })
  return count === 1
}
