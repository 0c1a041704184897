import { loadVersions, rubricVersion, writtenVersion } from '#app/content/catalogue.server.ts'
import { situationHtml } from '#app/content/render-prose.server.tsx'
import type { PublishedRubric } from '#app/content/rubric-schema.ts'
import { caseTextOf, promptsOf } from '#app/content/vignettes.ts'
import type { MarkingRecord } from '#app/db/marking-records.server.ts'
import type { RichDocument } from '#app/rich-text/document.ts'
import { maskNames } from '#app/rich-text/mask-names.ts'
import { maskPlainText } from '#app/rich-text/masked-text.ts'

export type RecordView = Pick<MarkingRecord, 'marks' | 'finals'> & {
  vignetteTitle: string
  situationHtml: string
  answers: { id: string; label: string; document: RichDocument }[]
  rubric: Pick<PublishedRubric, 'criteria' | 'criticalErrors'>
}

/** An answer with every mark that was given for it, without anybody's name. */
export async function viewRecord(record: MarkingRecord): Promise<RecordView> {
  await loadVersions([record.vignetteVersionId, record.rubricVersionId])
  const vignette = await writtenVersion(record.vignetteVersionId)
  const { criteria, criticalErrors } = await rubricVersion(record.rubricVersionId)
  return {
    marks: record.marks,
    finals: record.finals,
    vignetteTitle: vignette.title,
    situationHtml: situationHtml(vignette),
    answers: promptsOf(vignette).flatMap(({ id, label }) => {
      const document = record.answers[id] as RichDocument | undefined
      return document ? [{ id, label, document: maskNames(document, record.traineeName, caseTextOf(vignette)) }] : []
    }),
    rubric: { criteria, criticalErrors },
  }
}

/** What a trainee wrote about the marking, screened as the answer is: without their own name. */
export async function withoutName(statement: string, record: MarkingRecord): Promise<string> {
  const vignette = await writtenVersion(record.vignetteVersionId)
  return maskPlainText(statement, record.traineeName, caseTextOf(vignette)).text
}
