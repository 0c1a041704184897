import { DAY_MS } from '#app/domain/time.ts'
import { type Db, db, Prisma } from './client.server.ts'
import { type CountersignRequest, requestsAsJson } from './countersigning.server.ts'
import { hashSecret } from './sessions.server.ts'

/** The mails that tell a supervisor what waits, by their kind among the notices. */
const MAIL_KIND = 'countersigning'

export type Mailing = { timeZone: string; lastMailedAt: Date | null }

/** When a supervisor was last mailed what waits for them. */
export async function findMailing(tx: Db, supervisorId: string): Promise<Mailing> {
  const [mailing] = await tx.$queryRaw<Mailing[]>`
    SELECT u.time_zone AS "timeZone",
           (SELECT max(n.created_at) FROM notice n WHERE n.user_id = u.id AND n.kind = ${MAIL_KIND}) AS "lastMailedAt"
    FROM "user" u WHERE u.id = ${supervisorId}::uuid`
  return mailing ?? { timeZone: 'UTC', lastMailedAt: null }
}

/** Two workers who would mail the same supervisor go one after the other. */
export async function holdSupervisor(tx: Db, supervisorId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "user" WHERE id = ${supervisorId}::uuid FOR NO KEY UPDATE`
}

/** Supervisors for whom something waits that no link of theirs carries which still works. One statement. */
export async function listUntoldSupervisors(now: Date): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT DISTINCT c.supervisor_id AS id FROM countersigning c JOIN portfolio_entry e ON e.id = c.entry_id
    WHERE c.answer IS NULL AND c.voided_at IS NULL AND e.removed_at IS NULL AND NOT EXISTS (
      SELECT 1 FROM supervisor_link l WHERE l.supervisor_id = c.supervisor_id AND l.expires_at > ${now}
        AND jsonb_exists(l.entries, c.id::text))`
  return rows.map(({ id }) => id)
}

type NewLink = {
  supervisorId: string
  /** `YYYY-MM-DD`, where the supervisor lives. */
  sentOn: string
  /** Digest of the version by the id of the request. */
  entries: Record<string, string>
  expiresAt: Date
  now: Date
}

/** Keeps the link of a day, in the place of an earlier one of the same day, whose mail did not go. */
export async function saveLink(tx: Db, secret: string, { supervisorId, sentOn, now, ...link }: NewLink): Promise<void> {
  const day = new Date(sentOn)
  await tx.supervisorLink.deleteMany({ where: { supervisorId, sentOn: day } })
  const data = { ...link, id: hashSecret(secret), supervisorId, sentOn: day, createdAt: now }
  await tx.supervisorLink.create({ data, select: { id: true } })
}

export type SupervisorLink = {
  id: string
  supervisorId: string
  name: string
  email: string
  timeZone: string
  entries: Record<string, string>
  expiresAt: Date
  usedAt: Date | null
  codeHash: string | null
  codeExpiresAt: Date | null
  codeTries: number
}

const linkColumns = Prisma.sql`
  l.id, l.supervisor_id AS "supervisorId", u.name, u.email, u.time_zone AS "timeZone", l.entries,
  l.expires_at AS "expiresAt", l.used_at AS "usedAt", l.code_hash AS "codeHash",
  l.code_expires_at AS "codeExpiresAt", l.code_tries AS "codeTries"`

/** The link of this secret, while its supervisor is one. */
const linkOf = (secret: string, now: Date) => Prisma.sql`
  supervisor_link l JOIN "user" u ON u.id = l.supervisor_id
  WHERE l.id = ${hashSecret(secret)} AND EXISTS (
    SELECT 1 FROM role_grant g WHERE g.user_id = u.id AND g.role = 'supervisor'
      AND g.starts_at <= ${now} AND (g.ends_at IS NULL OR g.ends_at > ${now}))`

export async function findLink(tx: Db, secret: string, now: Date): Promise<SupervisorLink | undefined> {
  const [link] = await tx.$queryRaw<SupervisorLink[]>`SELECT ${linkColumns} FROM ${linkOf(secret, now)}`
  return link
}

export type LinkPage = SupervisorLink & { requests: CountersignRequest[] }

/** The link with what it was made for, whatever became of it. One statement. */
export async function findLinkPage(secret: string, now: Date): Promise<LinkPage | undefined> {
  const isBehind = Prisma.sql`c.supervisor_id = l.supervisor_id AND jsonb_exists(l.entries, c.id::text)`
  const [link] = await db().$queryRaw<LinkPage[]>`
    SELECT ${linkColumns}, ${requestsAsJson(isBehind)} AS requests FROM ${linkOf(secret, now)}`
  return link
}

/** Two who come with the same link go one after the other. */
export async function holdLink(tx: Db, secret: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM supervisor_link WHERE id = ${hashSecret(secret)} FOR UPDATE`
}

export async function saveCode(tx: Db, linkId: string, code: { hash: string; expiresAt: Date }): Promise<boolean> {
  const { count } = await tx.supervisorLink.updateMany({
    where: { id: linkId },
    data: { codeHash: code.hash, codeExpiresAt: code.expiresAt, codeTries: 0 },
  })
  return count === 1
}

/** One more wrong code. */
export async function countCodeTry(tx: Db, linkId: string): Promise<void> {
  await tx.supervisorLink.updateMany({ where: { id: linkId }, data: { codeTries: { increment: 1 } } })
}

export async function spendCode(tx: Db, linkId: string): Promise<void> {
  await tx.supervisorLink.updateMany({ where: { id: linkId }, data: { codeHash: null, codeExpiresAt: null } })
}

/** By the answers that it was used for, nothing waits behind this link any more. */
export async function closeLink(tx: Db, linkId: string, now: Date): Promise<void> {
  await tx.supervisorLink.updateMany({ where: { id: linkId, usedAt: null }, data: { usedAt: now } })
}

const TOLD_DAYS = 60

/** Links that expired so long ago that nobody has to be told any more that they have. */
export async function deleteOldLinks(now: Date): Promise<number> {
  const before = new Date(now.getTime() - TOLD_DAYS * DAY_MS)
  return (await db().supervisorLink.deleteMany({ where: { expiresAt: { lte: before } } })).count
}
