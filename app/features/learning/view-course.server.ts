import { type LessonProgress, lessonProgress, modulesOf } from '#app/content/course-progress.ts'
import { type LoadedStudy, loadStudy, practiceOf, vignettesOf } from '#app/content/load-study.server.ts'
import type { VignetteView } from '#app/content/vignette-view.ts'
import type { LessonReading } from '#app/db/lesson-reading.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { type CourseStanding, courseStanding, type ModuleRow, moduleRows } from './course-standing.ts'

export type LessonRow = LessonProgress & { slug: string; title: string; minutes: number }

export type CourseOverview = CourseStanding & {
  slug: string
  title: string
  outcomes: string[]
  /** Of a course of modules; it has no lessons then. */
  modules: ModuleRow[]
  /** The course that it is a module of, where the person is enrolled in that. */
  partOf: { slug: string; title: string } | undefined
  lessons: LessonRow[]
  vignettes: VignetteView[]
  practice: VignetteView[]
  /** As the course states them. */
  cpdHours: number
  /** Spent reading its lessons, or those of its modules. */
  activeSeconds: number
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
  return {
    slug,
    title: course.title,
    outcomes: course.outcomes,
    modules: moduleRows(studied, study),
    partOf: courseAround(slug, study),
    lessons: course.lessons.map(({ slug, title, minutes }) => {
      return { slug, title, minutes, ...lessonProgress(course, slug, studied) }
    }),
    // Those of its modules stand on their pages.
    vignettes: course.modules ? [] : vignettesOf(course, study.vignettes),
    practice: course.modules ? [] : practiceOf(course, study.vignettes),
    cpdHours: course.cpdHours,
    activeSeconds: [studied, ...modulesOf(course, study)].reduce((sum, { reading }) => sum + secondsIn(reading), 0),
    completedAt: enrolment.completedAt,
    certificateNumber: enrolment.certificateNumber,
    ...courseStanding(studied, study),
  }
}

const secondsIn = (reading: readonly LessonReading[]) =>
  reading.reduce((sum, { activeSeconds }) => sum + activeSeconds, 0)

function courseAround(module: string, { courses }: LoadedStudy): CourseOverview['partOf'] {
  const around = courses.find(({ enrolment, course }) => enrolment && course.modules?.includes(module))
  return around && { slug: around.slug, title: around.course.title }
}
