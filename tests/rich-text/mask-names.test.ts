import { describe, expect, it } from 'vitest'
import { documentText, plainDocument, type RichDocument } from '#app/rich-text/document.ts'
import { maskNames } from '#app/rich-text/mask-names.ts'
import { maskPlainText } from '#app/rich-text/masked-text.ts'

const text = (words: string, ...marks: string[]) => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
})

describe('a document as a marker sees it', () => {
  it('has [name] for the writer’s name, and every other word as it was', () => {
    const document = plainDocument('I, Noor Haddad, would wait.\nIt is NOOR’s habit.')
    expect(documentText(maskNames(document, 'Noor Haddad'))).toBe('I, [name], would wait.\n\nIt is [name]’s habit.')
  })

  it('has it also for a name that is half in bold, keeps the marks, and leaves no empty text', () => {
    const document: RichDocument = {
      type: 'doc',
      content: [
        {
          type: 'bulletList',
          content: [
            {
              type: 'listItem',
              content: [
                {
                  type: 'paragraph',
                  content: [text('From No'), text('or', 'bold'), text(' Haddad', 'italic'), text('!')],
                },
              ],
            },
          ],
        },
      ],
    }
    const paragraph = maskNames(document, 'Noor Haddad').content?.[0]?.content?.[0]?.content?.[0]
    expect(paragraph?.content).toEqual([text('From [name]'), text('!')])
  })

  it('is the same where nobody is named', () => {
    const document = plainDocument('What was it like?')
    expect(maskNames(document, 'Noor Haddad')).toEqual(document)
  })
})

it('a plain text has the mask in place of its writer’s name, and passages move with it', () => {
  const text = 'Noor Haddad here. I would slow down. Noor asks.'
  const { text: shown, toShown } = maskPlainText(text, 'Noor Haddad', '')
  expect(shown).toBe('[name] here. I would slow down. [name] asks.')
  const [from, to] = [text.indexOf('I would'), text.indexOf(' Noor asks')]
  const moved = toShown({ from, to })
  expect(shown.slice(moved.from, moved.to)).toBe('I would slow down.')
})

it('a plain text without a name in it stays as it is', () => {
  const { text, toShown } = maskPlainText('I would slow down.', 'Noor Haddad', '')
  expect([text, toShown({ from: 2, to: 7 })]).toEqual(['I would slow down.', { from: 2, to: 7 }])
})
