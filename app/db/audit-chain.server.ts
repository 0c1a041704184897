import type { AuditRecord, Seal } from '#app/domain/audit/chain.ts'
import type { Link } from '#app/domain/audit/check-chain.ts'
import { CHECKPOINT_FORMAT, type Checkpoint } from '#app/domain/audit/checkpoint.ts'
import { type Db, db, type Prisma } from './client.server.ts'

type LinkRow = Seal & {
  isErasureRecorded: boolean
  entry: Omit<AuditRecord, 'at' | 'details'> | null
  entryAt: Date | null
  details: unknown
}

/** The next links of the chain, each with its entry, in order. One statement. */
export async function listLinks(after: number, limit: number): Promise<Link[]> {
  const rows = await db().$queryRaw<LinkRow[]>`
    SELECT s.position, s.entry_id AS "entryId", s.at, s.action, s.details_digest AS "detailsDigest", s.record_digest AS "recordDigest",
           s.hash, e.at AS "entryAt", e.details,
           CASE WHEN e.id IS NOT NULL THEN json_build_object(
             'id', e.id, 'actorId', e.actor_id, 'action', e.action, 'objectKind', e.object_kind, 'objectId', e.object_id,
             'requestId', e.request_id, 'salt', e.salt) END AS entry,
           e.salt IS NULL AND EXISTS (SELECT 1 FROM audit_entry r WHERE r.object_kind = e.object_kind
             AND r.object_id = e.object_id AND r.action LIKE '%.erased') AS "isErasureRecorded"
    FROM audit_seal s LEFT JOIN audit_entry e ON e.id = s.entry_id
    WHERE s.position > ${after} ORDER BY s.position LIMIT ${limit}`
  return rows.map(({ entry, entryAt, details, isErasureRecorded, ...seal }) => ({
    seal,
    isErasureRecorded,
    entry: entry && entryAt ? { ...entry, at: entryAt, details } : null,
  }))
}

export type Tail = { count: number; oldestAt: Date | null }

/** The entries that no seal names. It reads all of them. */
export async function findTail(): Promise<Tail> {
  const [tail] = await db().$queryRaw<Tail[]>`
    SELECT count(*)::int AS count, min(e.at) AS "oldestAt" FROM audit_entry e
    WHERE NOT EXISTS (SELECT 1 FROM audit_seal s WHERE s.entry_id = e.id)`
  return tail ?? { count: 0, oldestAt: null }
}

const stored = { position: true, hash: true, installation: true, signedAt: true, keyId: true, signature: true } as const

/** Every checkpoint of the database, the oldest first. */
export async function listCheckpoints(): Promise<Checkpoint[]> {
  const rows = await db().auditCheckpoint.findMany({ select: stored, orderBy: { position: 'asc' } })
  return rows.map(asSigned)
}

/** The last one; null before the first seal. */
export async function findLastCheckpoint(tx: Db = db()): Promise<Checkpoint | null> {
  const row = await tx.auditCheckpoint.findFirst({ select: stored, orderBy: { position: 'desc' } })
  return row && asSigned(row)
}

type Stored = Prisma.AuditCheckpointGetPayload<{ select: typeof stored }>

/** As it was signed. */
const asSigned = ({ keyId, signedAt, ...row }: Stored): Checkpoint => ({
  format: CHECKPOINT_FORMAT,
  ...row,
  signedAt: signedAt.toISOString(),
  key: keyId,
})
