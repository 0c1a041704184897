import { describe, expect, it } from 'vitest'
import type { RichNode } from '#app/rich-text/document.ts'
import { plainTextOf } from '#app/rich-text/plain-text.ts'
import { countWords } from '#app/rich-text/word-count.ts'

const paragraph = (...texts: string[]): RichNode => ({
  type: 'paragraph',
  content: texts.map((text) => ({ type: 'text', text })),
})

const countDocumentWords = (...content: RichNode[]) => countWords(plainTextOf({ type: 'doc', content }))

describe('counting words', () => {
  it.each([
    ['', 0],
    ['  …  — ?! ', 0],
    ["You can't know that.", 4],
    ['It’s yours.', 2],
    ['Ngozi Ọláìyá wróciła', 3],
    ['24 hours', 2],
  ])('%j has %i', (text, words) => expect(countWords(text)).toBe(words))

  it('counts a word that is half in bold once', () => {
    expect(countDocumentWords(paragraph('mental', 'izing'))).toBe(1)
  })

  it('parts the words of neighbouring blocks', () => {
    expect(countDocumentWords(paragraph('one'), paragraph('two'))).toBe(2)
  })

  it('does not count the numbers of a list', () => {
    const items = ['validate', 'explore'].map((step) => ({ type: 'listItem', content: [paragraph(step)] }))
    expect(countDocumentWords({ type: 'orderedList', content: items })).toBe(2)
  })
})
