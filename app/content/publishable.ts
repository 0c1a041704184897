import type { Reference, SetWork } from './bibliography.ts'
import type { ContentBody } from './content-body.ts'
import type { Course, Lesson } from './course-schema.ts'
import { glossaryBody, markedTerms } from './glossary-body.ts'
import type { GlossaryFile } from './glossary-schema.ts'
import { citedKeys, countWords, parseMarkdown } from './markdown.ts'
import type { LessonMedia } from './media-format.ts'
import { lessonMedia } from './media-sources.ts'
import type { LessonSource } from './read-lesson.ts'
import type { CourseSource, Sources } from './sources.ts'

export type PublishableItem = {
  [Kind in keyof ContentBody]: { kind: Kind; slug: string; position: number; body: ContentBody[Kind] }
}[keyof ContentBody]

/** `works` stand in the order of a list of references. */
type Options = { withUnsourced: boolean; works: readonly SetWork[] }
type LessonOptions = Options & { glossary: GlossaryFile }

/** The bodies to publish, each after what it refers to: rubrics, vignettes, courses, pathways. */
export function bodiesOf(sources: Sources, options: Options): PublishableItem[] {
  const resolve = (keys: readonly string[]) => options.works.filter(({ key }) => keys.includes(key))
  const glossary = sources.glossary?.value ?? {}
  return [
    ...glossaryItem(glossary, sources.courses, resolve),
    ...named('rubric', sources.rubric, (slug, { confirm: _, ...rubric }) => {
      return { slug, ...rubric, references: resolve(rubric.references) }
    }),
    ...named('vignette', sources.vignette, (slug, { confirm: _, ...vignette }) => {
      return { slug, ...vignette, references: resolve(vignette.references) }
    }),
    ...courseItems(sources.courses, (source) => courseBody(source, resolve, { ...options, glossary })),
    ...named('pathway', sources.pathway, (slug, { confirm: _, ...pathway }) => ({ slug, ...pathway })),
    ...named('benchmark', sources.benchmark, (slug, { confirm: _, ...benchmark }) => ({ slug, ...benchmark })),
  ]
}

type Resolve = (keys: readonly string[]) => Reference[]

/** All of it is one item, since it is read as one page. */
const glossaryItem = (glossary: GlossaryFile, courses: readonly CourseSource[], resolve: Resolve): PublishableItem[] =>
  Object.keys(glossary).length === 0
    ? []
    : [{ kind: 'glossary', slug: 'mbt', position: 1, body: glossaryBody(glossary, courses, resolve) }]

const named = <Kind extends keyof ContentBody, Value>(
  kind: Kind,
  files: ReadonlyMap<string, { value: Value } | undefined>,
  bodyOf: (slug: string, value: Value) => ContentBody[Kind],
) =>
  [...files].flatMap(([slug, source], index) =>
    source ? [{ kind, slug, position: index + 1, body: bodyOf(slug, source.value) }] : [],
  )

function courseItems(
  sources: readonly CourseSource[],
  bodyOf: (source: CourseSource) => Course | undefined,
): PublishableItem[] {
  const items = sources.flatMap((source) => {
    const body = bodyOf(source)
    return body ? [{ kind: 'course' as const, slug: source.slug, position: source.position, body }] : []
  })
  const bodies = items.map(({ body }) => body)
  return items.map((item) => ({ ...item, body: withModules(item.body, bodies) }))
}

const unique = (slugs: readonly string[]) => [...new Set(slugs)]

/** Whoever asks which courses have a vignette finds a course of modules as well, so that its cohorts answer and are marked. */
function withModules(course: Course, courses: readonly Course[]): Course {
  const modules = course.modules?.flatMap((slug) => courses.filter((one) => one.slug === slug))
  if (!modules) return course
  return {
    ...course,
    vignettes: unique(modules.flatMap(({ vignettes }) => vignettes)),
    practice: unique(modules.flatMap(({ practice }) => practice)),
  }
}

function courseBody(source: CourseSource, resolve: Resolve, options: LessonOptions): Course | undefined {
  if (!source.course) return undefined
  const { confirm: _, ...course } = source.course.value
  return {
    slug: source.slug,
    ...course,
    lessons: source.lessons.map((lesson) => ({
      ...lessonBody(lesson, resolve, options),
      ...mediaOf(lesson.root, source),
    })),
    questions: (source.questions?.value ?? []).map(({ confirm: _, ...question }) => question),
  }
}

/** Left out where there is none, so that a lesson without recordings is the version that it was. */
function mediaOf(root: LessonSource['root'], source: CourseSource): { media?: LessonMedia[] } {
  const media = lessonMedia(root, source)
  return media.length > 0 ? { media } : {}
}

/** A work that only an unsourced block cited leaves the list together with the block. */
function lessonBody(source: LessonSource, resolve: Resolve, { withUnsourced, glossary }: LessonOptions): Lesson {
  const { confirm: _, references, ...front } = source.front.value
  const markdown = withUnsourced ? source.markdown : source.sourcedMarkdown
  const cited = citedKeys(markdown)
  return {
    slug: source.slug,
    ...front,
    markdown,
    // Its tree is there already, unless something was taken out of the text.
    wordCount: countWords(markdown === source.markdown ? source.root : parseMarkdown(markdown)),
    references: resolve(references.filter((key) => cited.includes(key))),
    terms: markedTerms(markdown, glossary),
  }
}
