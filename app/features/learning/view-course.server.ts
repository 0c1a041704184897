import { type LoadedCourse, loadStudy, practiceOf, vignettesOf } from '#app/content/load-study.server.ts'
import type { VignetteView } from '#app/content/vignette-view.ts'
import type { Actor } from '#app/domain/people.ts'
import { type CourseStanding, courseStanding } from './course-standing.ts'

export type LessonRow = {
  slug: string
  title: string
  minutes: number
  isRead: boolean
  questions: { count: number; answered: number; right: number }
}

export type CourseOverview = CourseStanding & {
  slug: string
  title: string
  outcomes: string[]
  lessons: LessonRow[]
  vignettes: VignetteView[]
  practice: VignetteView[]
  completedAt: Date | null
  certificateNumber: string | null
}

/** One's own course: what is done and what is left. Nothing for a course that is not there, or that one is not enrolled in. */
export async function viewCourse(
  actor: Pick<Actor, 'id'>,
  slug: string,
): Promise<CourseOverview | 'not-enrolled' | undefined> {
  const study = await loadStudy(actor.id)
  const studied = study.courses.find((course) => course.slug === slug)
  if (!studied?.enrolment) return studied?.isListed ? 'not-enrolled' : undefined
  const { course, enrolment } = studied
  const vignettes = vignettesOf(course, study.vignettes)
  return {
    slug,
    title: course.title,
    outcomes: course.outcomes,
    lessons: course.lessons.map((lesson) => lessonRow(lesson, studied)),
    vignettes,
    practice: practiceOf(course, study.vignettes),
    completedAt: enrolment.completedAt,
    certificateNumber: enrolment.certificateNumber,
    ...courseStanding(course, studied, vignettes),
  }
}

function lessonRow(
  { slug, title, minutes }: LoadedCourse['course']['lessons'][number],
  studied: LoadedCourse,
): LessonRow {
  const ids = studied.course.questions.filter(({ lesson }) => lesson === slug).map(({ id }) => id)
  const answers = studied.answers.filter(({ questionId }) => ids.includes(questionId))
  const right = answers.filter(({ isCorrect }) => isCorrect).length
  const isRead = studied.lessonsRead.includes(slug)
  return { slug, title, minutes, isRead, questions: { count: ids.length, answered: answers.length, right } }
}
