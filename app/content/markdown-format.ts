import type { Nodes, Root } from 'mdast'
import { CITATION } from './bibliography.ts'
import type { Finding } from './findings.ts'
import { TERM } from './glossary-schema.ts'
import { everyNode, textNodes } from './markdown.ts'

/** Where a piece of Markdown stands: its file, the field that it fills, and the lines of the file before it. */
export type MarkdownPlace = { file: string; field: string; linesBefore: number }

export const findingAt = (node: Nodes, { file, field, linesBefore }: MarkdownPlace, message: string): Finding => ({
  file,
  line: (node.position?.start.line ?? 1) + linesBefore,
  column: node.position?.start.column ?? 1,
  field,
  message,
})

const ALLOWED = new Set([
  'root',
  'paragraph',
  'text',
  'textDirective',
  'strong',
  'emphasis',
  'break',
  'heading',
  'list',
  'listItem',
  'blockquote',
  'thematicBreak',
  'table',
  'tableRow',
  'tableCell',
  'containerDirective',
])

const REFUSED: Record<string, string> = {
  html: 'HTML is not part of the format',
  image: 'images are not part of the format',
  imageReference: 'images are not part of the format',
  link: 'a link leads only to the bibliography: cite the work with [@key]',
  linkReference: 'a link leads only to the bibliography: cite the work with [@key]',
  definition: 'a link leads only to the bibliography: cite the work with [@key]',
  leafDirective: 'a block begins with three colons and ends with three colons on a line of their own',
}

/** What no text under `content/` may hold, and what looks like a slip of the pen. */
export function checkMarks(root: Root, place: MarkdownPlace): Finding[] {
  const marks = [...everyNode(root)].flatMap((node) => {
    if (!ALLOWED.has(node.type))
      return [findingAt(node, place, REFUSED[node.type] ?? `${node.type} is not part of the format`)]
    if (node.type === 'heading' && (node.depth < 2 || node.depth > 3))
      return [findingAt(node, place, 'headings are ## or ###')]
    return []
  })
  return [...marks, ...checkSlips(root, place)]
}

const checkSlips = (root: Root, place: MarkdownPlace): Finding[] =>
  textNodes(root).flatMap((node) => {
    if (node.value.includes(':::'))
      return [
        findingAt(node, place, 'this ::: neither opens nor closes a block: look for one that is missing or doubled'),
      ]
    if (node.value.replaceAll(CITATION, '').includes('[@'))
      return [findingAt(node, place, 'this citation cannot be read: write [@key], or [@key; @other-key] on one line')]
    if (/\[\[|\]\]/.test(node.value.replaceAll(TERM, '')))
      return [findingAt(node, place, 'this mark cannot be read: write [[term]], without other marks inside')]
    return []
  })
