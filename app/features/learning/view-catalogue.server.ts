import { courseVersion, loadVersions, pathwayVersion, vignetteVersion } from '#app/content/catalogue.server.ts'
import type { Pathway } from '#app/content/content-body.ts'
import type { Course, Lesson } from '#app/content/course-schema.ts'
import type { Vignette } from '#app/content/vignette-schema.ts'
import { type CatalogueFacts, type OpenCohort, readCatalogue, type Teacher } from '#app/db/catalogue.server.ts'
import type { ContentKind } from '#app/db/content.server.ts'
import { type Prerequisite, prerequisitesOf } from '#app/domain/enrolment/prerequisites.ts'
import { utcDay } from '#app/domain/portfolio/days.ts'
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
export async function viewCatalogue(now: Date): Promise<Catalogue & Tagged> {
  const facts = await readCatalogue(['course', 'pathway'], utcDay(now))
  await loadVersions(facts.items.map(({ versionId }) => versionId))
  const bodies = <Body>(kind: ContentKind, read: (id: string) => Promise<Body>) =>
    Promise.all(facts.items.filter((item) => item.kind === kind).map(({ versionId }) => read(versionId)))
  const courses = await bodies('course', courseVersion)
  const pathways = await bodies('pathway', pathwayVersion)
  const pathway = pathways.find(({ isDefault }) => isDefault) ?? pathways[0]
  return { courses: courses.map((course) => catalogueCourse(course, courses)), pathway, tag: tagOfFacts(facts) }
}

export type Catalogue = { courses: CatalogueCourse[]; pathway: Pathway | undefined }

/** The day that it is in UTC: a page for everybody has no time zone. */

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
  /** Those that people may join. */
  cohorts: OpenCohort[]
  teachers: Teacher[]
  prerequisites: { slug: string; title: string }[]
  required: Prerequisite[]
  vignettes: PublicVignette[]
  practice: PublicVignette[]
}

/** One course as anybody may read of it: never the text of a lesson. Nothing for a course that is not offered. */
export async function viewCoursePage(slug: string, now: Date): Promise<CoursePage | undefined> {
  const facts = await readCatalogue(['course', 'vignette'], utcDay(now))
  const { items } = facts
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
  const cases = (slugs: string[]) => {
    const named = slugs.flatMap((name) => items.filter(({ kind, slug }) => kind === 'vignette' && slug === name))
    return Promise.all(named.map(async ({ versionId }) => publicPartOf(await vignetteVersion(versionId))))
  }
  return {
    tag: tagOfFacts(facts),
    course,
    modules: modules.map(publicModule),
    lessons: lessons.map(publicLesson),
    lessonCount: parts.flatMap((part) => part.lessons).length,
    questionCount: parts.flatMap(({ questions }) => questions).length,
    partOf: around && { slug: around.slug, title: around.title, price: around.price },
    prerequisites: prerequisites.flatMap((before) => courses.filter((one) => one.slug === before)).map(slugAndTitle),
    cohorts: facts.cohorts.filter(({ courseSlug }) => courseSlug === slug),
    teachers: facts.teachers.filter(({ courseSlug }) => courseSlug === slug),
    required: prerequisitesOf(course.requires, (name) => courses.find((one) => one.slug === name)?.title ?? name),
    vignettes: await cases(vignettes),
    // Those of its modules stand on their pages.
    practice: modules.length > 0 ? [] : await cases(practice),
  }
}

const slugAndTitle = ({ slug, title }: Course) => ({ slug, title })

/** What a catalogue tells of a vignette; its situation, transcript and discussion stay inside. */
const publicPartOf = ({ slug, title, kind, summary, minutes, professions, warning }: Vignette): PublicVignette => ({
  ...{ slug, title, kind, summary, minutes, professions },
  ...(warning && { warning }),
})

/** Of all that is read, so that nothing which a page comes to show is forgotten. */
const tagOfFacts = (facts: CatalogueFacts) => tagOf(JSON.stringify(facts))
