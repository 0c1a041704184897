import { expect, it } from 'vitest'
import { withAskLinks } from '#app/content/ask-links.ts'
import { shownParagraphs } from '#app/content/paragraph-text.ts'

const html =
  '<h2 id="a-heading">A heading</h2><p id="p-aaaaaaa">One <span class="citation">(<a href="#r">x</a>)</span> two.</p>' +
  '<ul><li><span id="p-bbbbbbb"><span>in</span> a list</span></li></ul><p>A caption.</p>'

it('puts a link after each paragraph that has an anchor, outside of it, and nowhere else', () => {
  const asking = withAskLinks(html, '/learn/c/l/ask')
  expect([...asking.matchAll(/\?at=(p-\w+)"/g)].map(([, at]) => at)).toEqual(['p-aaaaaaa', 'p-bbbbbbb'])
  expect(asking).toContain('two.</p><a class="ask" href="/learn/c/l/ask?at=p-aaaaaaa"')
  expect(asking).toContain('a list</span><a class="ask"')
  expect(shownParagraphs(asking)).toEqual(shownParagraphs(html))
})
