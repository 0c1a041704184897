import { benchmarkVersion } from '#app/content/catalogue.server.ts'
import type { WrittenVignette } from '#app/content/vignette-schema.ts'
import { caseTextOf, promptsOf } from '#app/content/vignettes.ts'
import type { ScriptOfMarker } from '#app/db/marks.server.ts'
import type { Anchor } from '#app/domain/anchors.ts'
import { plainDocument, type RichDocument } from '#app/rich-text/document.ts'
import { maskNames } from '#app/rich-text/mask-names.ts'
import { type MaskedText, maskedText } from '#app/rich-text/masked-text.ts'
import { plainTextOf } from '#app/rich-text/plain-text.ts'

export type Written = Pick<ScriptOfMarker, 'answers' | 'benchmarkVersionId' | 'writerName'>

/** An answer as it was written, and as a marker sees it: without its writer's name. */
export type AnswerText = { written: RichDocument; shown: RichDocument; passages: MaskedText }

export type AnswerTexts = {
  byPrompt: ReadonlyMap<string, AnswerText>
  /** Whatever stands beside the answers, by its name. */
  gate: unknown
}

/** The answers of a script in the order of the prompts. A gold script's are its benchmark's, in the same form. */
export async function answerTexts(script: Written, vignette: WrittenVignette): Promise<AnswerTexts> {
  const answers = script.answers ?? (await answersOfBenchmark(script.benchmarkVersionId))
  const caseText = caseTextOf(vignette)
  const { writerName } = script
  const byPrompt = new Map<string, AnswerText>()
  for (const { id } of promptsOf(vignette)) {
    const written = answers[id] as RichDocument | undefined
    if (!written) continue
    const shown = writerName === null ? written : maskNames(written, writerName, caseText)
    byPrompt.set(id, { written, shown, passages: maskedText(written, writerName, caseText) })
  }
  return { byPrompt, gate: answers.gate }
}

async function answersOfBenchmark(versionId: string | null): Promise<Record<string, unknown>> {
  if (!versionId) return {}
  const { gate, ...answers } = (await benchmarkVersion(versionId)).answers
  const documents = Object.entries(answers).map(([promptId, text]) => [promptId, plainDocument(text)])
  return { ...Object.fromEntries(documents), gate }
}

/** The text of each answer as its marker sees it, in which the places of a draft's comments count. */
export const shownTexts = ({ byPrompt }: AnswerTexts): Map<string, string> =>
  new Map([...byPrompt].map(([promptId, { shown }]) => [promptId, plainTextOf(shown)]))

/** Comments as a marker made them, to be kept at the text as it was written. */
export const anchorsAsWritten = (texts: AnswerTexts, anchors: readonly Anchor[]): Anchor[] =>
  anchors.flatMap((anchor) => placed(texts, anchor, 'written'))

/** Comments as they are kept, to be shown to a marker. */
export const anchorsAsShown = (texts: AnswerTexts, anchors: readonly Anchor[]): Anchor[] =>
  anchors.flatMap((anchor) => placed(texts, anchor, 'shown'))

function placed({ byPrompt }: AnswerTexts, anchor: Anchor, as: 'written' | 'shown'): Anchor[] {
  const answer = byPrompt.get(anchor.promptId)
  if (!answer) return []
  const passage = as === 'written' ? answer.passages.toWritten(anchor) : answer.passages.toShown(anchor)
  return [{ ...anchor, ...passage, quote: plainTextOf(answer[as]).slice(passage.from, passage.to) }]
}
