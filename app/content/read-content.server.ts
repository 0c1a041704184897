import { existsSync } from 'node:fs'
import { checkAcross } from './check-across.ts'
import { readFolder } from './content-files.server.ts'
import { emptyReport, type Report } from './findings.ts'
import { bodiesOf, type PublishableItem } from './publishable.ts'
import { readSources } from './read-sources.server.ts'
import { setWorks } from './set-works.server.ts'
import type { SourceFile } from './source-file.ts'
import { titlesOf } from './sources.ts'

export type ReadContent = {
  /** In the order of publishing; empty when anything is at fault. */
  items: PublishableItem[]
  /** By file, of those that have one. */
  titles: ReadonlyMap<string, string>
  report: Report
}

/** `withUnsourced`: whether claims that no work carries stay in the text. Only the demo shows them. */
type Options = { withUnsourced: boolean }

/** Reads and checks all of a content folder. Every fault is found, not just the first. */
export async function readContent(
  directory: string,
  options: Options,
): Promise<ReadContent & { files: readonly SourceFile[] }> {
  if (!existsSync(directory)) {
    const fault = { file: directory, line: 1, column: 1, field: 'folder', message: 'there is no such folder' }
    return { files: [], items: [], titles: new Map(), report: { ...emptyReport(), faults: [fault] } }
  }
  const files = await readFolder(directory)
  return { files, ...(await checkFiles(files, options)) }
}

/** The same for files that were read already. */
export async function checkFiles(files: readonly SourceFile[], { withUnsourced }: Options): Promise<ReadContent> {
  const { sources, report } = await readSources(files)
  checkAcross(sources, report)
  const titles = titlesOf(sources)
  if (report.faults.length > 0) return { items: [], titles, report }
  const works = setWorks(sources.bibliography?.value ?? {})
  return { items: bodiesOf(sources, { withUnsourced, works }), titles, report }
}
