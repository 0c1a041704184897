import type { WrittenVignette } from '#app/content/vignette-schema.ts'
import { promptsOf } from '#app/content/vignettes.ts'
import { documentText, type RichDocument } from '#app/rich-text/document.ts'

/** A whole answer as one text, its parts in the order of the prompts. Places of passages are counted in this. */
export const answerText = (vignette: WrittenVignette, answers: Record<string, unknown>): string =>
  promptsOf(vignette)
    .flatMap(({ id }) => (answers[id] ? [documentText(answers[id] as RichDocument)] : []))
    .join('\n\n')

/** What everybody who answers has before them: quoting it is no likeness. */
export function knownTexts(vignette: WrittenVignette): string[] {
  const turns = vignette.kind === 'unfolding' ? vignette.stages.flatMap(({ then }) => then) : []
  return [
    vignette.situation,
    ...[...vignette.transcript, ...turns].map(({ says }) => says),
    ...promptsOf(vignette).flatMap(({ label, help }) => [label, help]),
  ]
}
