import type { Waiting } from '#app/domain/enrolment/places.ts'
import type { Day } from '#app/domain/portfolio/entry.ts'
import { type Db, db, Prisma } from './client.server.ts'
import { type CohortReach, isInReach } from './cohorts.server.ts'
import { leavesOf, type ReadLeave } from './leaves.server.ts'
import { type TargetCohort, targetsOf } from './transfers.server.ts'

export type HeldPlaces = {
  id: string
  name: string
  courseId: string
  courseSlug: string
  courseTitle: string
  isFree: boolean
  timeZone: string
  places: number | null
  joinFrom: Day | null
  joinUntil: Day | null
  offerHours: number
  trainees: number
  list: Waiting[]
}

type Row = Omit<HeldPlaces, 'list'> & { list: { userId: string; since: string; offerUntil: string | null }[] }

const dated = (list: Row['list']): Waiting[] =>
  list.map(({ userId, since, offerUntil }) => ({
    userId,
    since: new Date(since),
    offerUntil: offerUntil === null ? null : new Date(offerUntil),
  }))

const day = (column: Prisma.Sql) => Prisma.sql`to_char(${column}, 'YYYY-MM-DD')`

/** A cohort with its waiting list, held until the transaction ends: who joins and who is offered a place go one after the other. */
export async function holdPlaces(tx: Db, cohortId: string): Promise<HeldPlaces | undefined> {
  const held = await tx.$queryRaw<object[]>`SELECT 1 FROM cohort c WHERE c.id::text = ${cohortId} FOR UPDATE OF c`
  if (held.length === 0) return undefined
  // Read after the lock: a statement sees what was there when it began.
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT c.id, c.name, c.course_id AS "courseId", ci.slug AS "courseSlug", v.body ->> 'title' AS "courseTitle",
           v.body ->> 'price' = 'free' AS "isFree", c.time_zone AS "timeZone", c.places,
           ${day(Prisma.sql`c.join_from`)} AS "joinFrom", ${day(Prisma.sql`c.join_until`)} AS "joinUntil", c.offer_hours AS "offerHours",
           (SELECT count(*)::int FROM cohort_member m WHERE m.cohort_id = c.id AND m.part = 'trainee') AS trainees,
           (SELECT coalesce(json_agg(json_build_object('userId', w.user_id, 'since', w.since, 'offerUntil', w.offer_until)
                    ORDER BY w.since, w.user_id), '[]') FROM place_wait w WHERE w.cohort_id = c.id) AS list
    FROM cohort c JOIN content_item ci ON ci.id = c.course_id JOIN content_version v ON v.id = ci.current_version_id
    WHERE c.id::text = ${cohortId}`
  return row && { ...row, list: dated(row.list) }
}

type Key = { cohortId: string; userId: string }

export async function insertWait(tx: Db, key: Key, now: Date): Promise<void> {
  await tx.placeWait.createMany({ data: { ...key, since: now }, skipDuplicates: true })
}

/** Keeps a place for somebody. @param acceptedAt where they have said yes and have yet to pay. */
export async function keepPlace(
  tx: Db,
  { cohortId, userId }: Key,
  offer: { offeredAt: Date; offerUntil: Date; acceptedAt: Date | null },
): Promise<void> {
  await tx.placeWait.upsert({
    where: { cohortId_userId: { cohortId, userId } },
    create: { cohortId, userId, since: offer.offeredAt, ...offer },
    update: offer,
    select: { userId: true },
  })
}

export async function saveAccepted(tx: Db, key: Key, now: Date): Promise<void> {
  await tx.placeWait.update({ where: { cohortId_userId: key }, data: { acceptedAt: now }, select: { userId: true } })
}

/** @returns false when they were not on it. */
export async function deleteWait(tx: Db, key: Key): Promise<boolean> {
  return (await tx.placeWait.deleteMany({ where: key })).count === 1
}

/** The cohorts of a course in which a place is kept for somebody who has said yes to it. */
export async function listAcceptedPlaces(tx: Db, userId: string, courseId: string, now: Date): Promise<string[]> {
  const rows = await tx.placeWait.findMany({
    where: { userId, acceptedAt: { not: null }, offerUntil: { gt: now }, cohort: { courseId } },
    orderBy: { cohortId: 'asc' },
    select: { cohortId: true },
  })
  return rows.map(({ cohortId }) => cohortId)
}

/** Cohorts where an offer has run out, or somebody waits although there is a free place. */
export async function listUnsettled(now: Date, cohortId?: string): Promise<string[]> {
  const which = cohortId === undefined ? Prisma.sql`true` : Prisma.sql`c.id::text = ${cohortId}`
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT c.id FROM cohort c WHERE ${which} AND ${isUnsettled(now)} ORDER BY c.id`
  return rows.map(({ id }) => id)
}

/** Whether there is anything to do on the list of cohort `c`. */
const isUnsettled = (now: Date) => Prisma.sql`(
  EXISTS (SELECT 1 FROM place_wait w WHERE w.cohort_id = c.id AND w.offer_until <= ${now}::timestamptz)
  OR EXISTS (SELECT 1 FROM place_wait w WHERE w.cohort_id = c.id AND w.offer_until IS NULL)
     AND (c.places IS NULL OR c.places >
       (SELECT count(*) FROM cohort_member m WHERE m.cohort_id = c.id AND m.part = 'trainee')
       + (SELECT count(*) FROM place_wait w WHERE w.cohort_id = c.id AND w.offer_until > ${now}::timestamptz)))`

export type PlaceSettings = { places: number | null; joinFrom: Day | null; joinUntil: Day | null; offerHours: number }

export async function savePlaceSettings(tx: Db, id: string, settings: PlaceSettings): Promise<void> {
  const { joinFrom, joinUntil, ...rest } = settings
  const date = (given: Day | null) => (given === null ? null : new Date(given))
  const data = { ...rest, joinFrom: date(joinFrom), joinUntil: date(joinUntil) }
  await tx.cohort.update({ where: { id }, data, select: { id: true } })
}

export type WaitingPerson = {
  userId: string
  name: string
  email: string
  since: string
  offerUntil: string | null
  isAccepted: boolean
}

export type CohortPlaces = PlaceSettings & {
  id: string
  name: string
  courseTitle: string
  trainees: number
  list: WaitingPerson[]
  isUnsettled: boolean
}

/** A cohort's places and its list, in the order of turns. One statement. */
export async function readPlaces(id: string, reach: CohortReach, now: Date): Promise<CohortPlaces | undefined> {
  const [cohort] = await db().$queryRaw<CohortPlaces[]>`
    SELECT c.id, c.name, v.body ->> 'title' AS "courseTitle", c.places, ${day(Prisma.sql`c.join_from`)} AS "joinFrom",
           ${day(Prisma.sql`c.join_until`)} AS "joinUntil", c.offer_hours AS "offerHours", ${isUnsettled(now)} AS "isUnsettled",
           (SELECT count(*)::int FROM cohort_member m WHERE m.cohort_id = c.id AND m.part = 'trainee') AS trainees,
           (SELECT coalesce(json_agg(json_build_object('userId', u.id, 'name', u.name, 'email', u.email, 'since', w.since,
                    'offerUntil', w.offer_until, 'isAccepted', w.accepted_at IS NOT NULL) ORDER BY w.since, w.user_id), '[]')
            FROM place_wait w JOIN "user" u ON u.id = w.user_id WHERE w.cohort_id = c.id) AS list
    FROM cohort c JOIN content_item ci ON ci.id = c.course_id JOIN content_version v ON v.id = ci.current_version_id
    WHERE c.id::text = ${id} AND ${isInReach(reach)}`
  return cohort
}

/** A cohort as somebody who may come into it sees it. */
export type OpenCohort = {
  id: string
  name: string
  startsOn: Day
  endsOn: Day | null
  timeZone: string
  joinFrom: Day | null
  joinUntil: Day | null
  places: number | null
  trainees: number
  kept: number
  isMember: boolean
  /** Their place in the line, from 1; null where they do not wait or hold an offer. */
  position: number | null
  offerUntil: string | null
  isAccepted: boolean
  isUnsettled: boolean
  /** Theirs from this cohort. */
  leaves: ReadLeave[]
  /** Where they may ask to go over to. */
  targets: TargetCohort[]
  /** The cohort that they have asked to go over to; nobody has answered. */
  wishedFor: string | null
}

/** The cohorts of a course that somebody is in, waits for, or may join on some day, as JSON. To be used where `ci` is the course. */
export const cohortsFor = (userId: string, now: Date) => Prisma.sql`coalesce((
  SELECT json_agg(json_build_object('id', c.id, 'name', c.name, 'startsOn', c.starts_on, 'endsOn', c.ends_on, 'timeZone', c.time_zone,
    'joinFrom', c.join_from, 'joinUntil', c.join_until, 'places', c.places,
    'trainees', (SELECT count(*) FROM cohort_member m WHERE m.cohort_id = c.id AND m.part = 'trainee'),
    'kept', (SELECT count(*) FROM place_wait w WHERE w.cohort_id = c.id AND w.offer_until > ${now}::timestamptz),
    'isMember', om.user_id IS NOT NULL,
    'position', CASE WHEN own.user_id IS NOT NULL AND own.offer_until IS NULL THEN
       (SELECT count(*) FROM place_wait w WHERE w.cohort_id = c.id AND w.offer_until IS NULL AND (w.since, w.user_id) <= (own.since, own.user_id)) END,
    'offerUntil', own.offer_until, 'isAccepted', own.accepted_at IS NOT NULL, 'isUnsettled', ${isUnsettled(now)},
    'leaves', ${leavesOf(Prisma.sql`${userId}::uuid`, Prisma.sql`c.id`)}, 'targets', ${targetsOf(now)},
    'wishedFor', (SELECT o.name FROM transfer_wish t JOIN cohort o ON o.id = t.to_cohort_id
                  WHERE t.cohort_id = c.id AND t.user_id = ${userId}::uuid AND t.answer IS NULL ORDER BY t.asked_at LIMIT 1))
    ORDER BY c.starts_on, c.id)
  FROM cohort c
    LEFT JOIN cohort_member om ON om.cohort_id = c.id AND om.user_id = ${userId}::uuid
    LEFT JOIN place_wait own ON own.cohort_id = c.id AND own.user_id = ${userId}::uuid
  WHERE c.course_id = ci.id AND (om.part = 'trainee' OR own.user_id IS NOT NULL OR (om.user_id IS NULL AND c.join_from IS NOT NULL
    AND (c.join_until IS NULL OR c.join_until >= (${now}::timestamptz AT TIME ZONE c.time_zone)::date)))), '[]')`
