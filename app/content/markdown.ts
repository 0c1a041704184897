import type { Nodes, Root, Text } from 'mdast'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { CITATION } from './bibliography.ts'

const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(remarkDirective).freeze()

/** Markdown as a tree: tables and `:::blocks` besides the ordinary marks. */
export const parseMarkdown = (markdown: string): Root => parser.parse(markdown)

export function* everyNode(node: Nodes): Generator<Nodes> {
  yield node
  if ('children' in node) for (const child of node.children) yield* everyNode(child)
}

/**
 * The words of a node as they were written. The parser takes the `:am` of "at 9:am" for a directive of its own; our format has
 * none within a line, so it is given back as text.
 */
export function literalText(node: Nodes, markdown: string): string | undefined {
  if (node.type === 'text') return node.value
  if (node.type !== 'textDirective') return undefined
  return markdown.slice(node.position?.start.offset, node.position?.end.offset)
}

/** The keys of the works that a line of text cites, in the order of citing. */
export const citedKeys = (text: string): string[] =>
  [...text.matchAll(CITATION)].flatMap(([, keys = '']) => keys.split('; ').map((key) => key.replace('@', '')))

export const textNodes = (root: Nodes): Text[] =>
  [...everyNode(root)].filter((node): node is Text => node.type === 'text')

/** The words of a node, without its marks. */
export const textOf = (node: Nodes): string =>
  textNodes(node)
    .map(({ value }) => value)
    .join('')

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu

/** Words that a reader reads: marks, names of blocks and citations are not counted. */
export function countWords(node: Nodes): number {
  const text = textNodes(node)
    .map(({ value }) => value.replaceAll(CITATION, ''))
    .join(' ')
  return text.match(WORD)?.length ?? 0
}
