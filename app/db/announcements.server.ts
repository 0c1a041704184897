import type { Json } from '#app/domain/json.ts'
import { type Db, db, Prisma } from './client.server.ts'
import { type Member, ownCohorts } from './cohort-members.server.ts'

export type Announcement = {
  id: string
  authorId: string
  authorName: string
  title: string
  /** Null once it is taken back. */
  body: Json | null
  /** ISO 8601. */
  postedAt: string
  correctedAt: string | null
}

/** The announcement `a` as JSON, with its author `u`. */
export const announcementJson = Prisma.sql`json_build_object('id', a.id, 'authorId', a.author_id, 'authorName', u.name,
  'title', a.title, 'body', a.body, 'postedAt', a.posted_at, 'correctedAt', a.corrected_at)`

export type CohortAnnouncements = {
  cohortId: string
  cohortName: string
  isLead: boolean
  total: number
  announcements: Announcement[]
}

/** One page of what the leads of a cohort told it, the newest first, those that were taken back among them. One statement. */
export async function readAnnouncements(
  member: Member,
  cohortId: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<CohortAnnouncements | undefined> {
  const [cohort] = await db().$queryRaw<CohortAnnouncements[]>`
    SELECT c.id AS "cohortId", c.name AS "cohortName", own.is_lead AS "isLead",
      (SELECT count(*)::int FROM announcement a WHERE a.cohort_id = c.id) AS total,
      (SELECT coalesce(json_agg(p.one), '[]') FROM (
        SELECT ${announcementJson} AS one FROM announcement a JOIN "user" u ON u.id = a.author_id
        WHERE a.cohort_id = c.id ORDER BY a.posted_at DESC, a.id DESC LIMIT ${limit} OFFSET ${offset}) p) AS announcements
    FROM cohort c JOIN ${ownCohorts(member)} own ON own.cohort_id = c.id
    WHERE c.id::text = ${cohortId}`
  return cohort
}

export type AnnouncementToWrite = { cohortId: string; cohortName: string; announcement: Announcement | null }

/** A cohort that somebody leads, and of their own announcements there the one with this id that stands. One statement. */
export async function readAnnouncementToWrite(
  member: Member,
  cohortId: string,
  id: string | null,
): Promise<AnnouncementToWrite | undefined> {
  const [cohort] = await db().$queryRaw<AnnouncementToWrite[]>`
    SELECT c.id AS "cohortId", c.name AS "cohortName",
      (SELECT ${announcementJson} FROM announcement a JOIN "user" u ON u.id = a.author_id
       WHERE a.cohort_id = c.id AND a.id::text = ${id} AND a.author_id = ${member.id}::uuid AND a.taken_back_at IS NULL) AS announcement
    FROM cohort c JOIN ${ownCohorts(member)} own ON own.cohort_id = c.id AND own.is_lead
    WHERE c.id::text = ${cohortId}`
  return cohort
}

type NewAnnouncement = { cohortId: string; authorId: string; title: string; body: Json; now: Date }

/** Posts an announcement; one that says the same as the last one of its author is that one, sent twice. */
export async function insertAnnouncement(
  tx: Db,
  { now, body, ...row }: NewAnnouncement,
): Promise<{ id: string; isNew: boolean }> {
  const [last] = await tx.$queryRaw<{ id: string; isSame: boolean }[]>`
    SELECT id, title = ${row.title} AND coalesce(body = ${JSON.stringify(body)}::jsonb, false) AS "isSame" FROM announcement
    WHERE cohort_id = ${row.cohortId}::uuid AND author_id = ${row.authorId}::uuid ORDER BY posted_at DESC, id DESC LIMIT 1`
  if (last?.isSame) return { id: last.id, isNew: false }
  const data = { ...row, body: body as Prisma.InputJsonValue, postedAt: now }
  return { ...(await tx.announcement.create({ data, select: { id: true } })), isNew: true }
}

export type HeldAnnouncement = { id: string; authorId: string; title: string; body: Json | null; postedAt: Date }

/** Keeps an announcement of a cohort as it is until the transaction ends. */
export async function holdAnnouncement(tx: Db, cohortId: string, id: string): Promise<HeldAnnouncement | undefined> {
  const [announcement] = await tx.$queryRaw<HeldAnnouncement[]>`
    SELECT id, author_id AS "authorId", title, body, posted_at AS "postedAt" FROM announcement
    WHERE id::text = ${id} AND cohort_id = ${cohortId}::uuid FOR UPDATE`
  return announcement
}

export async function saveAnnouncementCorrected(
  tx: Db,
  id: string,
  { title, body, now }: { title: string; body: Json; now: Date },
): Promise<void> {
  const data = { title, body: body as Prisma.InputJsonValue, correctedAt: now }
  await tx.announcement.update({ where: { id }, data, select: { id: true } })
}

/** What it said is gone with it. */
export async function saveAnnouncementTakenBack(tx: Db, id: string, now: Date): Promise<void> {
  const data = { title: '', body: Prisma.DbNull, takenBackAt: now }
  await tx.announcement.update({ where: { id }, data, select: { id: true } })
}
