import { outlineOf } from '#app/content/course-outline.ts'
import { courseProgress, factsOf, modulesOf } from '#app/content/course-progress.ts'
import { type LoadedCourse, type LoadedStudy, vignettesOf } from '#app/content/load-study.server.ts'
import type { Progress } from '#app/domain/completion.ts'
import { type Place, whereToGoOn } from '#app/domain/where-to-go-on.ts'

/** Where to go on, in this course or in the module of it that is next. */
export type NextPlace = Place & { course: string; title: string; isFirst: boolean }

export type CourseStanding = Progress & { next: NextPlace | undefined }

/** How far somebody is with a course, and what is next. A completed course stays complete when a later version asks for more. */
export const courseStanding = (studied: LoadedCourse, study: LoadedStudy): CourseStanding => ({
  ...courseProgress(studied, study),
  next: nextPlace(studied, study),
})

/** Of a course of modules it is in one that is begun, or else in the first that is not completed and has something left to do. */
function nextPlace(studied: LoadedCourse, study: LoadedStudy): NextPlace | undefined {
  const { course, slug, reading } = studied
  if (course.modules) {
    const open = modulesOf(course, study).filter(({ enrolment }) => enrolment && !enrolment.completedAt)
    const places = open.flatMap((module) => nextPlace(module, study) ?? [])
    const first = places.find(({ isFirst }) => !isFirst) ?? places[0]
    return first && { ...first, isFirst: modulesOf(course, study).every(isUntouched) }
  }
  const waiting = study.vignettes.filter(({ state }) => state === 'submitted').map((view) => view.slug)
  const questionLesson = (id: string) => course.questions.find((question) => question.id === id)?.lesson ?? ''
  const place = whereToGoOn({ ...outlineOf(course), questionLesson }, factsOf(studied, study), waiting)
  if (!place) return undefined
  const named = place.kind === 'vignette' ? vignettesOf(course, study.vignettes) : course.lessons
  const title = named.find((one) => one.slug === place.slug)?.title ?? ''
  const at = place.kind === 'lesson' ? { ...place, anchor: stoppedAt(place.slug, reading) } : place
  return { ...at, course: slug, title, isFirst: isUntouched(studied) }
}

/** Nothing of it is read, and no lesson of it was left in the middle. */
const isUntouched = ({ lessonsRead, reading }: LoadedCourse): boolean =>
  lessonsRead.length === 0 && reading.every(({ anchor }) => anchor === null)

const stoppedAt = (lesson: string, reading: LoadedCourse['reading']) =>
  reading.find((one) => one.lesson === lesson)?.anchor ?? undefined

/** A module as the list of its course shows it. */
export type ModuleRow = Pick<Progress, 'percent' | 'isCompleted'> & {
  slug: string
  title: string
  isEnrolled: boolean
  because: string[]
}

export const moduleRows = (studied: LoadedCourse, study: LoadedStudy): ModuleRow[] =>
  modulesOf(studied.course, study).map((module) => {
    const { percent, isCompleted, because } = courseProgress(module, study)
    const { slug, course, enrolment } = module
    const isEnrolled = Boolean(enrolment)
    return { slug, title: course.title, percent, isCompleted, isEnrolled, because: because.map(({ text }) => text) }
  })
