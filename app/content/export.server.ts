import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type CurrentItem, listCurrentItems, readVersions } from '#app/db/content.server.ts'
import { readMedia } from '#app/db/media.server.ts'
import { contentFiles, recordingsIn } from './export-files.ts'
import type { PublishableItem } from './publishable.ts'

/**
 * Writes what is published now as files of the same format into an empty or new folder.
 * @returns how many files were written: none when the folder holds anything, so that nothing is overwritten.
 */
export async function exportContent(directory: string): Promise<number> {
  await mkdir(directory, { recursive: true })
  if ((await readdir(directory)).length > 0) return 0
  const items = await readPublished()
  const files = new Map<string, string | Uint8Array>(contentFiles(items))
  for (const { file, sha256 } of recordingsIn(items)) files.set(file, await readMedia(sha256))
  for (const [file, text] of files) {
    await mkdir(dirname(join(directory, file)), { recursive: true })
    await writeFile(join(directory, file), text)
  }
  return files.size
}

async function readPublished(): Promise<PublishableItem[]> {
  const items = await listCurrentItems(['rubric', 'vignette', 'course', 'pathway', 'benchmark', 'glossary'])
  const listed = items.filter(({ isListed }) => isListed)
  const versions = await readVersions(listed.map(({ versionId }) => versionId))
  return listed.flatMap((item) => published(item, versions.find(({ id }) => id === item.versionId)?.body))
}

/** A body has the shape of its item's kind, since only `publishContent` writes it. */
const published = ({ kind, slug, position }: CurrentItem, body: unknown): PublishableItem[] =>
  body ? [{ kind, slug, position, body } as PublishableItem] : []
