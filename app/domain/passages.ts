/** A stretch of a text: from the first character to just after the last, counted in UTF-16 units as strings are. */
export type Passage = { from: number; to: number }

const sentences = new Intl.Segmenter('en-GB', { granularity: 'sentence' })

/** The sentences of a text in their order, without the space around them. What can be chosen by keyboard, one at a time. */
export function sentencesOf(text: string): (Passage & { text: string })[] {
  return [...sentences.segment(text)].flatMap(({ segment, index }) => {
    const words = segment.trim()
    if (words === '') return []
    const from = index + segment.indexOf(words)
    return [{ from, to: from + words.length, text: words }]
  })
}

/** How many characters two passages share. */
export const sharedLength = (a: Passage, b: Passage): number =>
  Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from))

/** Whether a passage lies within a text, has at least one character of it that is no space, and does not end before it begins. */
export const liesWithin = ({ from, to }: Passage, text: string): boolean =>
  Number.isInteger(from) && Number.isInteger(to) && from >= 0 && to <= text.length && text.slice(from, to).trim() !== ''

/** A passage without the space at its ends; null where there is nothing else in it. */
export function withoutSpaces({ from, to }: Passage, text: string): Passage | null {
  const words = text.slice(from, to)
  const start = from + words.length - words.trimStart().length
  return words.trim() === '' ? null : { from: start, to: start + words.trim().length }
}
