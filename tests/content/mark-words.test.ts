import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markWords } from '#app/content/mark-words.ts'
import { shownParagraphs, textIn } from '#app/content/paragraph-text.ts'

const ID = 'p-0000001'
const HTML = `<h2 id="a">One</h2><p id="${ID}">She <em>waits</em> &amp; <span class="citation">(<a href="#r">First, 2010</a>)</span> asks.</p><p>She</p>`
const WORDS = 'She waits & (First, 2010) asks.'
const at = (quote: string, noteHref?: string) => {
  const from = WORDS.indexOf(quote)
  return { anchor: ID, from, to: from + quote.length, noteHref }
}

describe('marking words in the HTML of a lesson', () => {
  it('marks them over tags without crossing one, in their own paragraph alone', () => {
    expect(markWords(HTML, [at('he waits &')])).toContain(
      `<p id="${ID}">S<mark class="own-mark">he </mark><em><mark class="own-mark">waits</mark></em><mark class="own-mark"> &amp;</mark> <span`,
    )
    expect(markWords(HTML, [at('She')])).toContain('<p>She</p>')
    expect(markWords(HTML, [])).toBe(HTML)
  })

  it('ends words that have a note with a link to it, which has no text', () => {
    expect(markWords(HTML, [at('waits', '#note-1')])).toContain(
      '<mark class="own-mark">waits</mark><a class="own-note" href="#note-1" aria-label="Your note on these words"></a></em>',
    )
  })

  it('leaves the words of every paragraph and every tag as they were, wherever words are marked', () => {
    const place = fc.integer({ min: 0, max: WORDS.length })
    fc.assert(
      fc.property(fc.array(fc.tuple(place, place), { maxLength: 5 }), (places) => {
        const markings = places
          .map(([a, b]) => ({ anchor: ID, from: Math.min(a, b), to: Math.max(a, b), noteHref: '#n' }))
          .filter(({ from, to }) => from < to)
        const marked = markWords(HTML, markings)
        expect(shownParagraphs(marked)).toEqual([{ id: ID, words: WORDS }])
        expect(marked.replaceAll(/<\/?mark[^>]*>|<a class="own-note".*?<\/a>/g, '')).toBe(HTML)
        const shown = [...marked.matchAll(/<mark[^>]*>(.*?)<\/mark>/g)].map(([, words = '']) => textIn(words)).join('')
        const covered = [...WORDS].filter((_, index) => markings.some(({ from, to }) => from <= index && index < to))
        expect(shown).toBe(covered.join(''))
      }),
    )
  })
})
