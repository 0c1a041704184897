import { type Found, searchDocuments } from '#app/db/search.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { asCutOut, piecesOf, type SearchKind, textFragment, wordsOf } from '#app/domain/search.ts'

const RESULTS_ON_A_PAGE = 10

export type SearchHit = {
  kind: SearchKind
  href: string
  title: string
  /** Of the course that it is in; absent for a course itself. */
  course: string | undefined
  /** What was found where it stands; the summary where it is only the title that has it. */
  pieces: { text: string; isFound: boolean }[]
  isOpen: boolean
}

export type SearchPage = {
  hits: SearchHit[]
  total: number
  pageCount: number
  guessed: string | null
  courses: { slug: string; title: string }[]
}

type Asked = { question: string; kind: SearchKind | null; course: string | null; page: number }

/** What a person finds of the courses, lessons, vignettes and terms: no text of a lesson that they are not enrolled for. */
export async function viewSearch(actor: Pick<Actor, 'id'>, { page, ...asked }: Asked): Promise<SearchPage> {
  const { found, total, guessed, courses } = await searchDocuments(actor.id, {
    ...asked,
    words: wordsOf(asked.question),
    skip: (page - 1) * RESULTS_ON_A_PAGE,
    take: RESULTS_ON_A_PAGE,
  })
  const titleOf = (slug: string | undefined) => courses.find((course) => course.slug === slug)?.title
  return {
    hits: found.map((one) => ({
      kind: one.kind,
      href: hrefOf(one),
      title: one.title,
      course: one.kind === 'course' ? undefined : titleOf(one.courses[0]),
      pieces: piecesIn(one),
      isOpen: one.isOpen,
    })),
    total,
    pageCount: Math.ceil(total / RESULTS_ON_A_PAGE),
    guessed,
    courses,
  }
}

/** Of a lesson the place where it stands, of anything else what it says of itself, as far as the words are there. */
function piecesIn({ kind, passage, summary }: Found): SearchHit['pieces'] {
  const texts = [summary, asCutOut(passage ?? '')].map(piecesOf)
  const isMarked = (pieces: SearchHit['pieces']) => pieces.some(({ isFound }) => isFound)
  return (kind === 'lesson' ? texts.toReversed() : texts).find(isMarked) ?? piecesOf(summary)
}

/** A lesson leads to where the words stand; one that is closed to its course, where one can enrol. */
function hrefOf({ kind, slug, courses: [course], isOpen, passage }: Found): string {
  switch (kind) {
    case 'course':
      return `/courses/${slug}`
    case 'lesson':
      return isOpen ? `/learn/${course}/${slug}${textFragment(passage ?? '')}` : `/courses/${course}`
    case 'vignette':
      return `/vignettes/${slug}`
    case 'term':
      return `/glossary#${slug}`
  }
}
