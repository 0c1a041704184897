import { writtenVersion } from '#app/content/catalogue.server.ts'
import type { ScriptOfMarker } from '#app/db/marks.server.ts'
import { type Anchor, checkAnchors } from '#app/domain/anchors.ts'
import { checkMark, type MarkFaults, type MarkFields, markField } from '#app/domain/mark-form.ts'
import type { Mark, MarkedRubric } from '#app/domain/rubric.ts'
import { anchorsAsWritten, answerTexts, shownTexts } from './answer-texts.server.ts'

/**
 * Reads a mark of a script with its comments on passages, which are checked against the text that the marker saw.
 * @returns the complete mark with the comments at the text as it was written, or every fault at once by its field.
 */
export async function checkScriptMark(
  script: ScriptOfMarker,
  rubric: MarkedRubric,
  { [markField.anchors]: field, ...fields }: MarkFields,
): Promise<{ mark: Mark; anchors: Anchor[] } | { faults: MarkFaults }> {
  const texts = await answerTexts(script, await writtenVersion(script.vignetteVersionId))
  const criterionIds = rubric.criteria.map(({ id }) => id)
  const checked = checkMark(rubric, fields)
  const passages = checkAnchors(field, shownTexts(texts), criterionIds)
  if ('mark' in checked && 'anchors' in passages)
    return { mark: checked.mark, anchors: anchorsAsWritten(texts, passages.anchors) }
  return {
    faults: {
      ...('faults' in checked && checked.faults),
      ...('fault' in passages && { [markField.anchors]: passages.fault }),
    },
  }
}
