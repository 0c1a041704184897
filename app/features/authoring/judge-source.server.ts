import { checkUnchanged } from '#app/content/check-unchanged.ts'
import { classify } from '#app/content/content-files.server.ts'
import { type Finding, inOrder, openPointsIn } from '#app/content/findings.ts'
import type { PublishableItem } from '#app/content/publishable.ts'
import { checkFiles } from '#app/content/read-content.server.ts'
import { titleOfFile } from '#app/content/source-file.ts'
import { sourceFile } from '#app/content/wanted-files.server.ts'
import type { WantedFile } from '#app/db/content-files.server.ts'
import { settings } from '#app/env.server.ts'

export type JudgedSource =
  | { faults: Finding[] }
  | { faults: null; items: PublishableItem[]; title: string; openPoints: string[] }

/**
 * Checks all of the content as it would be with another text in one of its files.
 * @returns every fault, those of other files as well; or what would be published.
 */
export async function judgeSource(files: readonly WantedFile[], file: WantedFile, text: string): Promise<JudgedSource> {
  const all = files.map((one) => sourceFile(one.id === file.id ? { ...one, text } : one))
  const { items, titles, report } = await checkFiles(all, { withUnsourced: settings().isDemo })
  const known = classify(file.path)
  const kept = known ? checkUnchanged(known, file.text ?? '', text) : []
  const faults = inOrder([...report.faults, ...kept])
  if (faults.length > 0) return { faults }
  return { faults: null, items, title: titleOfFile(file.path, titles), openPoints: openPointsIn(report, file.path) }
}
