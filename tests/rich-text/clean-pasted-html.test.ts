import { getSchema } from '@tiptap/core'
import { DOMParser as SchemaParser } from '@tiptap/pm/model'
import { JSDOM } from 'jsdom'
import { describe, expect, it, vi } from 'vitest'
import { richTextExtensions } from '#app/rich-text/extensions.ts'
import { checkDocument } from '#app/rich-text/parse-document.server.ts'
import { cleanPastedHtml } from '#app/rich-text/paste/clean-pasted-html.ts'
import { chromeWithoutWordStyles, googleDocs, webPage, wordLists, wordProse, wordReview } from './pasted-samples.ts'

const { window } = new JSDOM()
const { document } = window
vi.stubGlobal('DOMParser', window.DOMParser)
vi.stubGlobal('NodeFilter', window.NodeFilter)
vi.stubGlobal('Node', window.Node)

const parser = SchemaParser.fromSchema(getSchema(richTextExtensions))

/** What stands in the editor after pasting, as an outline: one line a block, emphasis in signs. */
function outline(html: string): string[] {
  const holder = document.createElement('div')
  holder.innerHTML = cleanPastedHtml(html)
  const pasted = parser.parse(holder)
  expect(checkDocument(pasted.toJSON())).not.toBeNull()
  const lines: string[] = []
  pasted.descendants((node, _position, parent) => {
    if (!node.isTextblock) return true
    const words: string[] = []
    node.forEach((child) => {
      const marks = child.marks.map(({ type }) => (type.name === 'bold' ? '**' : '_'))
      words.push(`${marks.join('')}${child.isText ? child.text : '↵'}${marks.toReversed().join('')}`)
    })
    lines.push(`${nameOf(node.type.name, node.attrs.level)} ${parent?.type.name ?? ''} ${words.join('')}`)
    return false
  })
  return lines
}

const nameOf = (type: string, level: number | undefined) => (type === 'heading' ? `h${level}` : type)

const lists = (html: string) => {
  const holder = document.createElement('div')
  holder.innerHTML = cleanPastedHtml(html)
  return holder
}

describe('pasting from Word', () => {
  it('keeps headings, paragraphs and emphasis, and nothing of the styling', () => {
    expect(outline(wordProse)).toEqual([
      'h2 doc What I would say',
      'paragraph doc You are **right**, it was _two_. The text went out at half eight, and you were on the bus.',
      'paragraph doc **_And that was ours._**',
    ])
    expect(cleanPastedHtml(wordProse)).not.toMatch(/style|class|Mso|o:p|lang/)
  })

  it('turns drawn bullets and numbers into lists, nested as they were', () => {
    const { children } = lists(wordLists)
    expect([...children].map(({ tagName }) => tagName)).toEqual(['P', 'UL', 'P', 'OL', 'P', 'OL'])
    expect(outline(wordLists)).toEqual([
      'paragraph doc Before the session:',
      'paragraph listItem read the diary',
      'paragraph listItem who cancelled what',
      'paragraph listItem ask the team',
      'paragraph doc In the session:',
      'paragraph listItem validate',
      'paragraph listItem explore',
      'paragraph doc A remark in between.',
      'paragraph listItem own my part',
    ])
    expect(children[1]?.querySelector(':scope > li > ul > li')?.textContent).toBe('who cancelled what')
    expect(children[5]?.getAttribute('start')).toBe('3')
  })

  it('finds the drawn bullets as well when the browser has taken their style away', () => {
    expect(lists(chromeWithoutWordStyles).innerHTML).toBe('<ol><li>first</li><li>second</li></ol>')
  })

  it('leaves out what a reviewer deleted, what was hidden and what stood in a comment', () => {
    expect(outline(wordReview)).toEqual(['paragraph doc She waited at the door.'])
  })
})

describe('pasting from Google Docs', () => {
  it('is not bold all over, and keeps emphasis, headings and nested lists', () => {
    expect(outline(googleDocs)).toEqual([
      'h2 doc Why this',
      'paragraph doc He is **upset** and _still thinking_.',
      'paragraph listItem the number',
      'paragraph listItem was wrong',
      'paragraph listItem the diary',
    ])
    expect(lists(googleDocs).querySelector('ul > li > ul > li')?.textContent).toBe('was wrong')
  })
})

describe('pasting from a web page', () => {
  it('keeps the words of links and tables and drops scripts, pictures and form fields', () => {
    expect(outline(webPage)).toEqual([
      'h3 doc Not knowing',
      'paragraph doc See the paper of 2010.',
      'paragraph doc one',
      'paragraph doc two',
      'paragraph blockquote You said third.',
      'paragraph doc First line↵second line',
    ])
    expect(cleanPastedHtml(webPage)).not.toMatch(/alert|onclick|href|src|secret/)
  })

  it('gives no list a start that is no number', () => {
    expect(cleanPastedHtml('<ol start="abc" type="a"><li>x</li></ol>')).toBe('<ol><li>x</li></ol>')
  })
})

describe('pasting from our own editor', () => {
  it('keeps its note on where the piece was cut', () => {
    const own = '<p data-pm-slice="1 1 []">half a sentence</p>'
    expect(cleanPastedHtml(own)).toBe(own)
  })
})
