import { z } from 'zod'
import { pairOf } from '#app/domain/retrieval/match.ts'
import { listField } from '#app/http/form.server.ts'

const ids = listField(z.string().max(100))

/**
 * What an answer to a question is sent in. An `order` question sends its steps beside the places that they were given, a `match` its lines
 * beside their answers, a `gap` what was typed.
 */
export const answerFields = {
  choice: ids,
  step: ids,
  place: ids,
  line: ids,
  answer: ids,
  text: z.string().max(2000).optional(),
  print: z.string().max(100).optional(),
}

export type TypedAnswer = {
  choice: string[]
  step: string[]
  place: string[]
  line: string[]
  answer: string[]
  text?: string | undefined
}

/** What was sent, as `readAnswer` takes it: steps stand in the order of their places, and none unless each place is given once. */
export function givenAnswer({ choice, step, place, line, answer, text }: TypedAnswer): string[] {
  if (text !== undefined) return [text]
  if (line.length > 0) return line.flatMap((id, index) => (answer[index] ? [pairOf(id, answer[index])] : []))
  if (step.length === 0) return choice
  const placed = step.map((_, index) => step[place.indexOf(String(index + 1))])
  return placed.every((id) => id !== undefined) ? placed : []
}
