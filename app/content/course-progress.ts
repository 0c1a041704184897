import { lessonOutline, type ModuleFact, type Progress, progressOf } from '#app/domain/completion.ts'
import { outlineOf } from './course-outline.ts'
import type { Course } from './course-schema.ts'
import type { LoadedCourse, LoadedStudy } from './load-study.server.ts'

/** How far somebody is with one of the courses of their study, its modules counted in. */
export function courseProgress(studied: LoadedCourse, study: LoadedStudy): Progress {
  const { course, enrolment } = studied
  return progressOf(outlineOf(course), factsOf(studied, study), Boolean(enrolment?.completedAt))
}

/** What they have done of it, as the rule of completion asks. */
export function factsOf(studied: LoadedCourse, study: LoadedStudy) {
  const { lessonsRead, answers, live } = studied
  const vignettesPassed = study.vignettes.filter(({ state }) => state === 'passed').map(({ slug }) => slug)
  return { lessonsRead, answers, live, vignettesPassed, moduleFacts: moduleFacts(studied.course, study) }
}

/** The courses that a course is made of, in its order; none for one that has lessons of its own. */
export const modulesOf = ({ modules = [] }: Pick<Course, 'modules'>, { courses }: LoadedStudy): LoadedCourse[] =>
  modules.flatMap((slug) => courses.filter((one) => one.slug === slug))

const moduleFacts = (course: Course, study: LoadedStudy): ModuleFact[] =>
  modulesOf(course, study)
    .filter(({ enrolment }) => enrolment)
    .map((module) => ({ slug: module.slug, ...courseProgress(module, study) }))

/** How far somebody is with one lesson of a course, its questions counted in. */
export function lessonProgress(
  course: Course,
  lesson: string,
  { lessonsRead, answers }: Pick<LoadedCourse, 'lessonsRead' | 'answers'>,
): LessonProgress {
  const ids = course.questions.filter((question) => question.lesson === lesson).map(({ id }) => id)
  const given = answers.filter(({ questionId }) => ids.includes(questionId))
  const facts = { lessonsRead, answers: given, vignettesPassed: [] }
  return {
    isRead: lessonsRead.includes(lesson),
    percent: progressOf(lessonOutline(course, lesson, ids), facts).percent,
    questions: {
      count: ids.length,
      answered: given.length,
      right: given.filter(({ isCorrect }) => isCorrect).length,
    },
  }
}

export type LessonProgress = {
  isRead: boolean
  percent: number
  questions: { count: number; answered: number; right: number }
}
