/** A node of a ProseMirror document as JSON. What may stand where: `extensions.ts`. */
export type RichNode = {
  type: string
  attrs?: Record<string, unknown>
  content?: RichNode[]
  /** Only a mark that is drawn and never stored has attributes. */
  marks?: { type: string; attrs?: Record<string, unknown> }[]
  text?: string
}

/** What a person wrote. Stored and sent as this, never as HTML. */
export type RichDocument = RichNode & { type: 'doc' }

/** One line of typed text a paragraph: what a plain textarea sends. Empty lines only part them. */
export function plainDocument(text: string): RichDocument {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '')
  const paragraphs = lines.map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] }))
  return { type: 'doc', content: paragraphs.length > 0 ? paragraphs : [{ type: 'paragraph' }] }
}

/** The document as a plain textarea shows it: a paragraph a line, an empty line between, list items with their marks. */
export function documentText(document: RichDocument): string {
  return blocksText(document.content, '\n\n')
}

/** Nothing but white space in it. */
export const isBlank = (document: RichDocument): boolean => documentText(document).trim() === ''

const blocksText = (nodes: RichNode[] = [], separator: string): string => nodes.map(nodeText).join(separator)

function nodeText(node: RichNode): string {
  switch (node.type) {
    case 'text':
      return node.text ?? ''
    case 'hardBreak':
      return '\n'
    case 'bulletList':
      return (node.content ?? []).map((item) => listItemText('- ', item)).join('\n')
    case 'orderedList':
      return (node.content ?? []).map((item, index) => listItemText(`${startOf(node) + index}. `, item)).join('\n')
    case 'blockquote':
      return blocksText(node.content, '\n\n')
    default:
      return blocksText(node.content, '')
  }
}

const listItemText = (mark: string, item: RichNode) => mark + blocksText(item.content, '\n')

const startOf = ({ attrs }: RichNode) => (typeof attrs?.start === 'number' ? attrs.start : 1)
