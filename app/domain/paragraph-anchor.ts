/**
 * An anchor for each paragraph of a text, in their order: made of its own words alone, so that a paragraph keeps its anchor when others are
 * put in, taken out or corrected around it, and when no more than its marks, cases or spaces change. One that says what an earlier
 * one says gets a number. Fit for an address and an element's id.
 */
export function paragraphAnchors(paragraphs: readonly string[]): string[] {
  const counts = new Map<string, number>()
  return paragraphs.map((words) => {
    const anchor = `p-${hashOf(plainWords(words))}`
    const count = (counts.get(anchor) ?? 0) + 1
    counts.set(anchor, count)
    return count === 1 ? anchor : `${anchor}-${count}`
  })
}

const SHAPE = /^p-[a-z0-9]{7}(?:-[1-9]\d{0,2})?$/

export const isParagraphAnchor = (text: string): boolean => SHAPE.test(text)

const plainWords = (text: string) =>
  (
    text
      .toLowerCase()
      .normalize('NFKC')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ')

/** FNV-1a in 32 bits, as seven letters and digits: enough to tell the some fifty paragraphs of a lesson apart. Not for secrets. */
function hashOf(words: string): string {
  let hash = 0x811c9dc5
  for (const character of words) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0).toString(36).padStart(7, '0')
}
