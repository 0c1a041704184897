import type { RichNode } from './document.ts'

const TEXT_BLOCKS = new Set(['paragraph', 'heading'])

/**
 * Only what was typed, a line break between two blocks. A word that is half in bold stays one word; the last of one block and the
 * first of the next are two. A comment on a passage counts its place in this.
 */
export function plainTextOf({ type, text, content = [] }: RichNode): string {
  if (text !== undefined) return text
  if (type === 'hardBreak') return '\n'
  return content.map(plainTextOf).join(TEXT_BLOCKS.has(type) ? '' : '\n')
}

/** A paragraph or heading, and where its text begins in that of the document. */
export type TextBlock = { from: number; text: string }

/** The text of each block in its order. Between two there is one line break. */
export function textBlocksOf(document: RichNode): TextBlock[] {
  let from = 0
  return leafBlocksOf(document).map((block) => {
    const text = plainTextOf(block)
    const placed = { from, text }
    from += text.length + 1
    return placed
  })
}

const leafBlocksOf = (node: RichNode): RichNode[] =>
  TEXT_BLOCKS.has(node.type) ? [node] : (node.content ?? []).flatMap(leafBlocksOf)
