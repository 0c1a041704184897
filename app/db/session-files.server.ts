import { type Db, db, Prisma } from './client.server.ts'
import { type Member, ownCohorts } from './cohort-members.server.ts'

/** A file among the materials of a session, for a list. */
export type SessionFile = {
  id: string
  /** Of the session that it belongs to. */
  cohortId: string
  sessionId: string
  name: string
  mediaType: string
  bytes: number
}

/** The file `f` of the session `s` as JSON. */
const fileJson = Prisma.sql`json_build_object('id', f.id, 'cohortId', s.cohort_id, 'sessionId', s.id, 'name', f.name,
  'mediaType', f.media_type, 'bytes', f.bytes)`

/** The files of the session `s`, the earliest first. */
export const filesJson = Prisma.sql`(SELECT coalesce(json_agg(${fileJson} ORDER BY f.uploaded_at, f.id), '[]')
  FROM session_file f WHERE f.session_id = s.id)`

/** Whether this person was there, by the latest that is recorded of the session `s`. */
const wasThere = (userId: string) => Prisma.sql`(SELECT a.state = 'present' FROM attendance a
  WHERE a.session_id = s.id AND a.user_id = ${userId}::uuid ORDER BY a.recorded_at DESC, a.id DESC LIMIT 1)`

export type FileElsewhere = { key: string; file: SessionFile }

/** The files of the sessions in other cohorts at which a trainee of the cohort `c` made up one of its own, with the key of each. */
export const filesElsewhere = (userId: string) => Prisma.sql`
  (SELECT coalesce(json_agg(json_build_object('key', s.key, 'file', ${fileJson}) ORDER BY f.uploaded_at, f.id), '[]')
   FROM session_file f JOIN live_session s ON s.id = f.session_id JOIN cohort o ON o.id = s.cohort_id
   WHERE o.course_id = c.course_id AND o.id <> c.id AND ${wasThere(userId)}
     AND s.key IN (SELECT own.key FROM live_session own WHERE own.cohort_id = c.id))`

/** Whether somebody who learns in another cohort of the course made up a session there at `s` of the cohort `c`. */
const isGuest = (userId: string) => Prisma.sql`(${wasThere(userId)} AND EXISTS (
  SELECT 1 FROM cohort_member m JOIN cohort o ON o.id = m.cohort_id JOIN live_session own ON own.cohort_id = o.id
  WHERE m.user_id = ${userId}::uuid AND m.part = 'trainee' AND o.course_id = c.course_id AND own.key = s.key))`

export type SessionFileRow = { key: string; name: string; mediaType: string; bytes: number }

/** A file that is in somebody's reach. One statement. */
export async function findSessionFile(
  member: Member,
  { cohortId, sessionId, fileId }: { cohortId: string; sessionId: string; fileId: string },
): Promise<SessionFileRow | undefined> {
  const [file] = await db().$queryRaw<SessionFileRow[]>`
    SELECT f.key, f.name, f.media_type AS "mediaType", f.bytes
    FROM session_file f JOIN live_session s ON s.id = f.session_id JOIN cohort c ON c.id = s.cohort_id
    WHERE f.id::text = ${fileId} AND s.id::text = ${sessionId} AND c.id::text = ${cohortId}
      AND (${member.roles.includes('administrator')} OR ${isGuest(member.id)}
           OR EXISTS (SELECT 1 FROM ${ownCohorts(member)} own WHERE own.cohort_id = c.id))`
  return file
}

export const listSessionFiles = (tx: Db, sessionId: string) =>
  tx.sessionFile.findMany({ where: { sessionId }, select: { id: true, key: true, name: true, sha256: true } })

export type NewSessionFile = SessionFileRow & { sessionId: string; sha256: string; uploadedById: string }

export async function insertSessionFile(tx: Db, file: NewSessionFile, now: Date): Promise<string> {
  return (await tx.sessionFile.create({ data: { ...file, uploadedAt: now }, select: { id: true } })).id
}

export async function deleteSessionFile(tx: Db, id: string): Promise<void> {
  await tx.sessionFile.delete({ where: { id }, select: { id: true } })
}
