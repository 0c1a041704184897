import { courseProgress } from '#app/content/course-progress.ts'
import { type LoadedCourse, type LoadedStudy, vignettesOf } from '#app/content/load-study.server.ts'
import type { CourseFact, VignetteFact } from '#app/domain/pathway/facts.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'

/** The courses that are offered to somebody or that they began, as a pathway judges them. */
export function courseFacts(study: LoadedStudy, timeZone: string): CourseFact[] {
  return study.courses
    .filter(({ isListed, enrolment }) => isListed || enrolment)
    .map((studied) => {
      const { slug, enrolment } = studied
      const { percent, because } = courseProgress(studied, study)
      const completedAt = enrolment?.completedAt
      return {
        slug,
        state: completedAt ? 'completed' : enrolment ? 'under-way' : 'not-begun',
        completedOn: completedAt ? todayIn(timeZone, completedAt) : undefined,
        percent: enrolment ? percent : 0,
        because: because.map(({ text }) => text),
      }
    })
}

/** The vignettes, each with the course to begin where it opens only with one. */
export function vignetteFacts({ courses, vignettes }: LoadedStudy, timeZone: string): VignetteFact[] {
  const enrolled = courses.filter(({ enrolment }) => enrolment)
  return vignettes.map(({ slug, state, passedAt, attemptsLeft }) => {
    const holds = ({ course }: LoadedCourse) =>
      !course.modules &&
      vignettesOf({ vignettes: [...course.vignettes, ...course.practice] }, vignettes).some(
        (view) => view.slug === slug,
      )
    const opensWithCourse = enrolled.some(holds) ? undefined : courses.find(holds)?.slug
    return { slug, state, passedOn: passedAt && todayIn(timeZone, passedAt), attemptsLeft, opensWithCourse }
  })
}
