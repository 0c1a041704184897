import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Passage } from '#app/domain/passages.ts'
import { annotate, PASSAGE_MARK, type PassageMark } from '#app/rich-text/annotate.ts'
import type { RichDocument, RichNode } from '#app/rich-text/document.ts'
import { maskNames } from '#app/rich-text/mask-names.ts'
import { maskedText } from '#app/rich-text/masked-text.ts'
import { plainTextOf, textBlocksOf } from '#app/rich-text/plain-text.ts'

const text = (words: string, ...marks: string[]): RichNode => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
})
const paragraph = (...content: RichNode[]): RichNode => ({ type: 'paragraph', content })
const list = (...items: RichNode[][]): RichNode => ({
  type: 'bulletList',
  content: items.map((content) => ({ type: 'listItem', content })),
})
const doc = (...content: RichNode[]): RichDocument => ({ type: 'doc', content })

const answer = doc(
  { type: 'heading', attrs: { level: 2 }, content: [text('What I say')] },
  paragraph(text('I '), text('hear', 'bold'), { type: 'hardBreak' }, text('you.')),
  { type: 'paragraph' },
  list([paragraph(text('first')), paragraph(text('and more'))], [paragraph(text('second'))]),
  { type: 'blockquote', content: [paragraph(text('You left.'))] },
)

describe('the plain text of a document', () => {
  it('has a line break between any two blocks, however they are nested, and none for the bold', () => {
    expect(plainTextOf(answer)).toBe('What I say\nI hear\nyou.\n\nfirst\nand more\nsecond\nYou left.')
  })

  it('has each block where the block’s own text says', () => {
    for (const { from, text: block } of textBlocksOf(answer))
      expect(plainTextOf(answer).slice(from, from + block.length)).toBe(block)
    expect(textBlocksOf(answer)).toHaveLength(7)
  })
})

/** The words that are marked, by the number of the comment, and the number that stands after them. */
function marked(document: RichDocument, of: number) {
  const pieces: { words: string; ends: boolean }[] = []
  const walk = (node: RichNode) => {
    const mark = node.marks?.find(({ type }) => type === PASSAGE_MARK)?.attrs as PassageMark | undefined
    const isIn = (passages: readonly { number: number }[]) => passages.some(({ number }) => number === of)
    if (mark && isIn(mark.of)) pieces.push({ words: node.text ?? '', ends: isIn(mark.ends) })
    node.content?.forEach(walk)
  }
  walk(document)
  return pieces
}

const numbered = (passages: readonly Passage[]) =>
  passages.map((passage, at) => ({ ...passage, number: at + 1, noteId: '' }))

const passageOf = (words: string) => {
  const from = plainTextOf(answer).indexOf(words)
  return { from, to: from + words.length }
}

describe('a commented passage', () => {
  it('is marked as far as it goes, over bold words, line breaks and paragraphs, and numbered at its end', () => {
    const annotated = annotate(answer, numbered([passageOf('hear\nyou.'), passageOf('more\nsecond\nYou')]))
    expect(marked(annotated, 1)).toEqual([
      { words: 'hear', ends: false },
      { words: 'you.', ends: true },
    ])
    expect(marked(annotated, 2)).toEqual([
      { words: 'more', ends: false },
      { words: 'second', ends: false },
      { words: 'You', ends: true },
    ])
  })

  it('may overlap another', () => {
    const annotated = annotate(answer, numbered([passageOf('What I'), passageOf('I say')]))
    expect(marked(annotated, 1).map(({ words }) => words)).toEqual(['What ', 'I'])
    expect(marked(annotated, 2).map(({ words }) => words)).toEqual(['I', ' say'])
  })

  it('leaves the document as it was, whatever the passages', () => {
    const end = plainTextOf(answer).length
    const passage = fc.tuple(fc.nat(end + 3), fc.nat(end + 3)).map(([from, to]) => ({ from, to }))
    fc.assert(
      fc.property(fc.array(passage, { maxLength: 5 }), (passages) => {
        const before = JSON.stringify(answer)
        const annotated = annotate(answer, numbered(passages))
        expect(plainTextOf(annotated)).toBe(plainTextOf(answer))
        expect(JSON.stringify(answer)).toBe(before)
        for (const [at, { from, to }] of passages.entries()) {
          const words = marked(annotated, at + 1).map((piece) => piece.words)
          expect(words.join('')).toBe(plainTextOf(answer).slice(from, to).replaceAll('\n', ''))
        }
      }),
    )
  })
})

describe('a passage of a text in which a name is masked', () => {
  const written = doc(
    paragraph(text('Yours, Bo '), text('Li', 'bold')),
    paragraph(text('Bartholomew wrote it; Bo did.')),
  )
  const name = 'Bo Bartholomew'
  const shown = maskNames(written, name)
  const { toWritten, toShown } = maskedText(written, name, '')

  it('has the same words on both sides', () => {
    expect(plainTextOf(shown)).toBe('Yours, [name] Li\n[name] wrote it; [name] did.')
    const from = plainTextOf(shown).indexOf('wrote')
    const passage = toWritten({ from, to: from + 'wrote it; [name]'.length })
    expect(plainTextOf(written).slice(passage.from, passage.to)).toBe('wrote it; Bo')
    expect(toShown(passage)).toEqual({ from, to: from + 'wrote it; [name]'.length })
  })

  it('takes the whole name where it cuts the mask, and the whole mask where it cuts the name', () => {
    const from = plainTextOf(shown).indexOf('\n[name]') + 3
    const whole = toWritten({ from, to: from + 2 })
    expect(plainTextOf(written).slice(whole.from, whole.to)).toBe('Bartholomew')
    const cut = toShown({ from: whole.from + 4, to: whole.from + 6 })
    expect(plainTextOf(shown).slice(cut.from, cut.to)).toBe('[name]')
  })

  it('comes back to itself, but for an edge that cuts a mask', () => {
    const masks = [...plainTextOf(shown).matchAll(/\[name\]/g)].map(({ index }) => ({ from: index, to: index + 6 }))
    const wholeAt = (place: number) => masks.find(({ from, to }) => from < place && place < to)
    for (let from = 0; from < plainTextOf(shown).length; from++)
      for (let to = from + 1; to <= plainTextOf(shown).length; to++)
        expect(toShown(toWritten({ from, to }))).toEqual({
          from: wholeAt(from)?.from ?? from,
          to: wholeAt(to)?.to ?? to,
        })
  })

  it('stays where it is without a name', () => {
    expect(maskedText(written, null, '').toWritten({ from: 3, to: 9 })).toEqual({ from: 3, to: 9 })
  })
})
