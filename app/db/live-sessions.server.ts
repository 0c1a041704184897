import { type PersonRecord, recordsOf } from './attendance.server.ts'
import { type Db, db, Prisma } from './client.server.ts'
import { type CohortReach, isInReach } from './cohorts.server.ts'
import { type FileElsewhere, filesElsewhere, filesJson, type SessionFile } from './session-files.server.ts'

export type Material = { title: string; url: string }

export type LiveSession = {
  id: string
  key: string
  title: string
  /** ISO 8601. */
  startsAt: string
  endsAt: string
  place: string
  /** Empty where there is none. */
  link: string
  countsMinutes: number
  materials: Material[]
  files: SessionFile[]
  isCancelled: boolean
}

/** The session `s` as JSON. */
export const sessionJson = Prisma.sql`json_build_object('id', s.id, 'key', s.key, 'title', s.title, 'startsAt', s.starts_at,
  'endsAt', s.ends_at, 'place', s.place, 'link', s.link, 'countsMinutes', s.counts_minutes, 'materials', s.materials,
  'files', ${filesJson}, 'isCancelled', s.cancelled_at IS NOT NULL)`

export type CohortSessions = {
  id: string
  name: string
  /** IANA name. */
  timeZone: string
  /** What the cohort asks for; null where it is what the sessions come to. */
  liveMinutes: number | null
  sessions: LiveSession[]
}

/** The live sessions of a cohort in the order of their times, cancelled ones among them. One statement. */
export async function readCohortSessions(id: string, reach: CohortReach): Promise<CohortSessions | undefined> {
  const [cohort] = await db().$queryRaw<CohortSessions[]>`
    SELECT c.id, c.name, c.time_zone AS "timeZone", c.live_minutes AS "liveMinutes",
      (SELECT coalesce(json_agg(${sessionJson} ORDER BY s.starts_at, s.id), '[]')
       FROM live_session s WHERE s.cohort_id = c.id) AS sessions
    FROM cohort c WHERE c.id::text = ${id} AND ${isInReach(reach)}`
  return cohort
}

export type OwnCohortSessions = {
  cohortId: string
  cohortName: string
  courseTitle: string
  liveMinutes: number | null
  sessions: LiveSession[]
  /** Of this person alone. */
  records: PersonRecord[]
  filesElsewhere: FileElsewhere[]
}

/** The live sessions of the cohorts in which a person is a trainee, by cohort. One statement. */
export function readOwnSessions(userId: string): Promise<OwnCohortSessions[]> {
  return db().$queryRaw<OwnCohortSessions[]>`
    SELECT c.id AS "cohortId", c.name AS "cohortName", v.body ->> 'title' AS "courseTitle", c.live_minutes AS "liveMinutes",
      (SELECT json_agg(${sessionJson} ORDER BY s.starts_at, s.id) FROM live_session s WHERE s.cohort_id = c.id) AS sessions,
      ${recordsOf(Prisma.sql`a.user_id = ${userId}::uuid`)} AS records,
      ${filesElsewhere(userId)} AS "filesElsewhere"
    FROM cohort_member m JOIN cohort c ON c.id = m.cohort_id
      JOIN content_item ci ON ci.id = c.course_id JOIN content_version v ON v.id = ci.current_version_id
    WHERE m.user_id = ${userId}::uuid AND m.part = 'trainee'
      AND EXISTS (SELECT 1 FROM live_session s WHERE s.cohort_id = c.id)
    ORDER BY c.starts_on DESC, c.id`
}

export type HeldSession = Pick<
  LiveSession,
  'id' | 'title' | 'place' | 'link' | 'countsMinutes' | 'materials' | 'key'
> & {
  startsAt: Date
  endsAt: Date
  isCancelled: boolean
}

/** Keeps a session of a cohort as it is until the transaction ends. */
export async function holdSession(tx: Db, cohortId: string, id: string): Promise<HeldSession | undefined> {
  const [session] = await tx.$queryRaw<HeldSession[]>`
    SELECT s.id, s.key, s.title, s.place, s.link, s.counts_minutes AS "countsMinutes", s.materials, s.starts_at AS "startsAt",
           s.ends_at AS "endsAt", s.cancelled_at IS NOT NULL AS "isCancelled"
    FROM live_session s WHERE s.id::text = ${id} AND s.cohort_id = ${cohortId}::uuid FOR UPDATE OF s`
  return session
}

/** Whether another session of this cohort, not cancelled, has the key. */
export async function isKeyTaken(tx: Db, cohortId: string, key: string, butFor?: string): Promise<boolean> {
  const where = { cohortId, key, cancelledAt: null, ...(butFor && { id: { not: butFor } }) }
  return (await tx.liveSession.count({ where })) > 0
}

export type SessionRow = {
  key: string
  title: string
  startsAt: Date
  endsAt: Date
  place: string
  link: string
  countsMinutes: number
}

export async function insertSession(tx: Db, cohortId: string, row: SessionRow, now: Date): Promise<string> {
  const data = { cohortId, ...row, plannedAt: now, changedAt: now }
  return (await tx.liveSession.create({ data, select: { id: true } })).id
}

/** @param isForCalendars whether what calendars show is changed by it. */
export async function updateSession(
  tx: Db,
  id: string,
  { isForCalendars, now, ...row }: SessionRow & { isForCalendars: boolean; now: Date },
): Promise<void> {
  const sequence = { increment: isForCalendars ? 1 : 0 }
  await tx.liveSession.update({ where: { id }, data: { ...row, sequence, changedAt: now }, select: { id: true } })
}

export async function saveCancelled(tx: Db, id: string, now: Date): Promise<void> {
  const data = { cancelledAt: now, changedAt: now, sequence: { increment: 1 } }
  await tx.liveSession.update({ where: { id }, data, select: { id: true } })
}

export async function saveMaterials(tx: Db, id: string, materials: Material[], now: Date): Promise<void> {
  await tx.liveSession.update({ where: { id }, data: { materials, changedAt: now }, select: { id: true } })
}

export async function saveLiveSettings(
  tx: Db,
  cohortId: string,
  settings: { timeZone: string; liveMinutes: number | null },
): Promise<void> {
  await tx.cohort.update({ where: { id: cohortId }, data: settings, select: { id: true } })
}

/** The trainees of a cohort, each with the zone that they live in. */
export function listTraineeZones(tx: Db, cohortId: string): Promise<{ userId: string; timeZone: string }[]> {
  return tx.$queryRaw`
    SELECT m.user_id AS "userId", u.time_zone AS "timeZone" FROM cohort_member m JOIN "user" u ON u.id = m.user_id
    WHERE m.cohort_id = ${cohortId}::uuid AND m.part = 'trainee' ORDER BY m.user_id`
}
