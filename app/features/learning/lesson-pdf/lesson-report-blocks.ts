import type { List, Nodes, Table } from 'mdast'
import type { Reference } from '#app/content/bibliography.ts'
import type { Lesson } from '#app/content/course-schema.ts'
import { settingNames } from '#app/content/kind-words.ts'
import {
  type ContainerDirective,
  isBlock,
  isSetting,
  labelAndContent,
  readTurn,
  settingsOf,
} from '#app/content/lesson-format.ts'
import { parseMarkdown } from '#app/content/markdown.ts'
import { textIn } from '#app/content/paragraph-text.ts'
import type { Profession } from '#app/domain/people.ts'
import type { Block } from '#app/pdf/report/report.ts'
import { inlineWords, type Reading } from './inline-words.ts'

/** A lesson as the blocks of a report: the reader's own setting before those of others, and the works cited at its end. */
export function lessonReportBlocks(lesson: Lesson, profession: Profession): Block[] {
  const root = parseMarkdown(lesson.markdown)
  const reading = { markdown: lesson.markdown, references: lesson.references }
  const settings = settingsOf(root)
  const isOwn = ({ attributes }: ContainerDirective) => attributes?.profession === profession
  const settingsInOrder = [
    ...settings.filter(isOwn).flatMap((one) => settingBlocks(one, 'In your setting: ', reading)),
    ...settings.filter((one) => !isOwn(one)).flatMap((one) => settingBlocks(one, 'In the setting of ', reading)),
  ]
  return [
    heading(2, 'After this lesson you can'),
    { kind: 'list', items: lesson.outcomes },
    ...root.children.flatMap((node) => {
      if (node === settings[0]) return settingsInOrder
      return isBlock(node) && settings.includes(node) ? [] : blocksOf(node, reading)
    }),
    ...termBlocks(lesson.terms ?? []),
    ...(lesson.references.length > 0
      ? [heading(2, 'References'), { kind: 'list' as const, items: lesson.references.map(entryWords) }]
      : []),
  ]
}

const heading = (level: 2 | 3 | 4, text: string): Block => ({ kind: 'heading', level, text })

function blocksOf(node: Nodes, reading: Reading, indent = 0): Block[] {
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

/** What stands below an item comes after it, further in. */
function listBlocks(list: List, reading: Reading, indent: number): Block[] {
  return list.children.flatMap(({ children: [first, ...below] }, index) => {
    const number = list.ordered ? `${(list.start ?? 1) + index}. ` : ''
    const item: Block = { kind: 'list', items: [number + (first ? inlineWords(first, reading) : '')], indent }
    return [item, ...below.flatMap((node) => blocksOf(node, reading, indent + 1))]
  })
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
      return [heading(4, title), ...content.flatMap((node) => (node.type === 'list' ? turnBlocks(node, reading) : []))]
    case 'figure':
      return [heading(4, `Figure: ${title}`), ...inner()]
    case 'film':
      return [heading(4, `Film: ${title}`), ...inner()]
    case 'reflect':
      return [heading(3, 'Pause and think'), ...inner()]
    case 'key-points':
      return [heading(3, 'To keep'), ...inner()]
    case 'needs-source':
      return [heading(4, 'A claim without a source, shown in the demo only'), ...inner()]
    default:
      return []
  }
}

function settingBlocks(block: ContainerDirective, words: string, reading: Reading): Block[] {
  const name = block.attributes?.profession
  const inner = block.children.flatMap((node) => blocksOf(node, reading))
  return isSetting(name) ? [heading(3, words + settingNames[name]), ...inner] : []
}

const turnBlocks = (list: List, reading: Reading): Block[] =>
  list.children
    .flatMap((item) => readTurn(item) ?? [])
    .flatMap(({ speaker, says, notes }): Block[] => [
      { kind: 'paragraph', text: `${speaker}: ${inlineWords(says, reading).trim()}` },
      ...notes.map(
        (note): Block => ({ kind: 'paragraph', tone: 'quiet', indent: 1, text: inlineWords(note, reading) }),
      ),
    ])

function termBlocks(terms: NonNullable<Lesson['terms']>): Block[] {
  const cards = terms.filter(({ slug }, index) => terms.findIndex((one) => one.slug === slug) === index)
  if (cards.length === 0) return []
  return [heading(2, 'Terms'), { kind: 'list', items: cards.map(({ term, brief }) => `${term}: ${brief}`) }]
}

/** A work as its list has it, without the marks of HTML. */
function entryWords(work: Reference): string {
  if ('entry' in work) return textIn(work.entry.replaceAll(/<[^>]*>/g, '')).trim()
  const { authors, year, title, source, doi } = work
  return `${authors} (${year}). ${title}. ${source}.${doi ? ` https://doi.org/${doi}` : ''}`
}
