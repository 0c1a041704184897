import type { Role } from '#app/domain/people.ts'
import type { HeldRole } from '#app/domain/role-grants.ts'
import { type Db, db } from './client.server.ts'

export type NewGrant = {
  userId: string
  role: Role
  startsAt: Date
  endsAt: Date | null
  /** Absent when the system gives it, as to whoever confirms a sign-up. */
  grantedById: string | null
}

export async function insertGrant(tx: Db, grant: NewGrant): Promise<string> {
  return (await tx.roleGrant.create({ data: { ...grant, createdAt: grant.startsAt }, select: { id: true } })).id
}

export async function listGrants(tx: Db, userId: string): Promise<HeldRole[]> {
  return tx.roleGrant.findMany({ where: { userId }, select: { role: true, startsAt: true, endsAt: true } })
}

/** One grant of one person, locked until the transaction ends. */
export async function lockGrant(tx: Db, grantId: string, userId: string): Promise<HeldRole | undefined> {
  const [grant] = await tx.$queryRaw<HeldRole[]>`
    SELECT role::text AS role, starts_at AS "startsAt", ends_at AS "endsAt"
    FROM role_grant WHERE id = ${grantId}::uuid AND user_id = ${userId}::uuid FOR UPDATE`
  return grant
}

export async function saveGrantEnd(tx: Db, grantId: string, endsAt: Date): Promise<void> {
  await tx.roleGrant.updateMany({ where: { id: grantId }, data: { endsAt } })
}

export type GrantRow = HeldRole & { id: string; grantedBy: string | null }

/** Every role that a person holds or held, the newest first, with the name of whoever gave it. */
export async function listGrantsWithGiver(userId: string): Promise<GrantRow[]> {
  return db().$queryRaw<GrantRow[]>`
    SELECT g.id, g.role::text AS role, g.starts_at AS "startsAt", g.ends_at AS "endsAt", giver.name AS "grantedBy"
    FROM role_grant g LEFT JOIN "user" giver ON giver.id = g.granted_by_id
    WHERE g.user_id = ${userId}::uuid
    ORDER BY g.starts_at DESC, g.id DESC`
}

/** Everybody who holds one of these roles now. */
export async function listHolders(tx: Db, roles: readonly Role[], now: Date): Promise<string[]> {
  const rows = await tx.$queryRaw<{ userId: string }[]>`
    SELECT DISTINCT user_id AS "userId" FROM role_grant
    WHERE role::text = ANY(${roles}) AND starts_at <= ${now} AND (ends_at IS NULL OR ends_at > ${now})`
  return rows.map(({ userId }) => userId)
}
