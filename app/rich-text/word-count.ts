import type { RichNode } from './document.ts'
import { plainTextOf } from './plain-text.ts'

const segmenter = new Intl.Segmenter('en-GB', { granularity: 'word' })

/** Words as a reader counts them. The numbers and dots of a list are not the writer's words. */
export const countDocumentWords = (document: RichNode): number => countWords(plainTextOf(document))

export function countWords(text: string): number {
  let words = 0
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) words += 1
  return words
}
