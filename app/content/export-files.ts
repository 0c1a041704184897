import { stringify } from 'yaml'
import type { z } from 'zod'
import type { Reference, Work } from './bibliography.ts'
import { type Course, courseSchema, type Lesson, lessonFrontSchema } from './course-schema.ts'
import { type Glossary, glossarySchema } from './glossary-schema.ts'
import { captionsFile } from './media-format.ts'
import { pathwaySchema } from './pathway-schema.ts'
import type { PublishableItem } from './publishable.ts'
import { questionsSchema } from './question-schema.ts'
import { benchmarkSchema, rubricSchema } from './rubric-schema.ts'
import { vignetteSchema } from './vignette-schema.ts'

/** The fields in the schema's order, which PostgreSQL does not keep; a sentence stands on one line, however long. */
const yaml = (schema: z.ZodType, value: unknown) => stringify(schema.parse(value), { lineWidth: 0 })

const twoDigits = (number: number) => String(number).padStart(2, '0')

/**
 * Published content in the format of `content/`, by file name. What is not published, such as a clinician's points to confirm,
 * is not in it; checking and publishing the files again changes nothing.
 */
export function contentFiles(items: readonly PublishableItem[]): Map<string, string> {
  const files = new Map<string, string>()
  for (const item of items) for (const [file, text] of filesOf(item)) files.set(file, text)
  files.set('bibliography.json', `${JSON.stringify(bibliographyOf(items), null, 2)}\n`)
  return files
}

type File = [name: string, text: string]

function filesOf({ kind, slug, position, body }: PublishableItem): File[] {
  switch (kind) {
    case 'course':
      return courseFiles(body, position)
    case 'pathway':
      return [[`pathways/${slug}.yaml`, yaml(pathwaySchema, withoutSlug(body))]]
    case 'benchmark':
      return [[`benchmarks/${slug}.yaml`, yaml(benchmarkSchema, withoutSlug(body))]]
    case 'glossary':
      return [['glossary.yaml', yaml(glossarySchema, glossaryFile(body))]]
    case 'vignette':
      return [[`vignettes/${slug}.yaml`, yaml(vignetteSchema, withKeys(withoutSlug(body)))]]
    case 'rubric':
      return [[`rubrics/${slug}.yaml`, yaml(rubricSchema, withKeys(withoutSlug(body)))]]
  }
}

const withKeys = <Body extends { references: Reference[] }>(body: Body) => ({
  ...body,
  references: body.references.map(({ key }) => key),
})

function withoutSlug<Body extends { slug: string }>({ slug: _, ...body }: Body): Omit<Body, 'slug'> {
  return body
}

function courseFiles({ slug, lessons, questions, ...course }: Course, position: number): File[] {
  const folder = `courses/${twoDigits(position)}-${slug}`
  // Its vignettes are those of its modules, and stand in their files.
  if (course.modules) return [[`${folder}/course.yaml`, yaml(courseSchema, { ...course, vignettes: [], practice: [] })]]
  return [
    [`${folder}/course.yaml`, yaml(courseSchema, course)],
    [`${folder}/questions.yaml`, yaml(questionsSchema, questions)],
    ...lessons.map((lesson, index): File => {
      return [`${folder}/lessons/${twoDigits(index + 1)}-${lesson.slug}.md`, lessonFile(lesson)]
    }),
    ...lessons.flatMap(({ media = [] }) =>
      media.map((one): File => [`${folder}/media/${captionsFile(one.file)}`, one.captions]),
    ),
  ]
}

/** The recordings of published courses: the file of each, and what it holds. */
export const recordingsIn = (items: readonly PublishableItem[]): { file: string; sha256: string }[] =>
  items.flatMap(({ kind, slug, position, body }) => {
    const media = kind === 'course' ? body.lessons.flatMap((lesson) => lesson.media ?? []) : []
    return media.map(({ file, sha256 }) => ({ file: `courses/${twoDigits(position)}-${slug}/media/${file}`, sha256 }))
  })

const glossaryFile = ({ terms }: Glossary) =>
  Object.fromEntries(
    terms.map(({ slug, lesson, see, ...term }) => [
      slug,
      { ...term, lesson: `${lesson.course}/${lesson.slug}`, see: see.map((other) => other.slug) },
    ]),
  )

function lessonFile({ slug: _, markdown, wordCount: __, terms: ___, media: ____, ...front }: Lesson): string {
  return `---\n${yaml(lessonFrontSchema, withKeys(front))}---\n${markdown}`
}

/** Every work that something cites, once. */
function bibliographyOf(items: readonly PublishableItem[]): Work[] {
  const cited = items.flatMap(({ kind, body }) => {
    if (kind === 'course') return body.lessons.flatMap(({ references }) => references)
    return kind === 'pathway' || kind === 'benchmark' ? [] : body.references
  })
  const works = new Map(cited.flatMap((one) => ('work' in one ? [[one.key, one.work] as const] : [])))
  return [...works.keys()].sort().flatMap((key) => works.get(key) ?? [])
}
