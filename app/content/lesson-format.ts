import type { BlockContent, DefinitionContent, List, ListItem, Nodes, Paragraph, Root } from 'mdast'
import { TAUGHT_PROFESSIONS } from '#app/domain/people.ts'
import { FIGURES, isFigure } from './figure-names.ts'
import type { Finding } from './findings.ts'
import { everyNode } from './markdown.ts'
import { findingAt, type MarkdownPlace } from './markdown-format.ts'

/** Every lesson speaks to each of these. */
export type Setting = (typeof TAUGHT_PROFESSIONS)[number]

export const isSetting = (name: string | null | undefined): name is Setting =>
  (TAUGHT_PROFESSIONS as readonly unknown[]).includes(name)

type Block = BlockContent | DefinitionContent
export type ContainerDirective = Extract<Nodes, { type: 'containerDirective' }>

export const isBlock = (node: Nodes): node is ContainerDirective => node.type === 'containerDirective'

const isLabel = (node: Nodes): node is Paragraph =>
  node.type === 'paragraph' && (node.data as { directiveLabel?: boolean } | undefined)?.directiveLabel === true

/** The `[label]` of a block, and what stands in it besides. */
export function labelAndContent(block: ContainerDirective): { label: Paragraph | undefined; content: Block[] } {
  const [first, ...rest] = block.children
  return first && isLabel(first) ? { label: first, content: rest } : { label: undefined, content: block.children }
}

export type Turn = { speaker: string; says: Paragraph; notes: ListItem[] }

/** One turn of a dialogue: it begins with the speaker in bold and may hold one list of margin notes; else nothing. */
export function readTurn(item: ListItem): Turn | undefined {
  const [says, notes, ...rest] = item.children
  if (says?.type !== 'paragraph' || rest.length > 0 || (notes && notes.type !== 'list')) return undefined
  const [bold, ...words] = says.children
  const name = bold?.type === 'strong' && bold.children.length === 1 ? bold.children[0] : undefined
  if (name?.type !== 'text' || !name.value.endsWith(':')) return undefined
  return { speaker: name.value.slice(0, -1), says: { ...says, children: words }, notes: notes?.children ?? [] }
}

export const settingsOf = (root: Root) =>
  root.children.filter((node): node is ContainerDirective => isBlock(node) && node.name === 'setting')

/** Whether each block of a lesson has the shape that its name asks for, and each setting stands once. */
export function checkBlocks(root: Root, place: MarkdownPlace): Finding[] {
  const top = new Set<Nodes>(root.children)
  const faults = [...everyNode(root)].filter(isBlock).flatMap((block) => {
    const message = top.has(block)
      ? blockFault(block)
      : `${block.name} stands inside another block: is a ::: missing before it?`
    return message ? [findingAt(block, place, message)] : []
  })
  return [...faults, ...checkSettings(root, place)]
}

const KNOWN = 'dialogue, figure, film, reflect, setting, key-points or needs-source'

function blockFault(block: ContainerDirective): string | undefined {
  const { label, content } = labelAndContent(block)
  const isList = content.length === 1 && content[0]?.type === 'list'
  if (content.length === 0) return `${block.name} is empty`
  if (!['setting', 'figure', 'dialogue', 'film'].includes(block.name) && Object.keys(block.attributes ?? {}).length > 0)
    return `${block.name} takes no attributes`
  if (!['dialogue', 'figure', 'film'].includes(block.name) && label) return `${block.name} takes no label`
  switch (block.name) {
    case 'dialogue':
      return dialogueFault(block, label, content)
    case 'key-points':
      return isList ? undefined : 'key-points holds one list and nothing else'
    case 'setting':
      return settingFault(block)
    case 'figure':
      return figureFault(block, label, content)
    case 'film':
      return filmFault(block, label, content)
    case 'reflect':
    case 'needs-source':
      return undefined
    default:
      return `${block.name} is not a block that is known: it can be ${KNOWN}`
  }
}

function dialogueFault({ attributes }: ContainerDirective, label: Paragraph | undefined, content: Block[]) {
  if (Object.keys(attributes ?? {}).some((key) => key !== 'audio')) return 'dialogue takes audio="…" and nothing else'
  if (!label) return 'a dialogue says in [brackets] where and between whom it takes place'
  const [list] = content
  if (content.length !== 1 || list?.type !== 'list') return 'a dialogue holds one list of turns and nothing else'
  const wrong = (list as List).children.findIndex((item) => !readTurn(item))
  return wrong === -1
    ? undefined
    : `turn ${wrong + 1} of this dialogue begins with the speaker in bold and a colon inside the bold, and its notes are one nested list`
}

/** What a figure shows has to be there in words too, and not only for whoever cannot see it. */
function figureFault({ attributes }: ContainerDirective, label: Paragraph | undefined, content: Block[]) {
  const { name, ...others } = attributes ?? {}
  if (!isFigure(name)) return `figure needs name="…", one of ${FIGURES.join(', ')}`
  if (Object.keys(others).length > 0) return 'figure takes a name and nothing else'
  if (!label) return 'a figure says in [brackets] what it is called'
  return content.every(({ type }) => type === 'paragraph' || type === 'list')
    ? undefined
    : 'a figure holds what it shows, in paragraphs and lists, and nothing else'
}

/** All that is heard and seen, for whoever reads in place of watching. */
function filmFault({ attributes }: ContainerDirective, label: Paragraph | undefined, content: Block[]) {
  const { name, ...others } = attributes ?? {}
  if (!name || Object.keys(others).length > 0) return 'film takes name="…", of a file under media/, and nothing else'
  if (!label) return 'a film says in [brackets] what it is called'
  return content.every(({ type }) => type === 'paragraph' || type === 'list')
    ? undefined
    : 'a film holds its transcript, in paragraphs and lists, and nothing else'
}

function settingFault({ attributes }: ContainerDirective): string | undefined {
  const { profession, ...others } = attributes ?? {}
  if (!isSetting(profession)) return `setting needs profession="…", one of ${TAUGHT_PROFESSIONS.join(', ')}`
  return Object.keys(others).length > 0 ? 'setting takes a profession and nothing else' : undefined
}

function checkSettings(root: Root, place: MarkdownPlace): Finding[] {
  const blocks = settingsOf(root)
  return TAUGHT_PROFESSIONS.flatMap((setting) => {
    const found = blocks.filter(({ attributes }) => attributes?.profession === setting)
    const [, second] = found
    if (found.length === 0) return [findingAt(root, place, `the setting for the ${setting} is missing`)]
    return second ? [findingAt(second, place, `the setting for the ${setting} stands here a second time`)] : []
  })
}
