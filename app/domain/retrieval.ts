import { seededRandom } from './seeded-random.ts'

type Option = { id: string; text: string; feedback: string; correct?: boolean | undefined }

/** A retrieval question as far as judging it goes. The options of an `order` question stand in their right order. */
export type JudgedQuestion = { id: string; kind: 'single' | 'multiple' | 'order'; options: readonly Option[] }

export type Choice = { chosen: string[] } | { fault: string }

const FAULTS = {
  single: 'Choose one answer.',
  multiple: 'Choose at least one answer.',
  order: 'Give every step its own number, from first to last.',
}

/**
 * What a person chose, if it is an answer to this question at all.
 * @param ids of the options chosen; for an `order` question, all of them in the chosen order.
 */
export function readChoice({ kind, options }: JudgedQuestion, ids: readonly string[]): Choice {
  const chosen = [...new Set(ids)]
  const areKnown = chosen.every((id) => options.some((option) => option.id === id))
  const isAnswer = {
    single: chosen.length === 1,
    multiple: chosen.length >= 1,
    order: chosen.length === options.length && ids.length === options.length,
  }[kind]
  return areKnown && isAnswer ? { chosen } : { fault: FAULTS[kind] }
}

/** Whether the choice is right: the same options, and for an `order` question in the same order. */
export function isRight({ kind, options }: JudgedQuestion, chosen: readonly string[]): boolean {
  if (kind === 'order') return options.map(({ id }) => id).join() === chosen.join()
  const right = options.filter(({ correct }) => correct).map(({ id }) => id)
  return right.length === chosen.length && right.every((id) => chosen.includes(id))
}

/**
 * The options as a reader sees them. Steps to be ordered are shuffled, the same way each time for one person and question, and
 * never into their right order; the others stand as they were written.
 * @param seed e.g. enrolment id and question id.
 */
export function shownOptions<Question extends JudgedQuestion>(
  { kind, options }: Question,
  seed: string,
): Question['options'][number][] {
  if (kind !== 'order') return [...options]
  const shuffled = shuffle(options, seed)
  const isSolved = shuffled.every((option, index) => option === options[index])
  return isSolved ? [...shuffled.slice(1), ...shuffled.slice(0, 1)] : shuffled
}

/** Fisher–Yates with a generator that is seeded by text: every order can come up, and the same seed gives the same one. */
export function shuffle<Item>(items: readonly Item[], seed: string): Item[] {
  const random = seededRandom(seed)
  const rest = [...items]
  const shuffled: Item[] = []
  while (rest.length > 0) shuffled.push(...rest.splice(Math.floor(random() * rest.length), 1))
  return shuffled
}
