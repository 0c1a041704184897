import { transact } from '#app/db/client.server.ts'
import { keepMedia } from '#app/db/media.server.ts'
import { agreeAddedModules } from '#app/db/modules.server.ts'
import { findPublished, lockPublishing, saveVersion, setPlace, unlist } from '#app/db/publishing.server.ts'
import { settings } from '#app/env.server.ts'
import { digestOf } from './digest.server.ts'
import { ContentError } from './findings.ts'
import { indexContent } from './index-content.server.ts'
import { sha256Of } from './media-sources.ts'
import { readContent } from './read-content.server.ts'

export { ContentError } from './findings.ts'

/** All of a curriculum, on a machine that is busy with other things. */
const PUBLISHING_TIMEOUT_MS = 120_000

/**
 * Publishes a content folder into the database. What has changed gets a new version, what has not is left as it is, and an item
 * whose file has gone is no longer listed. The search knows it from then on. All of it or none of it; two that publish at once go one after the other.
 * @throws ContentError naming every fault, before anything is written.
 */
export async function publishContent(
  directory: string,
  now = new Date(),
): Promise<{ published: number; unchanged: number; unlisted: number }> {
  const { items, recordings, report } = await readContent(directory, { withUnsourced: settings().isDemo })
  if (report.faults.length > 0) throw new ContentError(report.faults)

  return transact(
    async (tx) => {
      await lockPublishing(tx)
      for (const bytes of recordings) await keepMedia(tx, { sha256: sha256Of(bytes), bytes })
      const known = new Map((await findPublished(tx)).map((item) => [`${item.kind} ${item.slug}`, item]))
      let published = 0
      for (const item of items) {
        const before = known.get(`${item.kind} ${item.slug}`)
        known.delete(`${item.kind} ${item.slug}`)
        const digest = digestOf(item.body)
        if (before?.digest !== digest) {
          await saveVersion(tx, { ...item, before, digest, now })
          published += 1
        } else if (before.position !== item.position || !before.isListed) await setPlace(tx, before.id, item.position)
      }
      const gone = [...known.values()].filter(({ isListed }) => isListed)
      for (const { id } of gone) await unlist(tx, id, now)
      await agreeAddedModules(tx, now)
      await indexContent(tx, items)
      return { published, unchanged: items.length - published, unlisted: gone.length }
    },
    { timeoutMs: PUBLISHING_TIMEOUT_MS },
  )
}
