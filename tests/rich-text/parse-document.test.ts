import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentText, type RichNode } from '#app/rich-text/document.ts'
import { checkDocument, parseDocument } from '#app/rich-text/parse-document.server.ts'

const text = (words: string, ...marks: string[]): RichNode => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
})
const paragraph = (...content: RichNode[]): RichNode => ({ type: 'paragraph', content })
const doc = (...content: RichNode[]): RichNode => ({ type: 'doc', content })
const parse = (document: unknown) => parseDocument(JSON.stringify(document))

const unreadable = { fault: expect.stringMatching(/could not be read/), readable: null }

function nested(times: number): RichNode {
  let node = paragraph(text('deep'))
  for (let i = 0; i < times; i++) node = { type: 'blockquote', content: [node] }
  return doc(node)
}

describe('a document of our editor', () => {
  it('is accepted with everything that the editor can write', () => {
    const item = { type: 'listItem', content: [paragraph(text('first'))] }
    const written = doc(
      { type: 'heading', attrs: { level: 2 }, content: [text('What I would say')] },
      paragraph(text('I '), text('hear', 'bold', 'italic'), { type: 'hardBreak' }, text('you.')),
      { type: 'bulletList', content: [item, item] },
      { type: 'orderedList', attrs: { start: 3, type: null }, content: [item] },
      { type: 'blockquote', content: [paragraph(text('You said third.'))] },
    )
    expect(parse(written)).toEqual({ document: written })
  })

  it('may be empty: whether something was written is another question', () => {
    expect(parse(doc({ type: 'paragraph' }))).toEqual({ document: doc({ type: 'paragraph' }) })
  })
})

describe('a hostile document is refused', () => {
  const cases: Record<string, unknown> = {
    'with an unknown node': doc({ type: 'script', content: [text('alert(1)')] }),
    'with a node of another editor': doc({ type: 'codeBlock', content: [text('x')] }),
    'with an image': doc({ type: 'image', attrs: { src: 'https://example.org/pixel.gif' } }),
    'with an unknown mark': doc(paragraph(text('x', 'link'))),
    'with attributes on a mark': doc(
      paragraph({ type: 'text', text: 'x', marks: [{ type: 'bold', attrs: { onclick: 'x' } } as { type: string }] }),
    ),
    'with an unknown attribute': doc({ type: 'paragraph', attrs: { style: 'color:red' } }),
    'with a heading of the first level': doc({ type: 'heading', attrs: { level: 1 } }),
    'with a heading without a level': doc({ type: 'heading' }),
    'with a list that starts nowhere': doc({ type: 'orderedList', attrs: { start: 'one' }, content: [] }),
    'with a key that no node has': { ...doc(paragraph()), __proto: 1, html: '<b>x</b>' },
    'with text where a block belongs': doc(text('loose')),
    'with an empty list': doc({ type: 'bulletList', content: [] }),
    'with empty text': doc(paragraph(text(''))),
    'with content that is no list': { type: 'doc', content: { length: 1 } },
    'with nothing in it': { type: 'doc', content: [] },
    'that is another kind of node': paragraph(text('x')),
    'nested 200 deep': nested(200),
    'nested 20 deep, document and text counted': nested(18),
  }
  for (const [name, hostile] of Object.entries(cases)) it(name, () => expect(parse(hostile)).toEqual(unreadable))

  it('nested 40,000 deep', () => {
    const opening = '{"type":"blockquote","content":['
    expect(parseDocument(opening.repeat(40_000) + ']}'.repeat(40_000))).toEqual(unreadable)
  })

  it('when it is broken off', () => expect(parseDocument('{"type":"doc","content":[')).toEqual(unreadable))
})

describe('a text that is too long is refused and given back', () => {
  it.each([
    ['a megabyte of typing', 'never mind '.repeat(95_000)],
    ['a megabyte in one node', JSON.stringify(doc(paragraph(text('a'.repeat(1_000_000)))))],
    ['20,001 characters', 'a'.repeat(20_001)],
    [
      'more than 100 KB of marks around little text',
      JSON.stringify(doc(...Array(3_000).fill(paragraph(text('b', 'bold'))))),
    ],
  ])('%s', (_, sent) => {
    const parsed = parseDocument(sent)
    expect(parsed.fault).toBe('This text is too long: 20,000 characters is the limit.')
    expect(parsed).toHaveProperty('readable.type', 'doc')
  })

  it('while 20,000 characters are welcome', () => {
    expect(parseDocument('a'.repeat(20_000)).fault).toBeUndefined()
  })
})

describe('plain typing', () => {
  it('becomes paragraphs, a line each', () => {
    expect(parseDocument('One.\r\n\r\nTwo.\nThree.')).toEqual({
      document: doc(paragraph(text('One.')), paragraph(text('Two.')), paragraph(text('Three.'))),
    })
  })

  it('keeps markup as the words that were typed', () => {
    expect(parseDocument('<b>bold</b> {not json}')).toEqual({
      document: doc(paragraph(text('<b>bold</b> {not json}'))),
    })
  })

  it('loses only what the database cannot hold', () => {
    expect(parseDocument('a\0b\ud800c')).toEqual({ document: doc(paragraph(text('ab\ufffdc'))) })
  })
})

describe('whatever is accepted', () => {
  const words = fc.string({ minLength: 1, maxLength: 20 }).filter((value) => value.replaceAll('\0', '') !== '')
  const inline = fc.oneof(
    fc.tuple(words, fc.subarray(['bold', 'italic'])).map(([value, marks]) => text(value, ...marks)),
    fc.constant<RichNode>({ type: 'hardBreak' }),
  )
  const block: fc.Arbitrary<RichNode> = fc.letrec<{ block: RichNode }>((tie) => ({
    block: fc.oneof(
      { maxDepth: 3 },
      fc.array(inline, { maxLength: 4 }).map((content) => paragraph(...content)),
      fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map((content) => ({ type: 'blockquote', content })),
      fc.array(words, { minLength: 1, maxLength: 3 }).map((items) => ({
        type: 'bulletList',
        content: items.map((value) => ({ type: 'listItem', content: [paragraph(text(value))] })),
      })),
    ),
  })).block
  const documents = fc.array(block, { minLength: 1, maxLength: 5 }).map((content) => doc(...content))

  it('is accepted again unchanged', () => {
    fc.assert(
      fc.property(documents, (written) => {
        const once = checkDocument(written)
        expect(once).not.toBeNull()
        expect(checkDocument(once)).toEqual(once)
      }),
    )
  })

  it('keeps its words when it goes through a plain textarea', () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1 }), (lines) => {
        const parsed = parseDocument(lines.join('\n'))
        if (parsed.fault !== undefined) return
        const again = parseDocument(documentText(parsed.document))
        expect(again).toEqual(parsed)
      }),
    )
  })
})
