import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { listPublishedTexts } from '#app/db/content-file-reading.server.ts'
import { readMedia } from '#app/db/media.server.ts'

/**
 * Writes what is published now, every file as it was written, into an empty or new folder.
 * @returns how many files were written: none when the folder holds anything, so that nothing is overwritten.
 */
export async function exportContent(directory: string): Promise<number> {
  await mkdir(directory, { recursive: true })
  if ((await readdir(directory)).length > 0) return 0
  const files = await listPublishedTexts()
  for (const { path, text, digest } of files) {
    await mkdir(dirname(join(directory, path)), { recursive: true })
    await writeFile(join(directory, path), text ?? (await readMedia(digest)))
  }
  return files.length
}
