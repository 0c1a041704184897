import type { Finding } from '#app/content/findings.ts'
import type { PublishableItem } from '#app/content/publishable.ts'
import { db } from '#app/db/client.server.ts'
import { judgeSource } from './judge-source.server.ts'
import { findWanted } from './publish-source.server.ts'

/** What a text would be, before anybody publishes it. */
export type CheckedSource =
  | { faults: Finding[] }
  | { faults: null; path: string; items: PublishableItem[]; openPoints: string[] }

/**
 * Checks a text in its place among all the others, and publishes nothing.
 * @throws 404 for a file that the content does not have.
 */
export async function checkSource(name: string, text: string): Promise<CheckedSource> {
  const { file, files } = await findWanted(db(), name)
  const judged = await judgeSource(files, file, text)
  return judged.faults ? judged : { ...judged, path: file.path }
}
