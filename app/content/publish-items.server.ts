import type { AuditEntry } from '#app/db/audit.server.ts'
import type { Db } from '#app/db/client.server.ts'
import { agreeAddedModules } from '#app/db/modules.server.ts'
import { findPublished, saveVersion, setPlace, unlist } from '#app/db/publishing.server.ts'
import { digestOf } from './digest.server.ts'
import { indexContent } from './index-content.server.ts'
import type { PublishableItem } from './publishable.ts'

export type Published = { published: number; unchanged: number; unlisted: number }

/**
 * Makes these the items that are published: a new version of each that has changed, and off the list what is not among them. The search
 * knows it from then on. To be called while {@link lockPublishing} is held.
 * @param actor whoever changed something on the authoring pages; null for what the installation brings.
 */
export async function publishItems(
  tx: Db,
  items: readonly PublishableItem[],
  { actor, now }: { actor: AuditEntry['actor']; now: Date },
): Promise<Published> {
  const known = new Map((await findPublished(tx)).map((item) => [`${item.kind} ${item.slug}`, item]))
  let published = 0
  for (const item of items) {
    const before = known.get(`${item.kind} ${item.slug}`)
    known.delete(`${item.kind} ${item.slug}`)
    const digest = digestOf(item.body)
    if (before?.digest !== digest) {
      await saveVersion(tx, { ...item, before, digest, actor, now })
      published += 1
    } else if (before.position !== item.position || !before.isListed) await setPlace(tx, before.id, item.position)
  }
  const gone = [...known.values()].filter(({ isListed }) => isListed)
  for (const { id } of gone) await unlist(tx, id, { actor, now })
  await agreeAddedModules(tx, now)
  await indexContent(tx, items)
  return { published, unchanged: items.length - published, unlisted: gone.length }
}
