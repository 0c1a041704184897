import { createHash } from 'node:crypto'
import { type Db, db, Prisma, readRows } from './client.server.ts'
import type { Profession, Role } from './generated/client.ts'

/** Only this is stored, so a copy of the table signs nobody in. */
export const hashSecret = (secret: string) => createHash('sha256').update(secret).digest('hex')

export type SessionRow = {
  userId: string
  expiresAt: Date
  createdAt: Date
  name: string
  email: string
  profession: Profession
  timeZone: string
  region: string
  usesLetterKeys: boolean
  roles: Role[]
  unreadNotices: number
  isOnPanel: boolean
  managesSeats: boolean
}

/** The session with its person, the roles held now and what its navigation tells, in one statement. */
export async function findSession(secret: string): Promise<SessionRow | undefined> {
  const [row] = await readRows<SessionRow>(Prisma.sql`
    SELECT s.user_id AS "userId", s.expires_at AS "expiresAt", s.created_at AS "createdAt",
           u.name, u.email, u.profession::text AS profession, u.time_zone AS "timeZone", u.region,
           u.uses_letter_keys AS "usesLetterKeys",
           ARRAY(SELECT DISTINCT g.role::text FROM role_grant g WHERE g.user_id = u.id AND g.starts_at <= now()
                 AND (g.ends_at IS NULL OR g.ends_at > now())) AS roles,
           (SELECT count(*)::int FROM notice n WHERE n.user_id = u.id AND n.read_at IS NULL) AS "unreadNotices",
           EXISTS (SELECT 1 FROM panel_member m WHERE m.user_id = u.id) AS "isOnPanel",
           EXISTS (SELECT 1 FROM organisation_manager o WHERE o.user_id = u.id) AS "managesSeats"
    FROM session s JOIN "user" u ON u.id = s.user_id
    WHERE s.id = ${hashSecret(secret)}`)
  return row
}

type NewSession = { userId: string; passwordHash: string; expiresAt: Date; device: string }

/**
 * Makes no session for a password that is no longer the account's: whoever changes it holds the account and ends the sessions that there
 * are, so that one which began before is either ended by that or finds another password here.
 */
export async function insertSession(secret: string, { userId, passwordHash, expiresAt, device }: NewSession) {
  await db().$executeRaw`
    INSERT INTO session (id, user_id, expires_at, device)
    SELECT ${hashSecret(secret)}, id, ${expiresAt}, ${device} FROM "user"
    WHERE id = ${userId}::uuid AND password_hash = ${passwordHash} FOR SHARE`
}

export async function extendSession(secret: string, expiresAt: Date) {
  await db().session.updateMany({ where: { id: hashSecret(secret) }, data: { expiresAt } })
}

export async function deleteSession(secret: string) {
  await db().session.deleteMany({ where: { id: hashSecret(secret) } })
}

export async function deleteSessionsOf(userId: string, tx: Db = db()) {
  await tx.session.deleteMany({ where: { userId } })
}

/** Ends every session of the person but the one that asks. */
export async function deleteOtherSessionsOf(tx: Db, userId: string, currentSecret: string) {
  await tx.session.deleteMany({ where: { userId, id: { not: hashSecret(currentSecret) } } })
}

export async function deleteExpiredSessions(now: Date) {
  await db().session.deleteMany({ where: { expiresAt: { lte: now } } })
}

/** The person's own sessions, the newest first; `isCurrent` marks the one that asks. */
export async function listSessionsOf(userId: string, currentSecret: string) {
  const rows = await db().session.findMany({
    where: { userId },
    orderBy: { createdAt: 'desc' },
    select: { id: true, createdAt: true, expiresAt: true, device: true },
  })
  const current = hashSecret(currentSecret)
  return rows.map(({ id, ...session }) => ({ ...session, isCurrent: id === current }))
}
