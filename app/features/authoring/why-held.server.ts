import { findingLine, inOrder } from '#app/content/findings.ts'
import { checkFiles } from '#app/content/read-content.server.ts'
import { sourceFile } from '#app/content/wanted-files.server.ts'
import { db } from '#app/db/client.server.ts'
import { readWantedFiles } from '#app/db/content-files.server.ts'
import { settings } from '#app/env.server.ts'

/** What is at fault in the content as it is to be published, a line for each. It takes a second: only where something is. */
export async function whyHeld(): Promise<string[]> {
  const files = await readWantedFiles(db())
  const { report } = await checkFiles(files.map(sourceFile), { withUnsourced: settings().isDemo })
  return inOrder(report.faults).map(findingLine)
}
