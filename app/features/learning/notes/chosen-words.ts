/** Words of one paragraph, by their places in its text. */
export type ChosenWords = { anchor: string; from: number; to: number }

/** What is selected of a lesson's text, paragraph by paragraph. What is folded away, or lies between paragraphs, cannot be marked. */
export function chosenWords(text: HTMLElement, selection: Selection | null): ChosenWords[] {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return []
  const range = selection.getRangeAt(0)
  return [...text.querySelectorAll<HTMLElement>('[id^="p-"]')].flatMap((paragraph) => {
    if (!range.intersectsNode(paragraph) || paragraph.getClientRects().length === 0) return []
    const words = paragraph.textContent
    const from = lengthUpTo(paragraph, range.startContainer, range.startOffset) ?? 0
    const to = lengthUpTo(paragraph, range.endContainer, range.endOffset) ?? words.length
    return words.slice(from, to).trim() === '' ? [] : [{ anchor: paragraph.id, from, to }]
  })
}

/** How much of a paragraph's text stands before a point in it; nothing for a point elsewhere. */
function lengthUpTo(paragraph: HTMLElement, node: Node, offset: number): number | undefined {
  if (!paragraph.contains(node)) return undefined
  const before = document.createRange()
  before.setStart(paragraph, 0)
  before.setEnd(node, offset)
  return before.toString().length
}
