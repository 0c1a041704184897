import type { SavedDraft } from '#app/domain/draft.ts'
import { isBlank } from '#app/rich-text/document.ts'
import { checkDocument, parseDocument } from '#app/rich-text/parse-document.server.ts'
import { type Answers, answerField, blankAnswers, gateOf, isGateChoice, type Prompt } from './answers.ts'
import type { Asked } from './asked.ts'

export type SentAnswers = {
  /** Usable as they are only without errors. What could not be read at all is missing. */
  answers: Answers
  /** By the name of the field that each stands beside. */
  errors: Record<string, string>
}

type Fields = Readonly<Record<string, string>>

/** Reads what a form sent for each prompt (a document of the editor, or plain typing) and at the gate. */
export function readSentAnswers({ prompts, gate }: Asked, fields: Fields): SentAnswers {
  const sent: SentAnswers = { answers: {}, errors: {} }
  if (gate) readGate(fields[answerField.gate], sent)
  for (const prompt of prompts) readAnswer(prompt, fields[answerField.answer(prompt.id)] ?? '', sent)
  return sent
}

function readAnswer({ id, label }: Prompt, text: string, { answers, errors }: SentAnswers): void {
  const parsed = parseDocument(text)
  const document = parsed.fault === undefined ? parsed.document : parsed.readable
  if (document) answers[id] = document
  if (parsed.fault !== undefined) errors[answerField.answer(id)] = `“${label}”: ${parsed.fault}`
  else if (isBlank(parsed.document)) errors[answerField.answer(id)] = `Write your answer to “${label}”.`
}

function readGate(choice: string | undefined, { answers, errors }: SentAnswers): void {
  if (isGateChoice(choice)) answers[answerField.gate] = choice
  else errors[answerField.gate] = 'Choose first whether you would go on or step back.'
}

/** The answers of a draft, which its owner's browser wrote: whatever is no document of ours is left blank. */
function readDraftAnswers({ prompts, gate }: Asked, body: unknown): Answers {
  const documents = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
  const answers = blankAnswers(prompts)
  for (const { id } of prompts) {
    const document = Object.hasOwn(documents, id) ? checkDocument(documents[id]) : null
    if (document) answers[id] = document
  }
  const choice = gate && gateOf(documents)
  return choice ? { ...answers, gate: choice } : answers
}

export const answersDraft = (asked: Asked, draft: SavedDraft | null): SavedDraft<Answers> | null =>
  draft && { ...draft, body: readDraftAnswers(asked, draft.body) }
