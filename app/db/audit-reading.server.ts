import { db, Prisma } from './client.server.ts'

export type AuditSearch = {
  /** An e-mail address: entries by this person and about their account. */
  person: string
  objectKind: string
  objectId: string
  /** A whole action, or the noun before its dot. */
  action: string
  from: Date | null
  until: Date | null
  /** The entry after which the page begins, the newest first. */
  before: string | null
}

export type ReadEntry = {
  id: string
  at: string
  actorId: string | null
  actorName: string | null
  action: string
  objectKind: string
  objectId: string
  details: Record<string, unknown>
  isErased: boolean
  /** In the chain; null while it is not sealed. */
  position: number | null
}

export type SealingState = {
  sealed: number
  sealedAt: string | null
  checkpointPosition: number | null
  checkpointAt: string | null
  tail: number
}

export type AuditPage = {
  entries: ReadEntry[]
  state: SealingState
  /** Whom the address belongs to; null for nobody's, or where none was given. */
  personId: string | null
}

/** Entries, the newest first, beside the state of the chain. One statement. */
export async function readAuditPage(search: AuditSearch, limit: number): Promise<AuditPage> {
  const [page] = await db().$queryRaw<AuditPage[]>`
    WITH person AS (SELECT id FROM "user" WHERE email = ${search.person}),
    entries AS (
      SELECT e.* FROM audit_entry e WHERE ${conditions(search)} ORDER BY e.at DESC, e.id DESC LIMIT ${limit}),
    last_seal AS (SELECT position, at FROM audit_seal ORDER BY position DESC LIMIT 1),
    last_checkpoint AS (
      SELECT position, signed_at, sealed_below FROM audit_checkpoint ORDER BY position DESC LIMIT 1)
    SELECT
      (SELECT id FROM person) AS "personId",
      json_build_object(
        'sealed', coalesce((SELECT position FROM last_seal), 0), 'sealedAt', (SELECT at FROM last_seal),
        'checkpointPosition', (SELECT position FROM last_checkpoint), 'checkpointAt', (SELECT signed_at FROM last_checkpoint),
        'tail', (SELECT count(*) FROM audit_entry e
          WHERE e.xid >= coalesce((SELECT sealed_below FROM last_checkpoint), '0'::xid8)
            AND (SELECT s.position FROM audit_seal s WHERE s.entry_id = e.id) IS NULL)) AS state,
      coalesce((SELECT json_agg(json_build_object(
        'id', e.id, 'at', e.at, 'actorId', e.actor_id, 'actorName', u.name, 'action', e.action, 'objectKind', e.object_kind,
        'objectId', e.object_id, 'details', e.details, 'isErased', e.salt IS NULL, 'position', s.position)
        ORDER BY e.at DESC, e.id DESC)
        FROM entries e LEFT JOIN "user" u ON u.id = e.actor_id LEFT JOIN audit_seal s ON s.entry_id = e.id), '[]') AS entries`
  if (!page) throw new Error('a statement that always answers did not')
  return page
}

function conditions({ person, objectKind, objectId, action, from, until, before }: AuditSearch): Prisma.Sql {
  const wanted = [
    person &&
      Prisma.sql`(e.actor_id = (SELECT id FROM person)
        OR e.object_kind = 'user' AND e.object_id = (SELECT id::text FROM person))`,
    objectKind && Prisma.sql`e.object_kind = ${objectKind}`,
    objectId && Prisma.sql`e.object_id = ${objectId}`,
    action && Prisma.sql`(e.action = ${action} OR starts_with(e.action, ${`${action}.`}))`,
    from && Prisma.sql`e.at >= ${from}::timestamptz`,
    until && Prisma.sql`e.at < ${until}::timestamptz`,
    before && Prisma.sql`(e.at, e.id) < (SELECT b.at, b.id FROM audit_entry b WHERE b.id = ${before}::uuid)`,
  ].filter((condition) => typeof condition === 'object' && condition !== null)
  return wanted.length > 0 ? Prisma.join(wanted, ' AND ') : Prisma.sql`true`
}
