import { isParagraphAnchor } from '#app/domain/paragraph-anchor.ts'

/** A paragraph as it is shown: the words are those that a browser gives as its text. */
export type ShownParagraph = { id: string; words: string }

/** A piece of HTML that React has made: a tag, or the words between two. */
export type Piece = { html: string; isTag: boolean; paragraph: string | undefined }

const PIECE = /<[^>]*>|[^<]+/g
const OPENING = /^<(p|span) id="([^"]+)">$/

/** HTML of a lesson in pieces, each with the paragraph that it lies in. Only for what React made: it escapes every `<` and `>` of a text. */
export function piecesOf(html: string): Piece[] {
  let open: { id: string; name: string; depth: number } | undefined
  return (html.match(PIECE) ?? []).map((piece) => {
    const isTag = piece.startsWith('<')
    const [, name = '', id = ''] = OPENING.exec(piece) ?? []
    if (!open && isParagraphAnchor(id)) {
      open = { id, name, depth: 1 }
      return { html: piece, isTag, paragraph: undefined }
    }
    if (open && isTag) {
      if (piece === `</${open.name}>`) open.depth -= 1
      else if (piece.startsWith(`<${open.name} `) || piece === `<${open.name}>`) open.depth += 1
      if (open.depth === 0) open = undefined
    }
    return { html: piece, isTag, paragraph: open?.id }
  })
}

/** The paragraphs of a lesson's HTML that have an anchor, in the order of the page. */
export function shownParagraphs(html: string): ShownParagraph[] {
  const words = new Map<string, string>()
  for (const { html: piece, isTag, paragraph } of piecesOf(html))
    if (paragraph && !isTag) words.set(paragraph, (words.get(paragraph) ?? '') + textIn(piece))
  return [...words].map(([id, text]) => ({ id, words: text }))
}

const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'", '&amp;': '&' }

/** Words as React wrote them, read back. */
export const textIn = (html: string): string =>
  html.replaceAll(/&(?:lt|gt|quot|#x27|amp);/g, (one) => entities[one] ?? one)

const FIRST_WORDS = 60

/** Enough of a paragraph to know it by, cut between words. */
export function firstWords(words: string): string {
  const text = words.trim()
  return text.length <= FIRST_WORDS ? text : `${text.slice(0, FIRST_WORDS).replace(/\s+\S*$/, '')} …`
}
