import type { AttendanceRecord, AttendanceState } from '#app/domain/live/attendance.ts'
import type { RecordFacts } from '#app/domain/live/hours-live.ts'
import { type Db, db, Prisma } from './client.server.ts'
import { type CohortReach, isInReach } from './cohorts.server.ts'

export type PersonRecord = RecordFacts & { userId: string }

/** The record `a` of the session `s` as JSON. */
const recordJson = Prisma.sql`json_build_object('userId', a.user_id, 'sessionId', s.id, 'key', s.key, 'countsMinutes', s.counts_minutes,
  'state', replace(a.state::text, '_', '-'), 'minutes', a.minutes, 'task', a.task, 'via', a.via, 'recordedAt', a.recorded_at)`

/**
 * Every version recorded of these people at the sessions of the cohort `c`, and at those of the same key in other cohorts of its
 * course.
 * @param whose a condition on `a.user_id`.
 */
export const recordsOf = (whose: Prisma.Sql) => Prisma.sql`
  (SELECT coalesce(json_agg(${recordJson} ORDER BY a.recorded_at, a.id), '[]')
   FROM attendance a JOIN live_session s ON s.id = a.session_id JOIN cohort o ON o.id = s.cohort_id
   WHERE ${whose} AND o.course_id = c.course_id
     AND (s.cohort_id = c.id OR s.key IN (SELECT own.key FROM live_session own WHERE own.cohort_id = c.id)))`

export type Attendee = { userId: string; name: string; email: string; isGuest: boolean }

export type SessionAttendance = {
  cohortId: string
  cohortName: string
  timeZone: string
  session: { id: string; title: string; startsAt: string; endsAt: string; countsMinutes: number; isCancelled: boolean }
  code: string | null
  codeEndsAt: string | null
  /** The trainees by name, and then who came from another cohort. */
  people: Attendee[]
  /** Of this session, in order, each with the name of who entered it; null where the account is gone. */
  records: (AttendanceRecord & { userId: string; recordedByName: string | null })[]
}

/** One session with who belongs there and what is recorded of them. One statement. */
export async function readAttendance(
  cohortId: string,
  sessionId: string,
  reach: CohortReach,
): Promise<SessionAttendance | undefined> {
  const [attendance] = await db().$queryRaw<SessionAttendance[]>`
    SELECT c.id AS "cohortId", c.name AS "cohortName", c.time_zone AS "timeZone", s.code,
      to_json(s.code_ends_at) #>> '{}' AS "codeEndsAt",
      json_build_object('id', s.id, 'title', s.title, 'startsAt', s.starts_at, 'endsAt', s.ends_at,
        'countsMinutes', s.counts_minutes, 'isCancelled', s.cancelled_at IS NOT NULL) AS session,
      (SELECT coalesce(json_agg(json_build_object('userId', u.id, 'name', u.name, 'email', u.email, 'isGuest', m.user_id IS NULL)
                                ORDER BY m.user_id IS NULL, lower(u.name), u.id), '[]')
       FROM "user" u LEFT JOIN cohort_member m ON m.user_id = u.id AND m.cohort_id = c.id AND m.part = 'trainee'
       WHERE m.user_id IS NOT NULL OR u.id IN (SELECT a.user_id FROM attendance a WHERE a.session_id = s.id)) AS people,
      (SELECT coalesce(json_agg(json_build_object('userId', a.user_id, 'state', replace(a.state::text, '_', '-'),
                'minutes', a.minutes, 'task', a.task, 'via', a.via, 'recordedAt', a.recorded_at, 'recordedByName', b.name)
                ORDER BY a.recorded_at, a.id), '[]')
       FROM attendance a LEFT JOIN "user" b ON b.id = a.recorded_by_id WHERE a.session_id = s.id) AS records
    FROM live_session s JOIN cohort c ON c.id = s.cohort_id
    WHERE s.id::text = ${sessionId} AND c.id::text = ${cohortId} AND ${isInReach(reach)}`
  return attendance
}

export type CohortHours = {
  /** One page of the trainees by name. */
  trainees: { userId: string; name: string }[]
  total: number
  records: PersonRecord[]
}

/** One page of a cohort's trainees with all that is recorded of them towards its hours live. One statement. */
export async function readCohortHours(
  cohortId: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<CohortHours> {
  const [hours] = await db().$queryRaw<CohortHours[]>`
    WITH trainee AS (
      SELECT u.id, u.name FROM cohort_member m JOIN "user" u ON u.id = m.user_id
      WHERE m.cohort_id = ${cohortId}::uuid AND m.part = 'trainee'),
    shown AS (SELECT * FROM trainee ORDER BY lower(name), id LIMIT ${limit} OFFSET ${offset})
    SELECT (SELECT coalesce(json_agg(json_build_object('userId', id, 'name', name) ORDER BY lower(name), id), '[]')
            FROM shown) AS trainees,
           (SELECT count(*)::int FROM trainee) AS total,
           ${recordsOf(Prisma.sql`a.user_id IN (SELECT id FROM shown)`)} AS records
    FROM cohort c WHERE c.id = ${cohortId}::uuid`
  return hours ?? { trainees: [], total: 0, records: [] }
}

/** Whether anything is recorded of anybody at a session. */
export const isAttendanceTaken = async (tx: Db, sessionId: string): Promise<boolean> =>
  (await tx.attendance.count({ where: { sessionId }, take: 1 })) > 0

export type NewRecord = {
  sessionId: string
  userId: string
  state: AttendanceState
  minutes: number | null
  task: string
  via: 'lead' | 'code'
  recordedById: string
}

/** Adds versions beside the earlier ones. */
export async function insertRecords(tx: Db, records: readonly NewRecord[], now: Date): Promise<void> {
  const kept = { 'made-up': 'made_up', present: 'present', absent: 'absent', excused: 'excused' } as const
  await tx.attendance.createMany({
    data: records.map((record) => ({ ...record, state: kept[record.state], recordedAt: now })),
  })
}

/** Those of these people who may be recorded at a session: its cohort's trainees, and whoever is there as a guest. */
export async function listAttendeeIds(tx: Db, cohortId: string, sessionId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT user_id AS id FROM cohort_member WHERE cohort_id = ${cohortId}::uuid AND part = 'trainee'
    UNION SELECT user_id FROM attendance WHERE session_id = ${sessionId}::uuid`
  return rows.map(({ id }) => id)
}

/** Somebody by e-mail address who learns in another cohort of the course that has a session of this key. */
export async function findGuest(
  tx: Db,
  { email, key, cohort }: { email: string; key: string; cohort: { id: string; courseId: string } },
): Promise<string | undefined> {
  const [guest] = await tx.$queryRaw<{ id: string }[]>`
    SELECT u.id FROM "user" u JOIN cohort_member m ON m.user_id = u.id AND m.part = 'trainee'
      JOIN cohort o ON o.id = m.cohort_id AND o.course_id = ${cohort.courseId}::uuid
      JOIN live_session s ON s.cohort_id = o.id AND s.key = ${key}
    WHERE u.email = ${email} AND o.id <> ${cohort.id}::uuid LIMIT 1`
  return guest?.id
}

export async function saveCode(
  tx: Db,
  sessionId: string,
  { code, codeEndsAt }: { code: string | null; codeEndsAt: Date | null },
): Promise<void> {
  await tx.liveSession.update({ where: { id: sessionId }, data: { code, codeEndsAt }, select: { id: true } })
}

export type CodedSession = {
  id: string
  cohortId: string
  startsAt: Date
  endsAt: Date
  code: string | null
  codeEndsAt: Date | null
  records: AttendanceRecord[]
}

/** A session of a cohort in which this person is a trainee, not cancelled, kept as it is, with what is recorded of them. */
export async function holdCodedSession(tx: Db, sessionId: string, userId: string): Promise<CodedSession | undefined> {
  // A statement sees what was there when it began, and so not what the one that it waited for has recorded.
  await tx.$queryRaw`SELECT 1 FROM live_session WHERE id::text = ${sessionId} FOR UPDATE`
  const [session] = await tx.$queryRaw<CodedSession[]>`
    SELECT s.id, s.cohort_id AS "cohortId", s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.code,
      s.code_ends_at AS "codeEndsAt",
      (SELECT coalesce(json_agg(json_build_object('state', replace(a.state::text, '_', '-'), 'minutes', a.minutes, 'task', a.task,
                'via', a.via, 'recordedAt', a.recorded_at)), '[]')
       FROM attendance a WHERE a.session_id = s.id AND a.user_id = ${userId}::uuid) AS records
    FROM live_session s JOIN cohort_member m ON m.cohort_id = s.cohort_id AND m.part = 'trainee'
    WHERE s.id::text = ${sessionId} AND m.user_id = ${userId}::uuid AND s.cancelled_at IS NULL`
  return session
}
