import { existsSync } from 'node:fs'
import { checkAcross } from './check-across.ts'
import { emptyReport, type Report } from './findings.ts'
import { bodiesOf, type PublishableItem } from './publishable.ts'
import { readSources } from './read-sources.server.ts'
import { setWorks } from './set-works.server.ts'

export type ReadContent = {
  /** In the order of publishing; empty when anything is at fault. */
  items: PublishableItem[]
  /** What the recordings of its lessons hold. */
  recordings: Uint8Array<ArrayBuffer>[]
  report: Report
}

/**
 * Reads and checks all of a content folder. Every fault is found, not just the first.
 * @param withUnsourced whether claims that no work carries stay in the text: only the demo shows them.
 */
export async function readContent(
  directory: string,
  { withUnsourced }: { withUnsourced: boolean },
): Promise<ReadContent> {
  if (!existsSync(directory)) {
    const fault = { file: directory, line: 1, column: 1, field: 'folder', message: 'there is no such folder' }
    return { items: [], recordings: [], report: { ...emptyReport(), faults: [fault] } }
  }
  const { sources, report } = await readSources(directory)
  checkAcross(sources, report)
  if (report.faults.length > 0) return { items: [], recordings: [], report }
  const works = setWorks(sources.bibliography?.value ?? {})
  const recordings = sources.courses.flatMap(({ media }) => [...media.values()])
  return { items: bodiesOf(sources, { withUnsourced, works }), recordings, report }
}
