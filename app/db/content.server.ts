import { type Db, db } from './client.server.ts'
import type { ContentKind } from './generated/client.ts'

export type { ContentKind }

/** What is taught or marked now, under a name that never changes; its text is in the version that it points at. */
export type CurrentItem = {
  id: string
  kind: ContentKind
  slug: string
  position: number
  isListed: boolean
  versionId: string
}

/** The current items of these kinds in catalogue order, unlisted ones included. One statement. */
export async function listCurrentItems(kinds: readonly ContentKind[], tx: Db = db()): Promise<CurrentItem[]> {
  return tx.$queryRaw<CurrentItem[]>`
    SELECT id, kind::text AS kind, slug, position, is_listed AS "isListed", current_version_id AS "versionId"
    FROM content_item
    WHERE kind::text = ANY(${kinds}) AND current_version_id IS NOT NULL
    ORDER BY kind, position, slug`
}

/** One current item by its name. One statement. */
export async function findCurrentItem(
  kind: ContentKind,
  slug: string,
  tx: Db = db(),
): Promise<CurrentItem | undefined> {
  const [item] = await tx.$queryRaw<CurrentItem[]>`
    SELECT id, kind::text AS kind, slug, position, is_listed AS "isListed", current_version_id AS "versionId"
    FROM content_item
    WHERE kind::text = ${kind} AND slug = ${slug} AND current_version_id IS NOT NULL`
  return item
}

/** What a body holds by its kind is the content layer's to know. */
export type VersionRow = { id: string; kind: ContentKind; number: number; publishedAt: Date; body: unknown }

/** The bodies of these versions, in no order; unknown ids are left out. One statement. */
export async function readVersions(versionIds: readonly string[]): Promise<VersionRow[]> {
  return db().$queryRaw<VersionRow[]>`
    SELECT v.id, i.kind::text AS kind, v.number, v.published_at AS "publishedAt", v.body
    FROM content_version v JOIN content_item i ON i.id = v.item_id
    WHERE v.id = ANY(${versionIds}::uuid[])`
}

/** The versions of something that is published, the newest first. One statement. */
export async function listVersionIds(itemId: string): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT id FROM content_version WHERE item_id = ${itemId}::uuid ORDER BY number DESC`
  return rows.map(({ id }) => id)
}
