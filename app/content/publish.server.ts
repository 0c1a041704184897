import { transact } from '#app/db/client.server.ts'
import { adoptWanted, type InstalledFile, readWantedFiles, saveInstalled } from '#app/db/content-files.server.ts'
import { keepMedia } from '#app/db/media.server.ts'
import { lockPublishing } from '#app/db/publishing.server.ts'
import { settings } from '#app/env.server.ts'
import { ContentError, type Finding, openPointsIn } from './findings.ts'
import { type Published, publishItems } from './publish-items.server.ts'
import { checkFiles, type ReadContent, readContent } from './read-content.server.ts'
import { digestOfText, nameOfFile, type SourceFile, titleOfFile } from './source-file.ts'
import { sourceFile } from './wanted-files.server.ts'

export { ContentError } from './findings.ts'

/** All of a curriculum, on a machine that is busy with other things. */
export const PUBLISHING_TIMEOUT_MS = 120_000

export type PublishedFolder = Published & {
  /** Files that the folder has changed and that stay as they were written on the authoring pages, until a person takes the one or the other. */
  waiting: string[]
  /** Why nothing was published: what was written there does not go with the folder as it is now. */
  held: Finding[]
}

/**
 * Publishes a content folder into the database. What has changed gets a new version, what has not is left as it is, and an item
 * whose file has gone is no longer listed. A file that was changed on the authoring pages stays as it was written there. All of it or
 * none of it; two that publish at once go one after the other.
 * @throws ContentError naming every fault of the folder, before anything is written.
 */
export async function publishContent(directory: string, now = new Date()): Promise<PublishedFolder> {
  const options = { withUnsourced: settings().isDemo }
  const folder = await readContent(directory, options)
  if (folder.report.faults.length > 0) throw new ContentError(folder.report.faults)

  return transact(
    async (tx) => {
      await lockPublishing(tx)
      for (const one of folder.files)
        if ('recording' in one && one.recording.bytes)
          await keepMedia(tx, { sha256: one.recording.sha256, bytes: one.recording.bytes })
      await saveInstalled(
        tx,
        folder.files.map((one) => installedFile(one, folder)),
        now,
      )
      const files = await readWantedFiles(tx)
      const waiting = files.filter(({ isOvertaken }) => isOvertaken).map(({ path }) => path)
      const { items, report } = files.some(({ isAuthored }) => isAuthored)
        ? await checkFiles(files.map(sourceFile), options)
        : folder
      if (report.faults.length > 0) return { published: 0, unchanged: 0, unlisted: 0, waiting, held: report.faults }
      const published = await publishItems(tx, items, { actor: null, now })
      await adoptWanted(tx)
      return { ...published, waiting, held: [] }
    },
    { timeoutMs: PUBLISHING_TIMEOUT_MS },
  )
}

function installedFile(one: SourceFile, { titles, report }: ReadContent): InstalledFile {
  const { file } = one
  const text = 'text' in one ? one.text : null
  return {
    name: nameOfFile(file),
    path: file,
    text,
    digest: 'text' in one ? digestOfText(one.text) : one.recording.sha256,
    title: titleOfFile(file, titles),
    openPoints: openPointsIn(report, file),
  }
}
