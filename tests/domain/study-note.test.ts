import { describe, expect, it } from 'vitest'
import { placeOf, wholeOf, wordsAt } from '#app/domain/study-note.ts'

const first = { id: 'p-first', words: 'What is in her mind? She waits, and she waits.' }
const second = { id: 'p-second', words: ' He is late. ' }
const wordsIn = (paragraph: typeof first, quote: string, after = 0) => {
  const from = paragraph.words.indexOf(quote, after)
  const marked = wordsAt(paragraph, { from, to: from + quote.length })
  if (!marked) throw new Error('not there')
  return marked
}

describe('marking words', () => {
  it('keeps them without the space at their ends', () => {
    expect(wordsAt(first, { from: 7, to: 15 })).toEqual({ anchor: 'p-first', from: 8, to: 14, quote: 'in her' })
    expect(wholeOf(second)).toEqual({ anchor: 'p-second', from: 1, to: 12, quote: 'He is late.' })
  })

  it('refuses what is no passage of the paragraph', () => {
    const passages = [
      [-1, 4],
      [4, 4],
      [9, 4],
      [0, 1_000],
      [0.5, 4],
      [7, 8],
      [Number.NaN, 4],
    ]
    for (const [from = 0, to = 0] of passages) expect(wordsAt(first, { from, to }), `${from}-${to}`).toBeUndefined()
    expect(wholeOf({ id: 'p-blank', words: '  ' })).toBeUndefined()
  })
})

describe('marked words in a lesson that was corrected', () => {
  it('stay where they were, and of two places that say the same at the one that was marked', () => {
    const marked = wordsIn(first, 'he waits', 35)
    expect(placeOf(marked, [second, first])).toEqual({ anchor: 'p-first', from: marked.from, to: marked.to })
    const corrected = { ...first, words: `Now: ${first.words}` }
    expect(placeOf(marked, [corrected])).toEqual({ anchor: 'p-first', from: marked.from + 5, to: marked.to + 5 })
  })

  it('go along when the words around them make another paragraph of it', () => {
    const rewritten = { id: 'p-third', words: 'Ask: what is in her mind? Then wait.' }
    expect(placeOf(wordsIn(first, 'in her mind?'), [second, rewritten])).toEqual({
      anchor: 'p-third',
      from: 13,
      to: 25,
    })
  })

  it('are nowhere once they themselves were changed, or could be in two places', () => {
    const marked = wordsIn(first, 'She waits')
    expect(placeOf(marked, [second, { id: 'p-third', words: 'She is waiting.' }])).toBeUndefined()
    const twice = ['p-third', 'p-fourth'].map((id) => ({ id, words: 'She waits here.' }))
    expect(placeOf(marked, twice)).toBeUndefined()
  })
})
