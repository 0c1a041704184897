import { z } from 'zod'
import { listField } from '#app/http/form.server.ts'

const ids = listField(z.string().max(100))

/** What an answer to a question is sent in. An `order` question sends its steps beside the places that they were given. */
export const answerFields = { choice: ids, step: ids, place: ids }

export type TypedAnswer = { choice: string[]; step: string[]; place: string[] }

/**
 * Ids of the options chosen: for an `order` question the steps by their places, and none unless each place is given once.
 */
export function chosenIds({ choice, step, place }: TypedAnswer): string[] {
  if (step.length === 0) return choice
  const placed = step.map((_, index) => step[place.indexOf(String(index + 1))])
  return placed.every((id) => id !== undefined) ? placed : []
}
