import { outlineOf } from '#app/content/course-outline.ts'
import { type LoadedCourse, type LoadedStudy, vignettesOf } from '#app/content/load-study.server.ts'
import { completionOf, percentOf } from '#app/domain/completion.ts'
import type { CourseFact, VignetteFact } from '#app/domain/pathway/facts.ts'
import { localTimeAt } from '#app/domain/wall-clock.ts'

/** The courses that are offered to somebody or that they began, as a pathway judges them. */
export function courseFacts({ courses, vignettes }: LoadedStudy, timeZone: string): CourseFact[] {
  const vignettesPassed = vignettes.filter(({ state }) => state === 'passed').map(({ slug }) => slug)
  return courses
    .filter(({ isListed, enrolment }) => isListed || enrolment)
    .map(({ slug, course, enrolment, lessonsRead, answers }) => {
      const completion = completionOf(outlineOf(course), { lessonsRead, answers, vignettesPassed })
      const completedAt = enrolment?.completedAt
      return {
        slug,
        state: completedAt ? 'completed' : enrolment ? 'under-way' : 'not-begun',
        completedOn: completedAt ? dayOf(completedAt, timeZone) : undefined,
        percent: enrolment ? percentOf(completion) : 0,
        because: completion.because.map(({ text }) => text),
      }
    })
}

const dayOf = (instant: Date, timeZone: string) => localTimeAt(instant, timeZone).slice(0, 10)

/** The vignettes, each with the course to begin where it opens only with one. */
export function vignetteFacts({ courses, vignettes }: LoadedStudy, timeZone: string): VignetteFact[] {
  const enrolled = courses.filter(({ enrolment }) => enrolment)
  return vignettes.map(({ slug, state, passedAt, attemptsLeft }) => {
    const holds = ({ course }: LoadedCourse) =>
      vignettesOf({ vignettes: [...course.vignettes, ...course.practice] }, vignettes).some(
        (view) => view.slug === slug,
      )
    const opensWithCourse = enrolled.some(holds) ? undefined : courses.find(holds)?.slug
    return { slug, state, passedOn: passedAt && dayOf(passedAt, timeZone), attemptsLeft, opensWithCourse }
  })
}
