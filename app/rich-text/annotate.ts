import type { Passage } from '#app/domain/passages.ts'
import type { RichDocument, RichNode } from './document.ts'

/** A passage with the number that its comment goes by. */
export type NumberedPassage = Passage & {
  number: number
  /** The id of the comment in its page. */
  noteId: string
  /** Whose it is where two people's stand in one text: the second's look different. */
  isSecond?: boolean
}

/** The mark of a commented passage: which passages a piece of text belongs to, and which of them end with it. */
export const PASSAGE_MARK = 'passage'
export type PassageMark = { of: NumberedPassage[]; ends: NumberedPassage[] }

const TEXT_BLOCKS = new Set(['paragraph', 'heading'])

type Piece = Passage & { node: RichNode }

/**
 * The document with a mark on every piece of text that lies in one of the passages. Passages count in `plainTextOf`; they may overlap and go over paragraphs.
 */
export function annotate(document: RichDocument, passages: readonly NumberedPassage[]): RichDocument {
  const { walk, pieces } = splitter(passages)
  const split = walk(document)
  for (const passage of passages) {
    const inside = pieces.filter((piece) => overlaps(piece, passage))
    for (const { node } of inside) markOf(node).of.push(passage)
    const last = inside.at(-1)
    if (last) markOf(last.node).ends.push(passage)
  }
  return split as RichDocument
}

const overlaps = (one: Passage, other: Passage) => one.from < other.to && other.from < one.to

function markOf(node: RichNode): PassageMark {
  const found = node.marks?.find(({ type }) => type === PASSAGE_MARK)
  if (found) return found.attrs as PassageMark
  const attrs: PassageMark = { of: [], ends: [] }
  node.marks = [...(node.marks ?? []), { type: PASSAGE_MARK, attrs }]
  return attrs
}

/** Cuts the text where a passage begins or ends, counting as `plainTextOf` does. */
function splitter(passages: readonly Passage[]) {
  const edges = [...new Set(passages.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b)
  const pieces: Piece[] = []
  let place = 0
  let blocks = 0

  const cut = (node: RichNode, text: string): RichNode[] => {
    const cuts = [place, ...edges.filter((edge) => edge > place && edge < place + text.length), place + text.length]
    return cuts.slice(1).map((to, at) => {
      const from = cuts[at] ?? place
      const piece = { ...node, text: text.slice(from - place, to - place) }
      pieces.push({ from, to, node: piece })
      return piece
    })
  }
  const walk = (node: RichNode): RichNode => {
    if (TEXT_BLOCKS.has(node.type) && blocks++ > 0) place += 1
    if (!node.content) return { ...node }
    const content = node.content.flatMap((child) => {
      if (child.text === undefined && child.type !== 'hardBreak') return [walk(child)]
      const parts = child.text === undefined ? [{ ...child }] : cut(child, child.text)
      place += child.text?.length ?? 1
      return parts
    })
    return { ...node, content }
  }
  return { walk, pieces }
}
