import { describe, expect, it } from 'vitest'
import { plainDocument } from '#app/rich-text/document.ts'
import { documentMarkdown } from '#app/rich-text/markdown.ts'

const text = (words: string, ...marks: string[]) => ({
  type: 'text',
  text: words,
  marks: marks.map((type) => ({ type })),
})
const block = (type: string, ...content: object[]) => ({ type, content })
const item = (words: string) => block('listItem', block('paragraph', text(words)))

describe('a document as Markdown', () => {
  it('keeps headings, lists, quotations and what is bold or italic, with the spaces outside of the signs', () => {
    const document = block(
      'doc',
      { ...block('heading', text('One')), attrs: { level: 2 } },
      block('paragraph', text('She '), text('waits ', 'bold'), text('now', 'bold', 'italic')),
      block('bulletList', item('a'), item('b')),
      { ...block('orderedList', item('c')), attrs: { start: 3 } },
      block('blockquote', block('paragraph', text('d'))),
    )
    expect(documentMarkdown(document as never)).toBe('## One\n\nShe **waits** **_now_**\n\n- a\n- b\n\n3. c\n\n> d')
  })

  it('escapes what was typed and only looks like a sign', () => {
    expect(documentMarkdown(plainDocument('# 1 *is* [not] <b>\n- a\n1. b'))).toBe(
      '\\# 1 \\*is\\* \\[not\\] \\<b\\>\n\n\\- a\n\n\\1. b',
    )
  })
})
