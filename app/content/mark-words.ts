import { type Piece, piecesOf, textIn } from './paragraph-text.ts'

/** Words of a paragraph that are to be drawn as marked; `noteHref` leads to what somebody wrote on them. */
export type Marking = { anchor: string; from: number; to: number; noteHref?: string | undefined }

/**
 * A lesson's HTML with words marked in it. Marks end and begin again at every tag, so that they never cross one, and those that overlap are drawn as one.
 * A link to a note has no text of its own: the paragraph's words stay what they were, and so do places in them.
 */
export function markWords(html: string, markings: readonly Marking[]): string {
  if (markings.length === 0) return html
  const reached = new Map<string, number>()
  return piecesOf(html)
    .map((piece) => {
      if (piece.isTag || !piece.paragraph) return piece.html
      const from = reached.get(piece.paragraph) ?? 0
      const text = textIn(piece.html)
      reached.set(piece.paragraph, from + text.length)
      return markPiece({ piece, text, from }, markings)
    })
    .join('')
}

function markPiece(
  { piece, text, from }: { piece: Piece; text: string; from: number },
  all: readonly Marking[],
): string {
  const to = from + text.length
  const here = all.filter((one) => one.anchor === piece.paragraph && one.from < to && one.to > from)
  if (here.length === 0) return piece.html
  const cuts = [from, to, ...here.flatMap((one) => [one.from, one.to])].filter((at) => at >= from && at <= to)
  const borders = [...new Set(cuts)].sort((a, b) => a - b)
  return borders
    .map((start, index) => {
      const end = borders[index + 1] ?? to
      const words = escapeText(text.slice(start - from, end - from))
      const isMarked = here.some((one) => one.from <= start && one.to >= end) && words !== ''
      const notes = here.filter((one) => one.noteHref && one.to === end && end > start)
      return (isMarked ? `<mark class="own-mark">${words}</mark>` : words) + notes.map(noteLink).join('')
    })
    .join('')
}

const noteLink = ({ noteHref = '' }: Marking) =>
  `<a class="own-note" href="${escapeText(noteHref)}" aria-label="Your note on these words"></a>`

const characters: Record<string, string> = { '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;', '&': '&amp;' }
const escapeText = (text: string) => text.replaceAll(/[<>"'&]/g, (one) => characters[one] ?? one)
