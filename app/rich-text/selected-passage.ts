import type { Passage } from '#app/domain/passages.ts'

const BLOCKS = 'p, h2, h3, h4, h5, h6'

/** What is selected of a document that `RichText` drew in `root`, counted as `plainTextOf` counts; null when nothing of it is. */
export function selectedPassage(root: Element): Passage | null {
  const selection = root.ownerDocument.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!range.intersectsNode(root)) return null
  let place = 0
  const selected: Passage[] = []
  for (const block of root.querySelectorAll(BLOCKS)) {
    for (const node of textsOf(block)) {
      const length = node.nodeType === node.TEXT_NODE ? (node.textContent ?? '').length : 1
      if (range.intersectsNode(node)) selected.push(within(node, range, place, length))
      place += length
    }
    place += 1
  }
  const [first, last] = [selected[0], selected.at(-1)]
  return first && last && first.from < last.to ? { from: first.from, to: last.to } : null
}

/** What was typed in a block, and its line breaks; not the numbers of comments. */
function textsOf(block: Element): Node[] {
  return [...block.childNodes].flatMap((node) => {
    if (node.nodeType === node.TEXT_NODE || node.nodeName === 'BR') return [node]
    const isWritten = node.nodeType === node.ELEMENT_NODE && !(node as Element).matches('[data-note]')
    return isWritten ? textsOf(node as Element) : []
  })
}

function within(node: Node, range: Range, place: number, length: number): Passage {
  return {
    from: place + (node === range.startContainer ? range.startOffset : 0),
    to: place + (node === range.endContainer ? range.endOffset : length),
  }
}
