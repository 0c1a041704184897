import type { CourseOutline } from '#app/domain/completion.ts'
import { isJudged } from '#app/domain/retrieval/question.ts'
import type { Course } from './course-schema.ts'

/** What completing a course is judged by. */
export const outlineOf = (course: Course): CourseOutline => ({
  lessons: course.lessons.map(({ slug }) => slug),
  questions: course.questions.map(({ id }) => id),
  unjudged: course.questions.filter((question) => !isJudged(question)).map(({ id }) => id),
  vignettes: course.vignettes,
  modules: course.modules,
  completion: course.completion,
})
