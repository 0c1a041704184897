import { getSchema } from '@tiptap/core'
import { DOMParser as SchemaParser } from '@tiptap/pm/model'
import fc from 'fast-check'
import { JSDOM } from 'jsdom'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { RichDocument, RichNode } from '#app/rich-text/document.ts'
import { richTextExtensions } from '#app/rich-text/extensions.ts'
import { checkDocument } from '#app/rich-text/parse-document.server.ts'
import { RichText } from '#app/rich-text/render-document.tsx'

const text = (words: string, ...marks: string[]): RichNode => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
})
const paragraph = (...content: RichNode[]): RichNode => ({ type: 'paragraph', content })
const doc = (...content: RichNode[]): RichDocument => ({ type: 'doc', content })

const render = (document: RichDocument, headingLevel: 2 | 3 | 4 | 5 = 2) =>
  renderToStaticMarkup(<RichText document={document} headingLevel={headingLevel} />)

describe('a document to be read', () => {
  it('is drawn with every node and mark that it may hold', () => {
    const item = { type: 'listItem', content: [paragraph(text('first'))] }
    expect(
      render(
        doc(
          paragraph(text('I '), text('hear', 'bold', 'italic'), { type: 'hardBreak' }, text('you.')),
          { type: 'bulletList', content: [item] },
          { type: 'orderedList', attrs: { start: 3, type: null }, content: [item] },
          { type: 'blockquote', content: [paragraph(text('You said third.'))] },
        ),
      ),
    ).toBe(
      '<div class="prose rich-text"><p>I <em><strong>hear</strong></em><br/>you.</p><ul><li><p>first</p></li></ul>' +
        '<ol start="3"><li><p>first</p></li></ol><blockquote><p>You said third.</p></blockquote></div>',
    )
  })

  it('has its headings below those of the page that it stands on', () => {
    const headings = [2, 3].map((level) => ({ type: 'heading', attrs: { level }, content: [text('Why')] }))
    expect(render(doc(...headings), 4)).toMatch(/<h4 class="rich-heading">Why<\/h4><h5 class="rich-subheading">/)
  })

  it('shows markup as the words that were typed', () => {
    expect(render(doc(paragraph(text('<script>alert(1)</script>'))))).toContain('&lt;script&gt;alert(1)')
  })
})

describe('what is drawn', () => {
  const schema = getSchema(richTextExtensions)
  const { document } = new JSDOM().window

  function parse(html: string): RichDocument {
    const holder = document.createElement('div')
    holder.innerHTML = html
    return SchemaParser.fromSchema(schema).parse(holder, { preserveWhitespace: 'full' }).toJSON()
  }

  const words = fc.string({ minLength: 1, maxLength: 12 }).map((value) => value.replace(/[^\w ]/g, 'x'))
  const inline = fc.array(
    fc.tuple(words, fc.subarray(['bold', 'italic'])).map(([value, marks]) => text(value, ...marks)),
    { minLength: 1, maxLength: 4 },
  )
  const block = fc.oneof(
    inline.map((content) => paragraph(...content)),
    fc.tuple(inline, fc.constantFrom(2, 3)).map(([content, level]) => ({ type: 'heading', attrs: { level }, content })),
    inline.map((content) => ({ type: 'blockquote', content: [paragraph(...content)] })),
    fc.tuple(inline, fc.nat(9)).map(([content, start]) => ({
      type: 'orderedList',
      attrs: { start, type: null },
      content: [{ type: 'listItem', content: [paragraph(...content)] }],
    })),
  )

  it('is the same document when it is read again', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 5 }), (blocks) => {
        const once = parse(render(doc(...blocks)))
        expect(checkDocument(once)).toEqual(once)
        expect(parse(render(once))).toEqual(once)
      }),
    )
  })
})
