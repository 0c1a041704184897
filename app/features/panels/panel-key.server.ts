import { vignetteVersion } from '#app/content/catalogue.server.ts'
import type { KeyedVignette } from '#app/content/vignette-schema.ts'
import { isKeyed } from '#app/content/vignettes.ts'
import type { PanelAnswerRow } from '#app/db/panels.server.ts'
import { type BenchmarkMark, benchmarkConsensus } from '#app/domain/keyed/benchmark-consensus.ts'
import { formConsensus, type PanelAnswer } from '#app/domain/keyed/consensus.ts'
import type { AnyKey } from '#app/domain/keyed/key.ts'
import type { PanelKind } from '#app/domain/keyed/panel.ts'
import { keyedAnswersIn } from '#app/domain/keyed/read-answers.ts'

type Judged = { kind: PanelKind; contentVersionId: string }

/** The key that these answers come to. The same for the preview and for what is formed. */
export async function panelKey({ kind, contentVersionId }: Judged, rows: readonly PanelAnswerRow[]): Promise<AnyKey> {
  if (kind === 'benchmark') {
    const marks = rows.map(({ answers }) => answers as BenchmarkMark)
    const criteria = idsIn(marks.flatMap(({ ratings }) => Object.keys(ratings)))
    const criticalErrors = idsIn(marks.flatMap((mark) => mark.criticalErrors.map(({ id }) => id)))
    return benchmarkConsensus({ criteria, criticalErrors }, marks)
  }
  const vignette = await keyedVersion(contentVersionId)
  const members = rows.map((row): PanelAnswer => {
    const { answers, reasons } = row.answers as PanelAnswer
    return { answers: keyedAnswersIn(vignette, answers), reasons }
  })
  return formConsensus(vignette, members)
}

/** A vignette that is known to be one that a key scores. */
export async function keyedVersion(versionId: string): Promise<KeyedVignette> {
  const vignette = await vignetteVersion(versionId)
  if (!isKeyed(vignette)) throw new Error(`${versionId} is a vignette that people mark`)
  return vignette
}

const idsIn = (ids: readonly string[]) => [...new Set(ids)].map((id) => ({ id }))

/** What a lead has seen of the answers: how many there are, and when the last one came. It tells nothing of what they say. */
export function seenAnswers(rows: readonly PanelAnswerRow[]): string {
  const last = Math.max(0, ...rows.map(({ answeredAt }) => answeredAt.getTime()))
  return `${rows.length}-${last}`
}
