// @vitest-environment jsdom
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { withoutSpaces } from '#app/domain/passages.ts'
import { AnnotatedDocument } from '#app/rich-text/annotated-document.tsx'
import type { RichDocument, RichNode } from '#app/rich-text/document.ts'
import { plainTextOf } from '#app/rich-text/plain-text.ts'
import { selectedPassage } from '#app/rich-text/selected-passage.ts'

const words = (text: string, ...marks: string[]): RichNode => ({
  type: 'text',
  text,
  marks: marks.map((type) => ({ type })),
})
const answer: RichDocument = {
  type: 'doc',
  content: [
    { type: 'paragraph', content: [words('I hear '), words('you', 'bold'), { type: 'hardBreak' }, words('and wait.')] },
    { type: 'paragraph' },
    {
      type: 'bulletList',
      content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [words('Was it so?')] }] }],
    },
  ],
}
const text = plainTextOf(answer)

/** The document as a page shows it, with a comment that has put its number into the words. */
function shown(): Element {
  document.body.innerHTML = renderToString(
    <div>
      <AnnotatedDocument document={answer} id="say" notes={[{ from: 2, to: 6, text: 'Good.' }]} />
    </div>,
  )
  return document.querySelector('.rich-text') ?? document.body
}

/** Selects from the nth letter of what was written to another, as a mouse does. */
function select(root: Element, start: string, end: string) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const data = node.textContent ?? ''
    if (data.includes(start)) range.setStart(node, data.indexOf(start))
    if (data.includes(end)) range.setEnd(node, data.indexOf(end) + end.length)
  }
  const selection = document.getSelection()
  selection?.removeAllRanges()
  selection?.addRange(range)
}

test.each([
  ['hear', 'hear', 'hear'],
  ['hear', 'wait', 'hear you\nand wait'],
  ['wait', 'Was', 'wait.\n\nWas'],
  ['it so', 'so?', 'it so?'],
])('a selection from %s to %s is counted as the text of the document is', (start, end, expected) => {
  const root = shown()
  select(root, start, end)
  const passage = selectedPassage(root)
  expect(passage && text.slice(passage.from, passage.to)).toBe(expected)
})

test('nothing is selected where the selection is empty or lies elsewhere', () => {
  const root = shown()
  document.getSelection()?.removeAllRanges()
  expect(selectedPassage(root)).toBeNull()
  document.body.insertAdjacentHTML('afterbegin', '<p id="other">Elsewhere</p>')
  select(document.querySelector('#other') ?? document.body, 'Else', 'where')
  expect(selectedPassage(root)).toBeNull()
})

test('space at the ends of a passage is no part of it', () => {
  expect(withoutSpaces({ from: 1, to: 7 }, text)).toEqual({ from: 2, to: 6 })
  expect(withoutSpaces({ from: 6, to: 7 }, text)).toBeNull()
})
