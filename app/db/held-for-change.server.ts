import type { CredentialEvent } from '#app/domain/credential/state.ts'
import type { Db } from './client.server.ts'
import type { NewCredential } from './credentials.server.ts'

export type HeldEvent = CredentialEvent & { reason: string }

/** A credential with what happened to it, in order. */
export type HeldForChange = {
  id: string
  number: string
  kind: NewCredential['kind']
  userId: string
  holderName: string
  title: string
  validUntil: Date | null
  certificateId: string | null
  events: HeldEvent[]
}

/**
 * Holds all that was issued to a person until the transaction ends: of two people who change one of them, the later one sees what the
 * earlier one did. The rows themselves are append-only, so that nobody can hold those.
 */
export async function holdCredentialsOf(tx: Db, holderId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "user" WHERE id = ${holderId}::uuid FOR NO KEY UPDATE`
}

/** Credentials whose holder is held. */
export async function listForChange(tx: Db, ids: readonly string[]): Promise<HeldForChange[]> {
  return tx.credential.findMany({
    where: { id: { in: [...ids] } },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      number: true,
      kind: true,
      userId: true,
      holderName: true,
      title: true,
      validUntil: true,
      certificateId: true,
      events: {
        select: { kind: true, at: true, until: true, reason: true },
        orderBy: [{ at: 'asc' }, { id: 'asc' }],
      },
    },
  })
}

export type CredentialKey = { id: string; userId: string; kind: NewCredential['kind'] }

/** Whose credential this is; null for an unknown number. */
export function findCredentialKey(tx: Db, number: string): Promise<CredentialKey | null> {
  return tx.credential.findUnique({ where: { number }, select: { id: true, userId: true, kind: true } })
}

/** Everything of a person that rests on their registration: statuses and notes. */
export async function listRestingOn(tx: Db, userId: string): Promise<string[]> {
  const rows = await tx.credential.findMany({
    where: { userId, kind: { not: 'course_completion' } },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

export type NewCredentialEvent = {
  credentialId: string
  kind: CredentialEvent['kind']
  at: Date
  until?: Date | null
  reason?: string
  /** Absent for what the clock did. */
  actorId?: string
}

/** What happens to credentials that the caller holds. */
export async function insertCredentialEvents(tx: Db, events: readonly NewCredentialEvent[]): Promise<void> {
  await tx.credentialEvent.createMany({ data: [...events] })
}
