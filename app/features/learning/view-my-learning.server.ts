import type { Course } from '#app/content/course-schema.ts'
import { type LoadedCourse, loadStudy, vignettesOf } from '#app/content/load-study.server.ts'
import type { VignetteView } from '#app/content/vignette-view.ts'
import type { Actor } from '#app/domain/people.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import type { Day } from '#app/domain/portfolio/entry.ts'
import { isDue } from '#app/domain/practice/schedule.ts'
import type { Place } from '#app/domain/where-to-go-on.ts'
import { courseStanding } from './course-standing.ts'

export type MyCourse = {
  slug: string
  title: string
  percent: number
  because: string[]
  next?: Place & { title: string; isFirst: boolean }
  completedAt: Date | null
  certificateNumber: string | null
  vignettes: VignetteView[]
}

export type MyLearning = {
  underWay: MyCourse[]
  completed: MyCourse[]
  /** Vignettes of one's courses that one can answer now or waits for. */
  vignettes: VignetteView[]
  /** Questions to practise: in hand, and due today. */
  practice: { questions: number; due: number }
  notBegun: Pick<Course, 'slug' | 'title' | 'summary' | 'studyHours' | 'price'>[]
}

/** Everything that somebody studies, what is next in each course, and what else there is to begin. */
export async function viewMyLearning(actor: Pick<Actor, 'id' | 'timeZone'>, now: Date): Promise<MyLearning> {
  const study = await loadStudy(actor.id)
  const enrolled = study.courses
    .filter(({ enrolment }) => enrolment)
    .map((studied) => myCourse(studied, vignettesOf(studied.course, study.vignettes)))
  const toDo = enrolled.flatMap(({ vignettes }) => vignettes).filter(({ state }) => state !== 'passed')
  return {
    underWay: enrolled.filter(({ completedAt }) => !completedAt),
    completed: enrolled.filter(({ completedAt }) => completedAt),
    vignettes: [...new Map(toDo.map((view) => [view.slug, view])).values()],
    practice: practiceIn(study.courses, todayIn(actor.timeZone, now)),
    notBegun: study.courses
      .filter(({ enrolment, isListed }) => isListed && !enrolment)
      .map(({ slug, course: { title, summary, studyHours, price } }) => ({ slug, title, summary, studyHours, price })),
  }
}

function practiceIn(courses: readonly LoadedCourse[], today: Day): MyLearning['practice'] {
  const cards = courses.flatMap(({ course, practice }) =>
    practice.filter(({ questionId }) => course.questions.some(({ id }) => id === questionId)),
  )
  return { questions: cards.length, due: cards.filter((card) => isDue(card, today)).length }
}

function myCourse(studied: LoadedCourse, vignettes: VignetteView[]): MyCourse {
  const { slug, course, enrolment } = studied
  const { percent, because, next } = courseStanding(course, studied, vignettes)
  return {
    slug,
    title: course.title,
    percent,
    because: because.map(({ text }) => text),
    ...(next && {
      next: { ...next, title: titleOf(next, studied, vignettes), isFirst: studied.lessonsRead.length === 0 },
    }),
    completedAt: enrolment?.completedAt ?? null,
    certificateNumber: enrolment?.certificateNumber ?? null,
    vignettes,
  }
}

const titleOf = (place: Place, { course }: LoadedCourse, vignettes: readonly VignetteView[]): string =>
  (place.kind === 'vignette' ? vignettes : course.lessons).find(({ slug }) => slug === place.slug)?.title ?? ''
