import { type AuditEntry, recordAudit } from './audit.server.ts'
import type { Db, Prisma } from './client.server.ts'
import type { ContentKind } from './content.server.ts'

const PUBLISHING_LOCK = 72707370

/** Held until the transaction ends: two processes that start together publish one after the other. */
export async function lockPublishing(tx: Db): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${PUBLISHING_LOCK})`
}

export type PublishedItem = {
  id: string
  kind: ContentKind
  slug: string
  position: number
  isListed: boolean
  number: number
  digest: string
}

/** Every item with the number and the digest of its current version. */
export async function findPublished(tx: Db): Promise<PublishedItem[]> {
  return tx.$queryRaw<PublishedItem[]>`
    SELECT i.id, i.kind::text AS kind, i.slug, i.position, i.is_listed AS "isListed", v.number, v.digest
    FROM content_item i JOIN content_version v ON v.id = i.current_version_id`
}

type NewVersion = {
  kind: ContentKind
  slug: string
  position: number
  body: object
  digest: string
  before: PublishedItem | undefined
  actor: AuditEntry['actor']
  now: Date
}

/** Adds a version and makes it the current one of its item; the item is made when it is new. */
export async function saveVersion(
  tx: Db,
  { kind, slug, position, body, digest, before, actor, now }: NewVersion,
): Promise<void> {
  const itemId = before?.id ?? (await tx.contentItem.create({ data: { kind, slug }, select: { id: true } })).id
  const number = (before?.number ?? 0) + 1
  const version = await tx.contentVersion.create({
    data: { itemId, number, digest, body: body as Prisma.InputJsonObject, publishedAt: now },
    select: { id: true },
  })
  await tx.contentItem.update({
    where: { id: itemId },
    data: { currentVersionId: version.id, position, isListed: true },
    select: { id: true },
  })
  const object = { kind: 'content_item', id: itemId }
  await recordAudit(tx, { actor, action: 'content.published', object, details: { kind, slug, number }, at: now })
}

/** Puts an unchanged item where it now stands in its list, and back on it if it had gone. */
export async function setPlace(tx: Db, id: string, position: number): Promise<void> {
  await tx.contentItem.update({ where: { id }, data: { position, isListed: true }, select: { id: true } })
}

/** Takes an item off its list; what was made under its versions stays. */
export async function unlist(
  tx: Db,
  id: string,
  { actor, now }: { actor: AuditEntry['actor']; now: Date },
): Promise<void> {
  await tx.contentItem.update({ where: { id }, data: { isListed: false }, select: { id: true } })
  await recordAudit(tx, { actor, action: 'content.unlisted', object: { kind: 'content_item', id }, at: now })
}
