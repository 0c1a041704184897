import type { Reference } from './bibliography.ts'
import { type Glossary, type GlossaryFile, type MarkedTerm, markedWords, termsByWords } from './glossary-schema.ts'
import { citedKeys } from './markdown.ts'
import type { CourseSource } from './sources.ts'

/** The glossary as it is published: in the order of the alphabet, each entry with what it leads to by name. */
export function glossaryBody(
  glossary: GlossaryFile,
  courses: readonly CourseSource[],
  resolve: (keys: readonly string[]) => Reference[],
): Glossary {
  const terms = Object.entries(glossary).map(([slug, { confirm: _, ...term }]) => {
    const [courseSlug = '', lessonSlug = ''] = term.lesson.split('/')
    const lessons = courses.find((course) => course.slug === courseSlug)?.lessons
    const title = lessons?.find((lesson) => lesson.slug === lessonSlug)?.front.value.title ?? lessonSlug
    return {
      slug,
      ...term,
      lesson: { course: courseSlug, slug: lessonSlug, title },
      see: term.see.flatMap((other) => (glossary[other] ? [{ slug: other, term: glossary[other].term }] : [])),
    }
  })
  return {
    terms: terms.sort((a, b) => a.term.localeCompare(b.term, 'en')),
    references: resolve(terms.flatMap(({ more }) => citedKeys(more))),
  }
}

/** What the cards of a lesson say is a part of its version; the whole entry is read in the glossary as it now stands. */
export function markedTerms(markdown: string, glossary: GlossaryFile): MarkedTerm[] {
  const known = termsByWords(glossary)
  return [...new Set(markedWords(markdown))].flatMap((words) => {
    const slug = known.get(words)
    const found = slug === undefined ? undefined : glossary[slug]
    return slug !== undefined && found ? [{ words, slug, term: found.term, brief: found.brief }] : []
  })
}
