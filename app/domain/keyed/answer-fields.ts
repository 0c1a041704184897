import type { Annotation } from './annotation.ts'

/**
 * The names of an answering form's fields, which are ids in the page as well. Ids of items, options and codes have no two hyphens
 * in a row. Every field has one value, so that a form without scripts says the same as one with them.
 */
export const keyedField = {
  /** Whether the passages stand in the form sentence by sentence or each by itself; without it the page was not ready. */
  way: 'coding-way',
  /** All of the coding, for a fault of it. */
  coding: 'coding',
  /** The code of a sentence; its place in the turn counts from 1. */
  sentence: (turn: number, sentence: number) => `code-${turn}-${sentence}`,
  /** A passage that is kept as it is. */
  passage: ({ turn, from, to, code }: Annotation) => `passage-${turn}-${from}-${to}-${code}`,
  /** All of an item, for a fault of it; where it is answered by one choice also that. */
  item: (itemId: string) => `item-${itemId}`,
  place: (itemId: string, optionId: string) => `place-${itemId}--${optionId}`,
  choice: (itemId: string, optionId: string) => `choice-${itemId}--${optionId}`,
  /** Why, of an item or of a turn by its number: asked of a panel only. */
  reason: (subject: string | number) => `reason-${subject}`,
} as const

export const CODING_WAYS = ['sentences', 'passages'] as const

/** The passage that a field of {@link keyedField.passage} names. */
export function passageOfField(name: string): Annotation | null {
  const [, turn, from, to, code = ''] = /^passage-(\d{1,5})-(\d{1,7})-(\d{1,7})-([a-z0-9-]+)$/.exec(name) ?? []
  return turn === undefined ? null : { turn: Number(turn), from: Number(from), to: Number(to), code }
}
