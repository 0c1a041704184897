import { ownNameFinder } from '#app/domain/own-name.ts'
import type { Passage } from '#app/domain/passages.ts'
import type { RichDocument, RichNode } from './document.ts'

export const NAME_MASK = '[name]'

/**
 * A document as a marker may see it: where its writer's own name stands, whole or in part, it says "[name]". A name that is
 * half in bold is found as well.
 * @param name whole, as the account has it.
 * @param caseText the words of the case: names in it are not the writer's alone.
 */
export function maskNames(document: RichDocument, name: string, caseText = ''): RichDocument {
  const find = ownNameFinder(name, caseText)
  return { ...document, content: (document.content ?? []).map((node) => maskNode(node, find)) }
}

/** Whether a document names its writer. */
export const namesWriter = (document: RichNode, find: (text: string) => Passage[]): boolean =>
  textBlocks(document).some((text) => find(text).length > 0)

/** A plain text with the mask in the place of each of these passages. */
export const maskPassages = (text: string, passages: readonly Passage[]): string => maskText(text, 0, passages)

function maskNode(node: RichNode, find: (text: string) => Passage[]): RichNode {
  if (!node.content) return node
  if (!isTextBlock(node)) return { ...node, content: node.content.map((child) => maskNode(child, find)) }
  const passages = find(blockText(node))
  return passages.length === 0 ? node : { ...node, content: maskInline(node.content, passages) }
}

/** The mask goes where a passage begins; the rest of it goes, also out of the nodes that follow. */
function maskInline(content: readonly RichNode[], passages: readonly Passage[]): RichNode[] {
  let from = 0
  return content.flatMap((node) => {
    const begins = from
    from += inlineText(node).length
    if (node.text === undefined) return [node]
    const text = maskText(node.text, begins, passages)
    return text === '' ? [] : [{ ...node, text }]
  })
}

function maskText(text: string, begins: number, passages: readonly Passage[]): string {
  let masked = ''
  let at = 0
  for (const passage of passages) {
    const [from, to] = [passage.from - begins, passage.to - begins]
    if (to <= 0 || from >= text.length) continue
    masked += text.slice(at, Math.max(0, from)) + (from >= 0 ? NAME_MASK : '')
    at = Math.min(text.length, to)
  }
  return masked + text.slice(at)
}

const isTextBlock = ({ content = [] }: RichNode) => content.some(({ type }) => type === 'text' || type === 'hardBreak')
const inlineText = ({ type, text }: RichNode) => (type === 'hardBreak' ? '\n' : (text ?? ''))
const blockText = ({ content = [] }: RichNode) => content.map(inlineText).join('')

const textBlocks = (node: RichNode): string[] =>
  isTextBlock(node) ? [blockText(node)] : (node.content ?? []).flatMap(textBlocks)
