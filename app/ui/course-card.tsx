import type { ReactNode } from 'react'
import { inNumber } from '#app/domain/wording.ts'

export type CourseSummary = {
  slug: string
  title: string
  summary: string
  /** Where it stands in the syllabus: "Module 3". */
  place: string
  lessonCount: number
  studyHours: number
  cpdHours: number
  /** As people read it: "Free", "£120". */
  price: string
}

const hours = { one: '1 hour', other: '{n} hours' }

/** A course in the catalogue: a row between hairlines that answers to a click anywhere. */
export function CourseCard({
  course,
  headingLevel = 3,
  children,
}: {
  course: CourseSummary
  headingLevel?: 2 | 3
  /** Shown below it; links in it lie above the card's own with `relative z-10`. */
  children?: ReactNode
}) {
  const Heading = `h${headingLevel}` as const
  const facts = [
    { term: 'Lessons', value: course.lessonCount },
    { term: 'Study', value: inNumber(course.studyHours, hours) },
    { term: 'CPD', value: inNumber(course.cpdHours, hours) },
    { term: 'Price', value: course.price },
  ]
  return (
    <article className="group relative grid gap-x-12 gap-y-5 border-line border-t py-8 sm:py-10 lg:grid-cols-[1fr_19rem]">
      <div className="max-w-measure">
        <p className="font-serif text-accent-ink italic">{course.place}</p>
        <Heading className="mt-1 text-2xl">
          <a
            href={`/courses/${course.slug}`}
            className="text-ink no-underline after:absolute after:inset-0 group-hover:text-primary group-hover:underline group-hover:decoration-1"
          >
            {course.title}
          </a>
        </Heading>
        <p className="mt-2 text-ink-muted">{course.summary}</p>
      </div>
      <dl className="grid grid-cols-2 content-start gap-x-6 gap-y-3 text-sm sm:grid-cols-4 lg:grid-cols-2 lg:border-line lg:border-s lg:ps-8">
        {facts.map(({ term, value }) => (
          <div key={term}>
            <dt className="text-ink-muted">{term}</dt>
            <dd className="font-medium text-base lining-nums">{value}</dd>
          </div>
        ))}
      </dl>
      {children}
    </article>
  )
}
