import type { List, Nodes, Table } from 'mdast'
import { isFigure } from '#app/content/figure-names.ts'
import { settingNames } from '#app/content/kind-words.ts'
import { type ContainerDirective, isSetting, labelAndContent, readTurn } from '#app/content/lesson-format.ts'
import type { Block, Choice } from '#app/pdf/report/report.ts'
import { heading, quiet, text, together } from './blocks.ts'
import { figureDrawing } from './figure-drawing.ts'
import { inlineWords, type Reading } from './inline-words.ts'

/** A part of a lesson's text as blocks of a report. */
export function blocksOf(node: Nodes, reading: Reading, indent = 0): Block[] {
  switch (node.type) {
    case 'heading':
      return [heading(Math.min(node.depth, 4) as 2 | 3 | 4, inlineWords(node, reading))]
    case 'paragraph':
      return [{ kind: 'paragraph', text: inlineWords(node, reading), indent }]
    case 'list':
      return listBlocks(node, reading, indent)
    case 'blockquote':
      return node.children.flatMap((child) => blocksOf(child, reading, indent + 1))
    case 'table':
      return [tableBlock(node, reading)]
    case 'containerDirective':
      return directiveBlocks(node, reading)
    default:
      return []
  }
}

/** What stands below an item comes after it, further in, and parts its list. */
function listBlocks({ children, ordered, start }: List, reading: Reading, indent: number): Block[] {
  const blocks: Block[] = []
  let items: Choice[] = []
  const close = () => {
    if (items.length > 0)
      blocks.push(
        ordered ? { kind: 'choices', items, indent } : { kind: 'list', items: items.map(({ text }) => text), indent },
      )
    items = []
  }
  for (const [
    index,
    {
      children: [first, ...below],
    },
  ] of children.entries()) {
    items.push({ label: `${(start ?? 1) + index}.`, text: first ? inlineWords(first, reading) : '' })
    if (below.length === 0) continue
    close()
    blocks.push(...below.flatMap((node) => blocksOf(node, reading, indent + 1)))
  }
  close()
  return blocks
}

function tableBlock({ children: [head, ...rows] }: Table, reading: Reading): Block {
  const words = (row: Table['children'][number] | undefined) =>
    row?.children.map((cell) => inlineWords(cell, reading)) ?? []
  const cells = rows.map(words)
  // The square root keeps a column of single words wide enough to read beside one of sentences.
  const columns = words(head).map((title, index) => ({
    title,
    share: Math.sqrt(Math.max(title.length, ...cells.map((row) => row[index]?.length ?? 0), 1)),
  }))
  return { kind: 'table', columns, rows: cells }
}

function directiveBlocks(block: ContainerDirective, reading: Reading): Block[] {
  const { label, content } = labelAndContent(block)
  const title = label ? inlineWords(label, reading) : ''
  const inner = () => content.flatMap((node) => blocksOf(node, reading))
  switch (block.name) {
    case 'dialogue':
      return [caption(title), ...content.flatMap((node) => (node.type === 'list' ? turnBlocks(node, reading) : []))]
    case 'figure':
      return [...figureBlocks(block.attributes?.name, title), ...inner()]
    case 'film':
      return [caption(title), ...inner()]
    case 'reflect':
      return [heading(3, 'Pause and think'), ...inner()]
    case 'key-points':
      return [heading(3, 'To keep'), ...inner()]
    case 'needs-source':
      return [caption('A claim without a source, shown in the demo only'), ...inner()]
    default:
      return []
  }
}

const caption = (title: string): Block => ({ kind: 'paragraph', tone: 'strong', text: title, kept: 'with-next' })

/** Its alternative is short, since all that it shows stands below it in words. */
const figureBlocks = (name: string | null | undefined, caption: string): Block[] =>
  isFigure(name)
    ? [
        {
          ...{ kind: 'figure', caption, drawing: figureDrawing(name), kept: 'with-next' },
          alternative: `${caption}. All that this drawing shows is said in words below it.`,
        },
      ]
    : []

export function settingBlocks(block: ContainerDirective, words: string, reading: Reading): Block[] {
  const name = block.attributes?.profession
  const inner = block.children.flatMap((node) => blocksOf(node, reading))
  return isSetting(name) ? [heading(3, words + settingNames[name]), ...inner] : []
}

const turnBlocks = (list: List, reading: Reading): Block[] =>
  list.children
    .flatMap((item) => readTurn(item) ?? [])
    .flatMap(({ speaker, says, notes }) =>
      together([
        text(`${speaker}: ${inlineWords(says, reading).trim()}`),
        ...notes.map((note): Block => ({ ...quiet(inlineWords(note, reading)), indent: 1 })),
      ]),
    )
