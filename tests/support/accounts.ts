import { hashPassword } from '#app/auth/password.server.ts'
import { db } from '#app/db/client.server.ts'
import type { Actor, Role } from '#app/domain/people.ts'

export const now = new Date('2026-11-02T09:00:00Z')
export const PASSWORD = 'slow amber kettle'

let passwordHash: Promise<string> | undefined

type Account = { roles?: Role[]; isConfirmed?: boolean; hasPassword?: boolean; timeZone?: string }

/** Somebody with an account, the password {@link PASSWORD} and the address `<name>@people.example`. */
export async function createAccount(name: string, account: Account = {}): Promise<Actor> {
  const { roles = ['trainee'], isConfirmed = true, hasPassword = true, timeZone = 'Europe/London' } = account
  passwordHash ??= hashPassword(PASSWORD)
  const email = `${name.toLowerCase()}@people.example`
  const { id } = await db().user.create({
    data: {
      name,
      email,
      timeZone,
      profession: 'nurse',
      passwordHash: hasPassword ? await passwordHash : null,
      emailConfirmedAt: isConfirmed ? new Date(0) : null,
      roleGrants: { createMany: { data: roles.map((role) => ({ role, startsAt: new Date(0) })) } },
    },
    select: { id: true },
  })
  return {
    id,
    name,
    email,
    profession: 'nurse',
    roles,
    timeZone,
    region: 'GB',
    usesLetterKeys: true,
    unreadNotices: 0,
    isOnPanel: false,
    managesSeats: false,
    requestId: 'test',
  }
}

/** The kinds of mail that wait for somebody, in the order in which they were written. */
export async function mailsFor(email: string): Promise<string[]> {
  const rows = await db().notice.findMany({ where: { user: { email }, mailState: 'queued' }, orderBy: { id: 'asc' } })
  return rows.map(({ kind }) => kind)
}

/** What the audit trail says, in order. */
export async function auditedActions(): Promise<string[]> {
  const rows = await db().auditEntry.findMany({ orderBy: { id: 'asc' }, select: { action: true } })
  return rows.map(({ action }) => action)
}

/** A session of this person as it stands in the database. */
export async function createSession(userId: string, id: string) {
  await db().session.create({ data: { id, userId, expiresAt: new Date('2100-01-01') } })
}
