import type { Passage } from './passages.ts'
import { withoutSpaces } from './passages.ts'

/** A paragraph of a lesson as it reads now. */
export type Paragraph = { id: string; words: string }

/** Words of a lesson that somebody marked: where they stood, and what they said. */
export type MarkedWords = Passage & { anchor: string; quote: string }

/** Where marked words are now. */
export type PlacedWords = Passage & { anchor: string }

/**
 * Cuts the marked words out of their paragraph.
 * @returns nothing where the paragraph has no such words: then it was corrected while the page lay open, or the numbers are made up.
 */
export function wordsAt({ id, words }: Paragraph, passage: Passage): MarkedWords | undefined {
  const { from, to } = passage
  const isWithin = Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from < to && to <= words.length
  const kept = isWithin ? withoutSpaces(passage, words) : null
  return kept ? { anchor: id, ...kept, quote: words.slice(kept.from, kept.to) } : undefined
}

/** The whole of a paragraph, for whoever has no way of choosing words in it. */
export const wholeOf = (paragraph: Paragraph): MarkedWords | undefined =>
  wordsAt(paragraph, { from: 0, to: paragraph.words.length })

/**
 * Where marked words stand in a lesson that may have been corrected since: in their paragraph, at the place nearest to where they were; else in the one other
 * paragraph that holds them. Nothing where the words themselves were changed, or stand in several others: then the quote is all that is left of them.
 */
export function placeOf(marked: MarkedWords, paragraphs: readonly Paragraph[]): PlacedWords | undefined {
  const own = paragraphs.find(({ id }) => id === marked.anchor)
  const at = own ? nearest(startsOf(marked.quote, own.words), marked.from) : undefined
  if (own && at !== undefined) return placed(own.id, at, marked)
  const [elsewhere, ...others] = paragraphs.filter(({ words }) => words.includes(marked.quote))
  return elsewhere && others.length === 0
    ? placed(elsewhere.id, elsewhere.words.indexOf(marked.quote), marked)
    : undefined
}

const placed = (anchor: string, from: number, { quote }: MarkedWords): PlacedWords => ({
  anchor,
  from,
  to: from + quote.length,
})

function startsOf(quote: string, words: string): number[] {
  const starts: number[] = []
  for (let at = words.indexOf(quote); at !== -1; at = words.indexOf(quote, at + 1)) starts.push(at)
  return starts
}

const nearest = (starts: readonly number[], from: number): number | undefined =>
  starts.toSorted((a, b) => Math.abs(a - from) - Math.abs(b - from))[0]
