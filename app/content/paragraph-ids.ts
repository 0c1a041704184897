import type { Nodes, Paragraph, Root } from 'mdast'
import { paragraphAnchors } from '#app/domain/paragraph-anchor.ts'
import { CITATION } from './bibliography.ts'
import { TERM } from './glossary-schema.ts'
import { everyNode, literalText, textOf } from './markdown.ts'

const paragraphsIn = (root: Root) => [...everyNode(root)].filter((node): node is Paragraph => node.type === 'paragraph')

export const startOf = (node: Nodes): number => node.position?.start.offset ?? -1

/**
 * An anchor for each paragraph, by where it starts in the Markdown: what somebody says in a dialogue is read out of its paragraph, and starts
 * where that does. Works cited are no part of a paragraph's words: they may be corrected without moving anybody's place in it.
 */
export function paragraphIds(root: Root): ReadonlyMap<number, string> {
  const paragraphs = paragraphsIn(root)
  const anchors = paragraphAnchors(paragraphs.map((paragraph) => textOf(paragraph).replaceAll(CITATION, '')))
  return new Map(paragraphs.map((paragraph, index) => [startOf(paragraph), anchors[index] ?? '']))
}

/** The words of each paragraph by its anchor, as somebody quotes them: without the works that it cites, and with who speaks in a dialogue. */
export function paragraphWords(root: Root, markdown: string): ReadonlyMap<string, string> {
  const ids = paragraphIds(root)
  return new Map(
    paragraphsIn(root).map((paragraph) => [ids.get(startOf(paragraph)) ?? '', wordsOf(paragraph, markdown)]),
  )
}

const wordsOf = (paragraph: Paragraph, markdown: string) =>
  [...everyNode(paragraph)]
    .map((node) => literalText(node, markdown) ?? '')
    .join('')
    .replaceAll(CITATION, '')
    .replaceAll(TERM, (_, words: string) => words)
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:?!])/g, '')
    .trim()
