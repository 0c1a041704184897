import type { RichNode } from './document.ts'

const segmenter = new Intl.Segmenter('en-GB', { granularity: 'word' })
const TEXT_BLOCKS = new Set(['paragraph', 'heading'])

/** Words as a reader counts them. The numbers and dots of a list are not the writer's words. */
export const countDocumentWords = (document: RichNode): number => countWords(writtenText(document))

export function countWords(text: string): number {
  let words = 0
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) words += 1
  return words
}

/** Only what was typed. A word that is half in bold stays one word; the last of one block and the first of the next are two. */
export function writtenText({ type, text, content = [] }: RichNode): string {
  if (text !== undefined) return text
  if (type === 'hardBreak') return '\n'
  return content.map(writtenText).join(TEXT_BLOCKS.has(type) ? '' : '\n')
}
