import type { Db, Prisma } from './client.server.ts'

export type AuditEntry = {
  /** Who did it; absent for the system itself and for somebody not signed in. */
  actor: { id: string; requestId?: string } | null
  /** noun.verb in the past: `attempt.submitted`, `mark.locked`, `certificate.issued`. */
  action: `${string}.${string}`
  object: { kind: string; id: string }
  /** Ids, numbers and states only: never a name, an address or what a person wrote. */
  details?: Prisma.InputJsonObject
  at: Date
}

/** Appends to the audit trail, in the transaction of what it records: both happen or neither. */
export async function recordAudit(tx: Db, entry: AuditEntry): Promise<void> {
  await tx.auditEntry.create({
    data: {
      at: entry.at,
      actorId: entry.actor?.id,
      action: entry.action,
      objectKind: entry.object.kind,
      objectId: entry.object.id,
      details: entry.details ?? {},
      requestId: entry.actor?.requestId,
    },
    select: { id: true },
  })
}

/**
 * Erases the details of every entry about an object whose content is erased. The chain keeps their digest, which tells nothing without
 * its salt. The caller then records the erasure, as an action that ends in `erased`: without that `npm run audit:verify` finds fault.
 */
export async function eraseAuditDetails(tx: Db, object: AuditEntry['object']): Promise<void> {
  await tx.$executeRaw`SELECT erase_audit_details(${object.kind}, ${object.id})`
}
