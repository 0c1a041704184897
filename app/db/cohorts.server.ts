import type { Actor } from '#app/domain/people.ts'
import { type Db, db, Prisma } from './client.server.ts'
import { recordEnrolmentEvent } from './enrolment-events.server.ts'

/** Whose cohorts: those that one person leads, or all of them. */
export type CohortReach = { leadId: string } | 'all'

/** An administrator reaches every cohort, anybody else those that they lead. */
export const cohortsOf = (actor: Pick<Actor, 'id' | 'roles'>): CohortReach =>
  actor.roles.includes('administrator') ? 'all' : { leadId: actor.id }

export const isInReach = (reach: CohortReach) =>
  reach === 'all'
    ? Prisma.sql`true`
    : Prisma.sql`EXISTS (SELECT 1 FROM cohort_member lead WHERE lead.cohort_id = c.id AND lead.part = 'lead'
                         AND lead.user_id = ${reach.leadId}::uuid)`

export type ListedCohort = {
  id: string
  name: string
  courseTitle: string
  /** `YYYY-MM-DD`. */
  startsOn: string
  endsOn: string | null
  trainees: number
}

/** One page of cohorts by name, and how many there are. One statement. */
export async function readCohorts(
  reach: CohortReach,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ cohorts: ListedCohort[]; total: number }> {
  const [row] = await db().$queryRaw<{ cohorts: ListedCohort[]; total: number }[]>`
    SELECT (SELECT count(*)::int FROM cohort c WHERE ${isInReach(reach)}) AS total,
      (SELECT coalesce(json_agg(p), '[]') FROM (
        SELECT c.id, c.name, v.body->>'title' AS "courseTitle", c.starts_on AS "startsOn", c.ends_on AS "endsOn",
               (SELECT count(*)::int FROM cohort_member m WHERE m.cohort_id = c.id AND m.part = 'trainee') AS trainees
        FROM cohort c JOIN content_item ci ON ci.id = c.course_id JOIN content_version v ON v.id = ci.current_version_id
        WHERE ${isInReach(reach)}
        ORDER BY lower(c.name), c.id LIMIT ${limit} OFFSET ${offset}) p) AS cohorts`
  return row ?? { cohorts: [], total: 0 }
}

export type HeldCohort = { id: string; courseId: string; timeZone: string }

/** Keeps a cohort as it is until the transaction ends; `undefined` when it is not in reach. */
export async function holdCohort(tx: Db, id: string, reach: CohortReach): Promise<HeldCohort | undefined> {
  const [cohort] = await tx.$queryRaw<HeldCohort[]>`
    SELECT c.id, c.course_id AS "courseId", c.time_zone AS "timeZone"
    FROM cohort c WHERE c.id::text = ${id} AND ${isInReach(reach)} FOR UPDATE OF c`
  return cohort
}

export type CohortOptions = {
  courses: { id: string; slug: string; title: string }[]
  leads: { id: string; name: string }[]
}

/** The listed courses in catalogue order, and whoever is a training lead at this moment, by name. One statement. */
export async function findCohortOptions(now: Date, tx: Db = db()): Promise<CohortOptions> {
  const [row] = await tx.$queryRaw<CohortOptions[]>`
    SELECT
      (SELECT coalesce(json_agg(json_build_object('id', ci.id, 'slug', ci.slug, 'title', v.body ->> 'title')
                                ORDER BY ci.position, ci.slug), '[]')
       FROM content_item ci JOIN content_version v ON v.id = ci.current_version_id
       WHERE ci.kind = 'course' AND ci.is_listed) AS courses,
      (SELECT coalesce(json_agg(json_build_object('id', u.id, 'name', u.name) ORDER BY lower(u.name), u.id), '[]')
       FROM "user" u
       WHERE EXISTS (SELECT 1 FROM role_grant g WHERE g.user_id = u.id AND g.role = 'training_lead'
                     AND g.starts_at <= ${now} AND (g.ends_at IS NULL OR g.ends_at > ${now}))) AS leads`
  return row ?? { courses: [], leads: [] }
}

/** The id of a vignette that the cohort's course has, by its slug. */
export async function findVignetteOfCohort(
  tx: Db,
  { courseId }: { courseId: string },
  slug: string,
): Promise<string | undefined> {
  const [vignette] = await tx.$queryRaw<{ id: string }[]>`
    SELECT vi.id
    FROM content_item c JOIN content_version v ON v.id = c.current_version_id
      JOIN content_item vi ON vi.kind = 'vignette' AND jsonb_exists(v.body -> 'vignettes', vi.slug)
    WHERE c.id = ${courseId}::uuid AND vi.slug = ${slug}`
  return vignette?.id
}

type NewCohort = {
  name: string
  courseId: string
  startsOn: Date
  endsOn: Date | null
  timeZone: string
  leadIds: readonly string[]
  now: Date
}

export async function insertCohort(tx: Db, { leadIds, now, ...cohort }: NewCohort): Promise<string> {
  const { id } = await tx.cohort.create({
    data: {
      ...cohort,
      members: { createMany: { data: leadIds.map((userId) => ({ userId, part: 'lead', joinedAt: now })) } },
    },
    select: { id: true },
  })
  return id
}

type Membership = {
  cohort: Pick<HeldCohort, 'id' | 'courseId'>
  userId: string
  /** Whose doing it is, for the history; null where it followed by itself. */
  byId: string | null
  now: Date
}

/** @returns false when the person is in the cohort already, in whichever part. */
export async function insertTrainee(tx: Db, { cohort, userId, byId, now }: Membership): Promise<boolean> {
  const { count } = await tx.cohortMember.createMany({
    data: { cohortId: cohort.id, userId, part: 'trainee', joinedAt: now },
    skipDuplicates: true,
  })
  if (count === 1) await recordEnrolmentEvent(tx, { ...eventOf(cohort), userId, kind: 'joined', byId, at: now })
  return count === 1
}

/** @returns false when no trainee of this cohort was removed. */
export async function deleteTrainee(tx: Db, { cohort, userId, byId, now }: Membership): Promise<boolean> {
  const { count } = await tx.cohortMember.deleteMany({ where: { cohortId: cohort.id, userId, part: 'trainee' } })
  if (count === 1) await recordEnrolmentEvent(tx, { ...eventOf(cohort), userId, kind: 'left', byId, at: now })
  return count === 1
}

const eventOf = ({ id, courseId }: Membership['cohort']) => ({ cohortId: id, courseId })

export async function upsertDeadline(
  tx: Db,
  { dueAt, ...key }: { cohortId: string; vignetteId: string; dueAt: Date },
): Promise<void> {
  await tx.cohortDeadline.upsert({
    where: { cohortId_vignetteId: key },
    create: { ...key, dueAt },
    update: { dueAt },
    select: { cohortId: true },
  })
}

/** @returns false when there was none. */
export async function deleteDeadline(tx: Db, key: { cohortId: string; vignetteId: string }): Promise<boolean> {
  const { count } = await tx.cohortDeadline.deleteMany({ where: key })
  return count === 1
}
