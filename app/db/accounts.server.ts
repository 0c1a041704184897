import { uuidv7 } from 'uuidv7'
import type { Profession, Role } from '#app/domain/people.ts'
import { HOME_REGION, type Region } from '#app/domain/region.ts'
import { type Db, db } from './client.server.ts'

/** Stands for nobody where a statement has to run alike for known and unknown addresses. */
export const NOBODY = '00000000-0000-0000-0000-000000000000'

export type NewAccount = {
  email: string
  name: string
  passwordHash: string | null
  profession: Profession
  regulator?: string
  registrationNumber?: string
  employer?: string
  timeZone?: string
  region?: Region
  createdAt: Date
}

/**
 * Makes an account, or finds the one that this address has already and leaves it as it is. One statement either way, also when
 * two people come at once.
 */
export async function insertAccount(tx: Db, account: NewAccount): Promise<{ id: string; isNew: boolean }> {
  const { regulator = '', registrationNumber = '', employer = '', timeZone = 'Europe/London' } = account
  const { region = HOME_REGION } = account
  const [row] = await tx.$queryRaw<[{ id: string; isNew: boolean }]>`
    INSERT INTO "user" (id, email, name, password_hash, profession, regulator, registration_number, employer, time_zone, region, created_at)
    VALUES (${uuidv7()}::uuid, ${account.email}, ${account.name}, ${account.passwordHash}, ${account.profession}::profession,
            ${regulator}, ${registrationNumber}, ${employer}, ${timeZone}, ${region}, ${account.createdAt})
    ON CONFLICT (email) DO UPDATE SET email = excluded.email
    RETURNING id, (xmax = 0) AS "isNew"`
  return row
}

export type Credentials = {
  id: string
  passwordHash: string | null
  emailConfirmedAt: Date | null
  roles: Role[]
}

/** What signing in needs to know of whoever has this address. */
export async function findCredentials(email: string): Promise<Credentials | undefined> {
  const [row] = await db().$queryRaw<Credentials[]>`
    SELECT u.id, u.password_hash AS "passwordHash", u.email_confirmed_at AS "emailConfirmedAt",
           ARRAY(SELECT DISTINCT g.role::text FROM role_grant g WHERE g.user_id = u.id AND g.starts_at <= now()
                 AND (g.ends_at IS NULL OR g.ends_at > now())) AS roles
    FROM "user" u WHERE u.email = ${email}`
  return row
}

export async function findAccountId(tx: Db, email: string): Promise<string | undefined> {
  return (await tx.user.findUnique({ where: { email }, select: { id: true } }))?.id
}

/** Whoever has one of these addresses, by the address. */
export async function findAccountIds(tx: Db, emails: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.user.findMany({ where: { email: { in: [...emails] } }, select: { id: true, email: true } })
  return new Map(rows.map(({ id, email }) => [email, id]))
}

/** Whoever has this address. */
export function findNamedAccount(tx: Db, email: string): Promise<{ id: string; name: string } | null> {
  return tx.user.findUnique({ where: { email }, select: { id: true, name: true } })
}

export async function findPasswordHash(userId: string): Promise<string | null> {
  return (await db().user.findUnique({ where: { id: userId }, select: { passwordHash: true } }))?.passwordHash ?? null
}

/** The account as it stands, locked until the transaction ends. */
export async function lockAccount(tx: Db, userId: string) {
  const [account] = await tx.$queryRaw<{ email: string; emailConfirmedAt: Date | null; passwordHash: string | null }[]>`
    SELECT email, email_confirmed_at AS "emailConfirmedAt", password_hash AS "passwordHash"
    FROM "user" WHERE id = ${userId}::uuid FOR UPDATE`
  return account
}

/** @returns whether this was the first time. */
export async function saveEmailConfirmed(tx: Db, userId: string, now: Date): Promise<boolean> {
  const where = { id: userId, emailConfirmedAt: null }
  return (await tx.user.updateMany({ where, data: { emailConfirmedAt: now } })).count > 0
}

export async function savePassword(tx: Db, userId: string, passwordHash: string): Promise<void> {
  await tx.user.updateMany({ where: { id: userId }, data: { passwordHash } })
}

export type Profile = {
  name: string
  profession: Profession
  regulator: string
  registrationNumber: string
  employer: string
  timeZone: string
  region: Region
  /** Of a training lead; empty for whoever does not want to be named. */
  teachingLine: string
}

const profileFields = {
  name: true,
  profession: true,
  regulator: true,
  registrationNumber: true,
  employer: true,
  timeZone: true,
  region: true,
  teachingLine: true,
} as const

export async function findProfile(userId: string): Promise<Profile | null> {
  return db().user.findUnique({ where: { id: userId }, select: profileFields })
}

/** Whether single letters are keys for this person. */
export async function saveLetterKeys(userId: string, usesLetterKeys: boolean): Promise<void> {
  await db().user.updateMany({ where: { id: userId }, data: { usesLetterKeys } })
}

export async function saveProfile(tx: Db, userId: string, profile: Profile): Promise<void> {
  await tx.user.updateMany({ where: { id: userId }, data: profile })
}
