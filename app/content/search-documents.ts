import type { Nodes } from 'mdast'
import { FOUND_FROM, FOUND_TO, type SearchKind } from '#app/domain/search.ts'
import { CITATION } from './bibliography.ts'
import type { Course } from './course-schema.ts'
import { type Glossary, TERM } from './glossary-schema.ts'
import { everyNode, literalText, parseMarkdown } from './markdown.ts'
import type { PublishableItem } from './publishable.ts'
import type { Vignette } from './vignette-schema.ts'

export type SearchDocument = {
  kind: SearchKind
  slug: string
  title: string
  /** Other words for the title, which weigh as much and are not shown. */
  also: string
  /** Open to everybody who may search. */
  summary: string
  /** Of a lesson: open to whoever is enrolled in its course. */
  body: string
  /** Slugs of the courses that it belongs to. */
  courses: string[]
}

/**
 * What can be found of an item. Of a vignette it is what a catalogue tells: its situation, transcript, key and discussion are in no index.
 * @param courses those that have this vignette.
 */
export function documentsOf(item: PublishableItem, courses: string[]): SearchDocument[] {
  switch (item.kind) {
    case 'course':
      return ofCourse(item.body)
    case 'vignette':
      return courses.length > 0 ? [ofVignette(item.body, courses)] : []
    case 'glossary':
      return item.body.terms.map(ofTerm)
    case 'rubric':
    case 'pathway':
    case 'benchmark':
      return []
  }
}

function ofCourse({ slug, title, summary, outcomes, lessons }: Course): SearchDocument[] {
  const courses = [slug]
  return [
    { kind: 'course', slug, title, also: '', summary, body: outcomes.join('\n'), courses },
    ...lessons.map((lesson): SearchDocument => {
      const body = plainText(lesson.markdown)
      return { kind: 'lesson', slug: lesson.slug, title: lesson.title, also: '', summary: lesson.aim, body, courses }
    }),
  ]
}

const ofVignette = ({ slug, title, summary }: Vignette, courses: string[]): SearchDocument => ({
  ...{ kind: 'vignette', slug, title, also: '', summary, body: '', courses },
})

const ofTerm = ({ slug, term, forms, brief, more, lesson }: Glossary['terms'][number]): SearchDocument => ({
  ...{ kind: 'term', slug, title: term, also: forms.join(', '), summary: brief, body: withoutMarks(more) },
  courses: [lesson.course],
})

/** What is read in a lesson, a block to a line: no marks, no names of blocks, no citations. */
export function plainText(markdown: string): string {
  const blocks = [...everyNode(parseMarkdown(markdown))].filter(isBlockOfText)
  const words = (node: Nodes) => [...everyNode(node)].map((each) => wordsIn(each, markdown)).join('')
  return withoutMarks(blocks.map(words).join('\n'))
}

const isBlockOfText = ({ type }: Nodes) => type === 'paragraph' || type === 'heading' || type === 'tableCell'

const wordsIn = (node: Nodes, markdown: string): string =>
  node.type === 'break' ? ' ' : node.type === 'inlineCode' ? node.value : (literalText(node, markdown) ?? '')

const withoutMarks = (text: string): string =>
  text
    .replaceAll(CITATION, '')
    .replaceAll(TERM, '$1')
    .replaceAll(FOUND_FROM, '')
    .replaceAll(FOUND_TO, '')
    .replaceAll(/ +(?=[.,;:])/g, '')
