import type { IssuerKey } from '#app/domain/credential/did.ts'
import { type Db, db } from './client.server.ts'

const whole = { id: true, adoptedAt: true, retiredAt: true, revokedAt: true } as const

/** Every key that ever signed here, the oldest first. One statement. */
export const listIssuerKeys = (tx: Db = db()): Promise<IssuerKey[]> =>
  tx.issuerKey.findMany({ select: whole, orderBy: [{ adoptedAt: 'asc' }, { id: 'asc' }] })

/**
 * Takes a key for one that signs from now on, unless it is known.
 * @returns whether it was new.
 */
export async function insertIssuerKey(tx: Db, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.issuerKey.createMany({ data: [{ id, adoptedAt: now }], skipDuplicates: true })
  return count > 0
}

/** @returns whether there was anything to change. */
export async function saveKeyRetired(tx: Db, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.issuerKey.updateMany({ where: { id, retiredAt: null }, data: { retiredAt: now } })
  return count > 0
}

/** @returns whether there was anything to change. */
export async function saveKeyRevoked(tx: Db, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.issuerKey.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: now } })
  return count > 0
}

/** Holds all keys until the transaction ends, so that of two who change them one waits. */
export async function holdIssuerKeys(tx: Db): Promise<void> {
  await tx.$queryRaw`SELECT id FROM issuer_key ORDER BY id FOR UPDATE`
}
