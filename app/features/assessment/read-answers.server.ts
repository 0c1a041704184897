import type { SavedDraft } from '#app/domain/draft.ts'
import { isBlank } from '#app/rich-text/document.ts'
import { checkDocument, parseDocument } from '#app/rich-text/parse-document.server.ts'
import { type Answers, answerField, blankAnswers, type Prompt } from './answers.ts'

export type SentAnswers = {
  /** Usable as they are only without errors. What could not be read at all is missing. */
  answers: Answers
  /** By the name of the field that each stands beside. */
  errors: Record<string, string>
}

/** Reads what a form sent for each prompt: a document of the editor, or plain typing. */
export function readSentAnswers(prompts: readonly Prompt[], fields: Readonly<Record<string, string>>): SentAnswers {
  const sent: SentAnswers = { answers: {}, errors: {} }
  for (const { id, label } of prompts) {
    const parsed = parseDocument(fields[answerField.answer(id)] ?? '')
    const document = parsed.fault === undefined ? parsed.document : parsed.readable
    if (document) sent.answers[id] = document
    if (parsed.fault !== undefined) sent.errors[answerField.answer(id)] = `“${label}”: ${parsed.fault}`
    else if (isBlank(parsed.document)) sent.errors[answerField.answer(id)] = `Write your answer to “${label}”.`
  }
  return sent
}

/** The answers of a draft, which its owner's browser wrote: whatever is no document of ours is left blank. */
export function readDraftAnswers(prompts: readonly Pick<Prompt, 'id'>[], body: unknown): Answers {
  const documents = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
  const answers = blankAnswers(prompts)
  for (const { id } of prompts) {
    const document = Object.hasOwn(documents, id) ? checkDocument(documents[id]) : null
    if (document) answers[id] = document
  }
  return answers
}

export const answersDraft = (
  prompts: readonly Pick<Prompt, 'id'>[],
  draft: SavedDraft | null,
): SavedDraft<Answers> | null => draft && { ...draft, body: readDraftAnswers(prompts, draft.body) }
