import type { KeyedQuestion } from '#app/content/keyed-question.ts'
import { keyedField } from '#app/domain/keyed/answer-fields.ts'

/** The faults of a form for the list above it: the same sentence may stand at several items, so each is told with the number of its own. */
export function faultsByItem(question: KeyedQuestion, errors: Readonly<Record<string, string>>) {
  const items = question.kind === 'annotate' ? [] : question.items.map(({ id }) => keyedField.item(id))
  return Object.entries(errors).map(([id, message]) => {
    const number = items.indexOf(id) + 1
    return { id, message: number > 0 ? `Item ${number}: ${message}` : message }
  })
}
