import type { Course } from '#app/content/course-schema.ts'
import { type LoadedCourse, type LoadedStudy, loadStudy, vignettesOf } from '#app/content/load-study.server.ts'
import type { VignetteView } from '#app/content/vignette-view.ts'
import type { Actor } from '#app/domain/people.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import type { Day } from '#app/domain/portfolio/entry.ts'
import { isDue } from '#app/domain/practice/schedule.ts'
import { courseStanding, type ModuleRow, moduleRows, type NextPlace } from './course-standing.ts'

export type MyCourse = {
  slug: string
  title: string
  percent: number
  because: string[]
  next: NextPlace | undefined
  completedAt: Date | null
  certificateNumber: string | null
  /** Of a course of modules, which are in no list of their own then. */
  modules: ModuleRow[]
  vignettes: VignetteView[]
}

export type MyLearning = {
  underWay: MyCourse[]
  completed: MyCourse[]
  /** Vignettes of one's courses that one can answer now or waits for: what is due first stands first. */
  vignettes: VignetteView[]
  /** Questions to practise: in hand, and due today. */
  practice: { questions: number; due: number }
  notBegun: (Pick<Course, 'slug' | 'title' | 'summary' | 'studyHours' | 'price'> & { partOf: string | undefined })[]
}

/** Everything that somebody studies, what is next in each course, and what else there is to begin. */
export async function viewMyLearning(actor: Pick<Actor, 'id' | 'timeZone'>, now: Date): Promise<MyLearning> {
  const study = await loadStudy(actor.id)
  const mine = study.courses.filter(({ enrolment }) => enrolment)
  const enrolled = mine.filter(({ slug }) => !courseOfModule(slug, mine)).map((studied) => myCourse(studied, study))
  const toDo = enrolled.flatMap(({ vignettes }) => vignettes).filter(({ state }) => state !== 'passed')
  return {
    underWay: enrolled.filter(({ completedAt }) => !completedAt),
    completed: enrolled.filter(({ completedAt }) => completedAt),
    vignettes: [...new Map(toDo.map((view) => [view.slug, view])).values()].toSorted((a, b) => dueTime(a) - dueTime(b)),
    practice: practiceIn(study.courses, todayIn(actor.timeZone, now)),
    notBegun: study.courses
      .filter(({ enrolment, isListed }) => isListed && !enrolment)
      .map(({ slug, course: { title, summary, studyHours, price } }) => {
        return { slug, title, summary, studyHours, price, partOf: courseOfModule(slug, study.courses)?.title }
      }),
  }
}

/** What is due at no time comes last, in the order of the courses. */
const dueTime = ({ deadline }: VignetteView) => deadline?.dueAt.getTime() ?? Number.MAX_SAFE_INTEGER

/** The one among these courses that a course is a module of. */
const courseOfModule = (slug: string, courses: readonly LoadedCourse[]): Course | undefined =>
  courses.find(({ isListed, enrolment, course }) => (isListed || enrolment) && course.modules?.includes(slug))?.course

function practiceIn(courses: readonly LoadedCourse[], today: Day): MyLearning['practice'] {
  const cards = courses.flatMap(({ course, practice }) =>
    practice.filter(({ questionId }) => course.questions.some(({ id }) => id === questionId)),
  )
  return { questions: cards.length, due: cards.filter((card) => isDue(card, today)).length }
}

function myCourse(studied: LoadedCourse, study: LoadedStudy): MyCourse {
  const { slug, course, enrolment } = studied
  const { percent, because, next } = courseStanding(studied, study)
  return {
    ...{ slug, title: course.title, percent, because: because.map(({ text }) => text), next },
    completedAt: enrolment?.completedAt ?? null,
    certificateNumber: enrolment?.certificateNumber ?? null,
    modules: moduleRows(studied, study),
    vignettes: vignettesOf(course, study.vignettes),
  }
}
