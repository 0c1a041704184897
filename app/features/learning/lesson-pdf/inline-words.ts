import type { Nodes } from 'mdast'
import { CITATION, type Reference } from '#app/content/bibliography.ts'
import { citationOf } from '#app/content/cite.ts'
import { TERM } from '#app/content/glossary-schema.ts'
import { citedKeys, literalText } from '#app/content/markdown.ts'

/** What the words of one lesson are read by. */
export type Reading = { markdown: string; references: readonly Reference[] }

/** Running text as it is printed: works cited by author and year, terms of the glossary as words. */
export function inlineWords(node: Nodes, reading: Reading): string {
  const text = literalText(node, reading.markdown)
  if (text !== undefined) return printed(text, reading.references)
  if (node.type === 'break') return ' '
  return 'children' in node ? node.children.map((child) => inlineWords(child, reading)).join('') : ''
}

const printed = (text: string, references: readonly Reference[]) =>
  text
    .replaceAll(CITATION, (mark) => {
      const keys = citedKeys(mark)
      return `(${references
        .filter(({ key }) => keys.includes(key))
        .map(citationOf)
        .join('; ')})`
    })
    .replaceAll(TERM, (_, words: string) => words)
