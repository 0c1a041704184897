import { nameEmphasis } from './emphasis.ts'
import { inertHtml, styleOf } from './inert-html.ts'
import { nestStrayLists } from './stray-lists.ts'
import { turnWordParagraphsIntoLists } from './word-lists.ts'

/** Scripts and styles; what Word's reviewers deleted or remarked; pictures and form fields, which no answer has. */
const DROPPED =
  'script, style, title, meta, link, xml, del, img, picture, svg, video, audio, iframe, object, input, button, select, textarea, template, .msocomanchor, .MsoCommentReference'

/** Set aside by Word: hidden text, and remarks in the margin with their marks in the text. */
const UNSEEN = /display\s*:\s*none|mso-hide\s*:\s*all|mso-element\s*:\s*comment|mso-special-character\s*:\s*comment/i

/** The tags that mean something to our editor. Of any other only the content stays. */
const KEPT = new Set(['P', 'H2', 'H3', 'STRONG', 'EM', 'UL', 'OL', 'LI', 'BLOCKQUOTE', 'BR', 'DIV'])
const RENAMED: Record<string, string> = { H1: 'h2', H4: 'h3', H5: 'h3', H6: 'h3' }
/** Each of these ends a paragraph, which a tag that is merely taken away would not. */
const BLOCKS_WITHOUT_MEANING =
  'address, article, aside, caption, dd, dt, fieldset, figcaption, figure, footer, form, header, main, nav, pre, section, td, th'
const BLOCKS = 'p, h2, h3, ul, ol, li, blockquote, div'

/**
 * Reduces what was copied from Word, Google Docs or a web page to the few things that our documents hold: drawn bullets
 * become lists, styled spans become emphasis, what was deleted or hidden stays out, all styling goes.
 */
export function cleanPastedHtml(html: string): string {
  const { body } = new DOMParser().parseFromString(inertHtml(html), 'text/html')
  dropUnseen(body)
  turnWordParagraphsIntoLists(body)
  nestStrayLists(body)
  nameEmphasis(body, BLOCKS)
  renameBlocks(body)
  keepKnownTags(body)
  dropEmptyBlocks(body)
  keepPlainText(body)
  return body.innerHTML
}

function dropUnseen(body: HTMLElement): void {
  for (const element of body.querySelectorAll(DROPPED)) element.remove()
  for (const element of body.querySelectorAll('*')) if (UNSEEN.test(styleOf(element))) element.remove()
}

function renameBlocks(body: HTMLElement): void {
  for (const element of [...body.querySelectorAll('*')]) {
    const name = element.matches(BLOCKS_WITHOUT_MEANING) ? 'div' : RENAMED[element.tagName]
    if (!name) continue
    const block = body.ownerDocument.createElement(name)
    block.append(...element.childNodes)
    element.replaceWith(block)
  }
}

function keepKnownTags(body: HTMLElement): void {
  for (const element of [...body.querySelectorAll('*')].reverse()) {
    if (!KEPT.has(element.tagName)) element.replaceWith(...element.childNodes)
    else
      for (const name of element.getAttributeNames()) if (!keepsAttribute(element, name)) element.removeAttribute(name)
  }
}

/** Where a list begins, and our own editor's note on where in a document its piece was cut out. */
const keepsAttribute = (element: Element, name: string): boolean =>
  name === 'data-pm-slice' ||
  (name === 'start' && element.tagName === 'OL' && /^\d{1,6}$/.test(element.getAttribute(name) ?? ''))

/** Empty paragraphs and line breaks are how others set space between paragraphs; we set it ourselves. */
function dropEmptyBlocks(body: HTMLElement): void {
  for (const block of [...body.querySelectorAll(BLOCKS)].reverse()) if (block.textContent?.trim() === '') block.remove()
  for (const lineBreak of body.querySelectorAll('br'))
    if (lineBreak.parentElement?.querySelector(`:scope > :is(${BLOCKS})`)) lineBreak.remove()
}

function keepPlainText(body: HTMLElement): void {
  const nodes = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_COMMENT)
  const comments: Node[] = []
  while (nodes.nextNode()) {
    const { currentNode } = nodes
    if (currentNode.nodeType === Node.COMMENT_NODE) comments.push(currentNode)
    else currentNode.nodeValue = (currentNode.nodeValue ?? '').replaceAll('\u00a0', ' ')
  }
  for (const comment of comments) comment.parentNode?.removeChild(comment)
}
