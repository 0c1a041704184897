import type { RichNode } from './document.ts'

/** What somebody wrote as Markdown, for other programs to read: what would be a mark there is escaped. */
export const documentMarkdown = (document: RichNode): string => blocks(document.content).join('\n\n')

const blocks = (nodes: readonly RichNode[] = []): string[] => nodes.map(blockOf)

function blockOf(node: RichNode): string {
  switch (node.type) {
    case 'heading':
      return `${'#'.repeat(Number(node.attrs?.level ?? 2))} ${inline(node)}`
    case 'bulletList':
      return (node.content ?? []).map((item) => itemOf('- ', item)).join('\n')
    case 'orderedList': {
      const start = Number(node.attrs?.start ?? 1)
      return (node.content ?? []).map((item, index) => itemOf(`${start + index}. `, item)).join('\n')
    }
    case 'blockquote':
      return quoted(blocks(node.content).join('\n\n'))
    default:
      return inline(node).replace(/^(?=[#+>-]|\d+[.)])/gm, '\\')
  }
}

const itemOf = (mark: string, item: RichNode) =>
  mark +
  blocks(item.content)
    .join('\n')
    .replaceAll('\n', `\n${' '.repeat(mark.length)}`)

/** Every line of a text as a quotation. */
export const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n')

const inline = ({ content = [] }: RichNode): string => content.map(runOf).join('')

function runOf({ type, text = '', marks = [] }: RichNode): string {
  if (type === 'hardBreak') return '  \n'
  const has = (name: string) => marks.some((mark) => mark.type === name)
  const sign = (has('bold') ? '**' : '') + (has('italic') ? '_' : '')
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(escapeMarkdown(text)) ?? []
  return words === '' ? text : before + sign + words + (sign.match(/\*\*|_/g) ?? []).reverse().join('') + after
}

export const escapeMarkdown = (text: string): string => text.replaceAll(/[\\`*_[\]<>]/g, '\\$&')
