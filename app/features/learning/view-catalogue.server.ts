import { courseVersion, loadVersions, vignetteVersion } from '#app/content/catalogue.server.ts'
import type { Course, Lesson } from '#app/content/course-schema.ts'
import type { Vignette } from '#app/content/vignette-schema.ts'
import { type CurrentItem, listCurrentItems } from '#app/db/content.server.ts'
import { type Prerequisite, prerequisitesOf } from '#app/domain/enrolment/prerequisites.ts'
import { tagOf } from '#app/http/public-file.ts'

/** A part of the answer to "has this page changed?": the versions that it shows. */
type Tagged = { tag: string }

export type CatalogueCourse = Pick<
  Course,
  'slug' | 'title' | 'summary' | 'module' | 'level' | 'studyHours' | 'cpdHours' | 'price'
> & {
  lessonCount: number
  /** Of a course of modules, in its order. */
  modules: CatalogueModule[]
  /** The title of the course that it is a module of. */
  partOf: string | undefined
}

export type CatalogueModule = Pick<Course, 'slug' | 'title' | 'summary' | 'studyHours' | 'price'> & {
  lessons: PublicLesson[]
}

type PublicLesson = { slug: string; title: string; aim: string; minutes: number }

/** Every course that is offered, in catalogue order. */
export async function viewCatalogue(): Promise<{ courses: CatalogueCourse[] } & Tagged> {
  const items = (await listCurrentItems(['course'])).filter(({ isListed }) => isListed)
  await loadVersions(items.map(({ versionId }) => versionId))
  const courses = await Promise.all(items.map(({ versionId }) => courseVersion(versionId)))
  return { courses: courses.map((course) => catalogueCourse(course, courses)), tag: tagOfAll(items) }
}

function catalogueCourse(course: Course, all: readonly Course[]): CatalogueCourse {
  const { slug, title, summary, module, level, studyHours, cpdHours, price } = course
  const modules = modulesAmong(course, all)
  const lessonCount = partsOf(course, modules).flatMap(({ lessons }) => lessons).length
  const told = { slug, title, summary, module, level, studyHours, cpdHours, price, lessonCount }
  return { ...told, modules: modules.map(publicModule), partOf: courseAround(slug, all)?.title }
}

const modulesAmong = ({ modules = [] }: Course, all: readonly Course[]): Course[] =>
  modules.flatMap((slug) => all.filter((one) => one.slug === slug))

/** What is studied of it: its modules, or the course itself. */
const partsOf = (course: Course, modules: readonly Course[]) => (modules.length > 0 ? modules : [course])

const courseAround = (module: string, all: readonly Course[]): Course | undefined =>
  all.find(({ modules }) => modules?.includes(module))

const publicModule = ({ slug, title, summary, studyHours, price, lessons }: Course): CatalogueModule => {
  return { slug, title, summary, studyHours, price, lessons: lessons.map(publicLesson) }
}

const publicLesson = ({ slug, title, aim, minutes }: Lesson): PublicLesson => ({ slug, title, aim, minutes })

type PublicVignette = Pick<Vignette, 'slug' | 'title' | 'kind' | 'summary' | 'minutes' | 'professions' | 'warning'>

export type CoursePage = Tagged & {
  course: Omit<Course, 'lessons' | 'questions' | 'vignettes' | 'practice' | 'prerequisites' | 'modules'>
  /** Of a course of modules, which has no lessons of its own. */
  modules: CatalogueModule[]
  lessons: PublicLesson[]
  lessonCount: number
  questionCount: number
  partOf: { slug: string; title: string; price: Course['price'] } | undefined
  prerequisites: { slug: string; title: string }[]
  required: Prerequisite[]
  vignettes: PublicVignette[]
  practice: PublicVignette[]
}

/** One course as anybody may read of it: never the text of a lesson. Nothing for a course that is not offered. */
export async function viewCoursePage(slug: string): Promise<CoursePage | undefined> {
  const items = (await listCurrentItems(['course', 'vignette'])).filter(({ isListed }) => isListed)
  const item = items.find((one) => one.kind === 'course' && one.slug === slug)
  if (!item) return undefined
  await loadVersions(items.map(({ versionId }) => versionId))
  const whole = await courseVersion(item.versionId)
  const { lessons, questions: _, modules: __, vignettes, practice, prerequisites, ...course } = whole
  const courses = await Promise.all(
    items.filter(({ kind }) => kind === 'course').map(({ versionId }) => courseVersion(versionId)),
  )
  const modules = modulesAmong(whole, courses)
  const parts = partsOf(whole, modules)
  const around = courseAround(slug, courses)
  const named = (kind: CurrentItem['kind'], slugs: string[]) =>
    slugs.flatMap((name) => items.filter((one) => one.kind === kind && one.slug === name))
  const cases = (slugs: string[]) =>
    Promise.all(named('vignette', slugs).map(async ({ versionId }) => publicPartOf(await vignetteVersion(versionId))))
  return {
    tag: tagOfAll(items),
    course,
    modules: modules.map(publicModule),
    lessons: lessons.map(publicLesson),
    lessonCount: parts.flatMap((part) => part.lessons).length,
    questionCount: parts.flatMap(({ questions }) => questions).length,
    partOf: around && { slug: around.slug, title: around.title, price: around.price },
    prerequisites: prerequisites.flatMap((before) => courses.filter((one) => one.slug === before)).map(slugAndTitle),
    required: prerequisitesOf(course.requires, (name) => courses.find((one) => one.slug === name)?.title ?? name),
    vignettes: await cases(vignettes),
    practice: await cases(practice),
  }
}

const slugAndTitle = ({ slug, title }: Course) => ({ slug, title })

/** What a catalogue tells of a vignette; its situation, transcript and discussion stay inside. */
const publicPartOf = ({ slug, title, kind, summary, minutes, professions, warning }: Vignette): PublicVignette => ({
  ...{ slug, title, kind, summary, minutes, professions },
  ...(warning && { warning }),
})

const tagOfAll = (items: readonly CurrentItem[]) =>
  tagOf(items.map(({ versionId, position }) => `${versionId} ${position}`).join())
