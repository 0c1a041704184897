import type { Heading, Nodes, Root } from 'mdast'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Profession } from '#app/domain/people.ts'
import type { Lesson } from './course-schema.ts'
import { Block, Settings } from './lesson-blocks.tsx'
import { isBlock, settingsOf } from './lesson-format.ts'
import { parseMarkdown, textOf } from './markdown.ts'
import { paragraphIds, startOf } from './paragraph-ids.ts'
import { type ShownParagraph, shownParagraphs } from './paragraph-text.ts'
import { References } from './references.tsx'
import { type Rendering, renderAll } from './render-nodes.tsx'
import { TermCards } from './term-cards.tsx'

/** A lesson ready to be sent. `contents` are its sections and `paragraphs` its paragraphs, in order, with the anchors that lead to them. */
export type LessonHtml = { html: string; contents: { id: string; title: string }[]; paragraphs: ShownParagraph[] }

/** Lives as long as the version that the lesson is a part of is kept in memory. */
const rendered = new WeakMap<Lesson, Map<Profession, LessonHtml>>()

/** The HTML of a lesson for a reader of this profession: made once, then the same string again. */
export function lessonHtml(lesson: Lesson, profession: Profession): LessonHtml {
  const known = rendered.get(lesson) ?? new Map<Profession, LessonHtml>()
  rendered.set(lesson, known)
  const html = known.get(profession) ?? render(lesson, profession)
  known.set(profession, html)
  return html
}

function render(lesson: Lesson, profession: Profession): LessonHtml {
  const root = parseMarkdown(lesson.markdown)
  const headings = headingIds(root)
  const html = renderToStaticMarkup(<LessonText lesson={lesson} root={root} profession={profession} ids={headings} />)
  const contents = [...headings]
    .filter(([heading]) => heading.depth === 2)
    .map(([heading, id]) => ({ id, title: textOf(heading) }))
  return { html, contents, paragraphs: shownParagraphs(html) }
}

type LessonTextProps = { lesson: Lesson; root: Root; profession: Profession; ids: ReadonlyMap<Nodes, string> }

/** The whole text of a lesson. Its settings stand together, where the first of them is written. */
export function LessonText({ lesson, root, profession, ids }: LessonTextProps) {
  const settings = settingsOf(root)
  const paragraphs = paragraphIds(root)
  const rendering: Rendering = {
    markdown: lesson.markdown,
    references: lesson.references,
    terms: lesson.terms,
    topLevel: 2,
    recordings: { files: (lesson.media ?? []).map(({ file }) => file), folder: `${lesson.slug}/media` },
    headingId: (node) => ids.get(node),
    paragraphId: (node) => paragraphs.get(startOf(node)),
    block(block) {
      if (block === settings[0]) return <Settings blocks={settings} profession={profession} rendering={rendering} />
      return <Block block={block} rendering={rendering} />
    },
  }
  const shown = root.children.filter((node) => !isBlock(node) || node === settings[0] || !settings.includes(node))
  return (
    <>
      {renderAll(shown, rendering)}
      <References works={lesson.references} />
      <TermCards terms={lesson.terms ?? []} />
    </>
  )
}

/** Anchors that the page around the text has already. */
const RESERVED = [
  'references',
  'questions',
  'outcomes',
  'main',
  'own-notes',
  'paragraph',
  'lesson-end',
  'note-on-device',
  'note-without-network',
]

/** An anchor for each heading, made of its words; a second one of the same words gets a number. */
function headingIds(root: Root): Map<Heading, string> {
  const ids = new Map<Heading, string>()
  const taken = new Map(RESERVED.map((id) => [id, 1]))
  for (const node of root.children) {
    if (node.type !== 'heading') continue
    const words = textOf(node)
      .toLowerCase()
      .normalize('NFKD')
      .match(/[a-z0-9]+/g) ?? ['section']
    const slug = words.join('-')
    const count = (taken.get(slug) ?? 0) + 1
    taken.set(slug, count)
    ids.set(node, count === 1 ? slug : `${slug}-${count}`)
  }
  return ids
}
