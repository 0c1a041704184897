import { z } from 'zod'
import { listField } from '#app/http/form.server.ts'

const text = z.string().max(100)

/** The two forms of a lesson's page. An `order` question sends its steps beside the places that they were given. */
export const lessonForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('read') }),
  z.object({
    intent: z.literal('answer'),
    question: text,
    choice: listField(text),
    step: listField(text),
    place: listField(text),
  }),
])

export type TypedAnswer = Extract<z.output<typeof lessonForm>, { intent: 'answer' }>

/**
 * Ids of the options chosen: for an `order` question the steps by their places, and none unless each place is given once.
 */
export function chosenIds({ choice, step, place }: Pick<TypedAnswer, 'choice' | 'step' | 'place'>): string[] {
  if (step.length === 0) return choice
  const placed = step.map((_, index) => step[place.indexOf(String(index + 1))])
  return placed.every((id) => id !== undefined) ? placed : []
}
