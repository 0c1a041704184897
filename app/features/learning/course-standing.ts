import type { Course, Vignette } from '#app/content/schemas.ts'
import type { StudiedCourse, StudiedVignette } from '#app/db/study.server.ts'
import { type CompletionReason, type CourseOutline, completionOf, percentOf } from '#app/domain/completion.ts'
import type { VignetteFact } from '#app/domain/pathway/facts.ts'
import { type Place, whereToGoOn } from '#app/domain/where-to-go-on.ts'

export const outlineOf = (course: Course): CourseOutline => ({
  lessons: course.lessons.map(({ slug }) => slug),
  questions: course.questions.map(({ id }) => id),
  vignettes: course.vignettes,
  completion: course.completion,
})

export type VignetteView = Pick<Vignette, 'slug' | 'title' | 'kind' | 'minutes' | 'professions'> &
  Pick<VignetteFact, 'state' | 'attemptsLeft'> & {
    /** When the marks of the answer that passed were released. */
    passedAt: Date | undefined
  }

const outcomes = {
  none: 'none',
  open: 'open',
  submitted: 'submitted',
  released: 'not-passed',
  withdrawn: 'none',
} as const

export function vignetteView(vignette: Vignette, { slug, attempts }: StudiedVignette): VignetteView {
  const { title, kind, minutes, professions } = vignette
  const outcome = outcomes[attempts.at(-1)?.state ?? 'none']
  const passed = attempts.find(({ hasPassed }) => hasPassed)
  return {
    ...{ slug, title, kind, minutes, professions },
    state: passed ? 'passed' : outcome,
    passedAt: passed?.releasedAt ? new Date(passed.releasedAt) : undefined,
    attemptsLeft: Math.max(0, vignette.maxAttempts - attempts.length),
  }
}

export type CourseStanding = {
  isCompleted: boolean
  percent: number
  because: CompletionReason[]
  next: Place | undefined
}

/** How far somebody is with a course. A completed course stays complete when a later version asks for more. */
export function courseStanding(
  course: Course,
  { enrolment, lessonsRead, answers }: Pick<StudiedCourse, 'enrolment' | 'lessonsRead' | 'answers'>,
  vignettes: readonly VignetteView[],
): CourseStanding {
  const outline = outlineOf(course)
  const inState = (state: VignetteView['state']) =>
    vignettes.filter((view) => view.state === state).map(({ slug }) => slug)
  const facts = { lessonsRead, answers, vignettesPassed: inState('passed') }
  const completion = completionOf(outline, facts)
  const isCompleted = Boolean(enrolment?.completedAt)
  const questionLesson = (id: string) => course.questions.find((question) => question.id === id)?.lesson ?? ''
  return {
    isCompleted,
    percent: isCompleted ? 100 : percentOf(completion),
    because: completion.because,
    next: whereToGoOn({ ...outline, questionLesson }, facts, inState('submitted')),
  }
}
