import type { Waiting } from '#app/domain/enrolment/places.ts'
import type { Day } from '#app/domain/portfolio/entry.ts'
import { type Db, db, Prisma } from './client.server.ts'
import { type CohortReach, isInReach } from './cohorts.server.ts'

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
export const isUnsettled = (now: Date) => Prisma.sql`(
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
