import type { Nodes } from 'mdast'
import { CITATION } from '#app/content/bibliography.ts'
import { parseMarkdown } from '#app/content/markdown.ts'
import type { PublishableItem } from '#app/content/publishable.ts'

export type LessonProse = {
  /** `course/lesson` */
  name: string
  minutes: number
  words: number
  /** Its paragraphs: what stands in tables and headings makes no sentences. */
  paragraphs: string[]
}

/** The lessons of all courses, as far as they are prose. */
export const lessonsOf = (items: readonly PublishableItem[]): LessonProse[] =>
  items.flatMap((item) => {
    if (item.kind !== 'course') return []
    return item.body.lessons.map(({ slug, minutes, wordCount, markdown }) => {
      const paragraphs = proseIn(parseMarkdown(markdown)).map((text) => text.replaceAll(CITATION, ''))
      return { name: `${item.slug}/${slug}`, minutes, words: wordCount, paragraphs }
    })
  })

function proseIn(node: Nodes): string[] {
  if (node.type === 'table' || node.type === 'heading') return []
  if (node.type === 'paragraph') return [textOf(node)]
  return 'children' in node ? node.children.flatMap(proseIn) : []
}

const textOf = (node: Nodes): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map(textOf).join('') : ''
