/** Marks words of a paragraph on the page itself, across whatever emphasis they contain. @returns the marks: one for each piece of text. */
export function markInText(paragraph: HTMLElement, { from, to }: { from: number; to: number }): HTMLElement[] {
  const pieces: { node: Text; start: number }[] = []
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
  for (let start = 0; walker.nextNode(); ) {
    const node = walker.currentNode as Text
    pieces.push({ node, start })
    start += node.length
  }
  return pieces.flatMap(({ node, start }) => {
    const begin = Math.max(from - start, 0)
    const end = Math.min(to - start, node.length)
    if (begin >= end) return []
    const range = document.createRange()
    range.setStart(node, begin)
    range.setEnd(node, end)
    const mark = document.createElement('mark')
    mark.className = 'own-mark'
    range.surroundContents(mark)
    return mark
  })
}

/** Takes a mark out again and leaves its words. */
export function unmark(mark: HTMLElement): void {
  const { parentElement } = mark
  mark.replaceWith(...mark.childNodes)
  parentElement?.normalize()
}
