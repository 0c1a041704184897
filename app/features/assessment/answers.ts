import type { Prompt } from '#app/content/schemas.ts'
import { plainDocument, type RichDocument } from '#app/rich-text/document.ts'

/** What is written to each prompt, by the prompt's id: the body of an answer's draft, and of the frozen answer. */
export type Answers = Record<string, RichDocument>

export type { Prompt } from '#app/content/schemas.ts'

/** The names of the form's fields; also their ids in the page. */
export const answerField = {
  answer: (promptId: string) => `answer-${promptId}`,
  ownWork: 'own-work',
  noPatient: 'no-patient',
} as const

export const blankAnswers = (prompts: readonly Pick<Prompt, 'id'>[]): Answers =>
  Object.fromEntries(prompts.map(({ id }) => [id, plainDocument('')]))
