import { styleOf } from './inert-html.ts'

/*
 * Word's clipboard has no lists. An item is a paragraph with `mso-list:l0 level2 lfo1` in its style and its number or bullet
 * drawn as text, either in a span with `mso-list:Ignore` or between the comments `[if !supportLists]` and `[endif]`.
 */

type Item = { paragraph: Element; level: number; isOrdered: boolean; number: number | null }
type OpenList = { list: Element; level: number; isOrdered: boolean }

const MAX_LEVEL = 9

export function turnWordParagraphsIntoLists(body: HTMLElement): void {
  let open: OpenList[] = []
  for (const paragraph of [...body.querySelectorAll('[data-style*="mso-list"]')]) {
    const item = readItem(paragraph)
    if (!item) continue
    // Anything between this item and the list before it ends that list.
    const continues = open[0] !== undefined && open[0].list === paragraph.previousElementSibling
    open = place(item, continues ? open : [])
  }
}

function readItem(paragraph: Element): Item | null {
  const level = /mso-list\s*:\s*l\d+\s+level(\d+)/i.exec(styleOf(paragraph))?.[1]
  if (!level) return null
  const marker = takeMarker(paragraph)
  const number = /^\(?(\d+)[.)]/.exec(marker)?.[1]
  return {
    paragraph,
    level: Math.min(Number(level), MAX_LEVEL),
    isOrdered: /^\(?\w{1,6}[.)]/.test(marker),
    number: number ? Number(number) : null,
  }
}

/** Removes the drawn number or bullet and gives it back: `1.`, `a)`, `·`. */
function takeMarker(paragraph: Element): string {
  const span = [...paragraph.querySelectorAll('*')].find((element) => /mso-list\s*:\s*ignore/i.test(styleOf(element)))
  const drawn = span ? [span] : betweenComments(paragraph)
  const marker = drawn.map((node) => node.textContent).join('')
  for (const node of drawn) node.remove()
  return marker.replaceAll(/[\s\u00a0]/g, '')
}

function betweenComments(paragraph: Element): ChildNode[] {
  const nodes = [...paragraph.childNodes]
  const isComment = (words: string) => (node: ChildNode) =>
    node.nodeType === Node.COMMENT_NODE && (node.nodeValue ?? '').includes(words)
  const start = nodes.findIndex(isComment('!supportLists'))
  const end = nodes.findIndex(isComment('endif'))
  return start === -1 ? [] : nodes.slice(start + 1, end === -1 ? start + 2 : end)
}

/** Puts the item into the innermost open list of its level and kind, or opens one. Gives the lists that are open then. */
function place(item: Item, open: OpenList[]): OpenList[] {
  const around = open.filter(({ level }) => level < item.level)
  const same = open.find(({ level, isOrdered }) => level === item.level && isOrdered === item.isOrdered)
  const current = same ?? openList(item, around.at(-1))
  const entry = item.paragraph.ownerDocument.createElement('li')
  entry.append(...item.paragraph.childNodes)
  current.list.append(entry)
  item.paragraph.remove()
  return [...around, current]
}

function openList(item: Item, around: OpenList | undefined): OpenList {
  const list = item.paragraph.ownerDocument.createElement(item.isOrdered ? 'ol' : 'ul')
  if (item.number !== null && item.number !== 1) list.setAttribute('start', String(item.number))
  if (around) around.list.lastElementChild?.append(list)
  else item.paragraph.before(list)
  return { list, level: item.level, isOrdered: item.isOrdered }
}
