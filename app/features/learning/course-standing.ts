import { outlineOf } from '#app/content/course-outline.ts'
import type { Course } from '#app/content/course-schema.ts'
import type { VignetteView } from '#app/content/vignette-view.ts'
import type { StudiedCourse } from '#app/db/study.server.ts'
import { type CompletionReason, completionOf, percentOf } from '#app/domain/completion.ts'
import { type Place, whereToGoOn } from '#app/domain/where-to-go-on.ts'

export type CourseStanding = {
  isCompleted: boolean
  percent: number
  because: CompletionReason[]
  next: Place | undefined
}

/** How far somebody is with a course. A completed course stays complete when a later version asks for more. */
export function courseStanding(
  course: Course,
  {
    enrolment,
    lessonsRead,
    answers,
    reading,
  }: Pick<StudiedCourse, 'enrolment' | 'lessonsRead' | 'answers' | 'reading'>,
  vignettes: readonly VignetteView[],
): CourseStanding {
  const outline = outlineOf(course)
  const inState = (state: VignetteView['state']) =>
    vignettes.filter((view) => view.state === state).map(({ slug }) => slug)
  const facts = { lessonsRead, answers, vignettesPassed: inState('passed') }
  const completion = completionOf(outline, facts)
  const isCompleted = Boolean(enrolment?.completedAt)
  const questionLesson = (id: string) => course.questions.find((question) => question.id === id)?.lesson ?? ''
  const next = whereToGoOn({ ...outline, questionLesson }, facts, inState('submitted'))
  return {
    isCompleted,
    percent: isCompleted ? 100 : percentOf(completion),
    because: completion.because,
    next: next?.kind === 'lesson' ? { ...next, anchor: stoppedAt(next.slug, reading) } : next,
  }
}

const stoppedAt = (lesson: string, reading: StudiedCourse['reading']) =>
  reading.find((one) => one.lesson === lesson)?.anchor ?? undefined
