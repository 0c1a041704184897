import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { AnnotatedDocument } from '#app/rich-text/annotated-document.tsx'
import type { RichDocument } from '#app/rich-text/document.ts'

const document: RichDocument = {
  type: 'doc',
  content: ['You asked first.', 'Then you waited.'].map((text) => ({
    type: 'paragraph',
    content: [{ type: 'text', text }],
  })),
}

it('a commented document numbers its passages in their order, and each number and comment lead to each other', () => {
  const html = renderToStaticMarkup(
    <AnnotatedDocument
      document={document}
      id="say"
      firstNumber={3}
      notes={[
        { from: 17, to: 21, text: 'When?', isSecond: true },
        { from: 0, to: 9, text: 'Good.', label: 'Not knowing' },
      ]}
    />,
  )
  expect(html).toContain(
    '<p><mark class="passage">You asked<sup data-note="true"><a href="#say-note-3" id="to-say-note-3" aria-label="Comment 3">3</a></sup></mark> first.</p>',
  )
  expect(html).toContain('<mark class="passage" data-second="true">Then')
  expect(html).toMatch(/<li id="say-note-3".*<b>Not knowing<\/b><q>You asked<\/q><div class="words">Good\.<\/div>/)
  expect(html).toMatch(/<li id="say-note-4".*<a href="#to-say-note-4"/)
})

it('a document without comments is drawn as any other', () => {
  const html = renderToStaticMarkup(<AnnotatedDocument document={document} id="say" notes={[]} />)
  expect(html).toBe('<div class="prose rich-text"><p>You asked first.</p><p>Then you waited.</p></div>')
})
