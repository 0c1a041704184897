import type { WrittenVignette } from '#app/content/vignette-schema.ts'
import { caseTextOf } from '#app/content/vignettes.ts'
import { ownNameFinder } from '#app/domain/own-name.ts'
import { namesWriter } from '#app/rich-text/mask-names.ts'
import { type Answers, answerField, documentOf } from './answers.ts'
import type { Asked } from './asked.ts'
import { NOT_MY_NAME } from './declarations.ts'

/** A sentence for each answer in which its writer names themselves, by the answer's field: marking is anonymous. */
export function nameErrors(
  { prompts }: Asked,
  answers: Answers,
  { name, vignette }: { name: string; vignette: WrittenVignette },
): Record<string, string> {
  const find = ownNameFinder(name, caseTextOf(vignette))
  const naming = prompts.filter(({ id }) => {
    const document = documentOf(answers, id)
    return document !== undefined && namesWriter(document, find)
  })
  return Object.fromEntries(
    naming.map(({ id, label }) => [
      answerField.answer(id),
      `“${label}”: your own name seems to stand in this answer. Take it out, or tick “${NOT_MY_NAME}” below.`,
    ]),
  )
}
