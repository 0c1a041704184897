import { type Place, passageBetween } from '#app/domain/keyed/annotation.ts'
import type { Chosen } from './coding-state.ts'

/** What is selected of the transcript; null when nothing of it is. */
export function selectedPassage(root: Element, texts: readonly string[]): Chosen | { fault: string } | null {
  const selection = root.ownerDocument.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!range.intersectsNode(root)) return null
  const pieces = [...root.querySelectorAll<HTMLElement>('[data-at]')].filter((piece) => range.intersectsNode(piece))
  const [first, last] = [pieces[0], pieces.at(-1)]
  if (!first || !last) return null
  return passageBetween(placeIn(first, range.startContainer, range.startOffset, 0), endIn(last, range), texts)
}

const endIn = (piece: HTMLElement, { endContainer, endOffset }: Range): Place =>
  placeIn(piece, endContainer, endOffset, piece.textContent?.length ?? 0)

/** A piece holds one stretch of text. Where the selection's edge lies outside of it, all of the piece is meant. */
function placeIn(piece: HTMLElement, node: Node, offset: number, outside: number): Place {
  const within = piece.contains(node) && node.nodeType === Node.TEXT_NODE ? offset : outside
  return { turn: Number(piece.dataset.turn), at: Number(piece.dataset.at) + within }
}
