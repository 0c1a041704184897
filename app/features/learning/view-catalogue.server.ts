import { courseVersion, loadVersions, vignetteVersion } from '#app/content/catalogue.server.ts'
import type { Course } from '#app/content/course-schema.ts'
import type { Vignette } from '#app/content/vignette-schema.ts'
import { type CurrentItem, listCurrentItems } from '#app/db/content.server.ts'
import { tagOf } from '#app/http/public-file.ts'

/** A part of the answer to "has this page changed?": the versions that it shows. */
type Tagged = { tag: string }

export type CatalogueCourse = Pick<
  Course,
  'slug' | 'title' | 'summary' | 'module' | 'studyHours' | 'cpdHours' | 'price'
> & {
  lessonCount: number
}

/** Every course that is offered, in catalogue order. */
export async function viewCatalogue(): Promise<{ courses: CatalogueCourse[] } & Tagged> {
  const items = (await listCurrentItems(['course'])).filter(({ isListed }) => isListed)
  await loadVersions(items.map(({ versionId }) => versionId))
  const courses = await Promise.all(items.map(async (item) => catalogueCourse(await courseVersion(item.versionId))))
  return { courses, tag: tagOfAll(items) }
}

function catalogueCourse(course: Course): CatalogueCourse {
  const { slug, title, summary, module, studyHours, cpdHours, price } = course
  return { slug, title, summary, module, studyHours, cpdHours, price, lessonCount: course.lessons.length }
}

type PublicVignette = Pick<Vignette, 'slug' | 'title' | 'kind' | 'summary' | 'minutes' | 'professions' | 'warning'>

export type CoursePage = Tagged & {
  course: Omit<Course, 'lessons' | 'questions' | 'vignettes' | 'practice' | 'prerequisites'>
  lessons: { slug: string; title: string; aim: string; minutes: number }[]
  questionCount: number
  prerequisites: { slug: string; title: string }[]
  vignettes: PublicVignette[]
  practice: PublicVignette[]
}

/** One course as anybody may read of it: never the text of a lesson. Nothing for a course that is not offered. */
export async function viewCoursePage(slug: string): Promise<CoursePage | undefined> {
  const items = (await listCurrentItems(['course', 'vignette'])).filter(({ isListed }) => isListed)
  const item = items.find((one) => one.kind === 'course' && one.slug === slug)
  if (!item) return undefined
  await loadVersions(items.map(({ versionId }) => versionId))
  const { lessons, questions, vignettes, practice, prerequisites, ...course } = await courseVersion(item.versionId)
  const named = (kind: CurrentItem['kind'], slugs: string[]) =>
    slugs.flatMap((name) => items.filter((one) => one.kind === kind && one.slug === name))
  const before = named('course', prerequisites).map(({ versionId }) => courseVersion(versionId))
  const cases = (slugs: string[]) =>
    Promise.all(named('vignette', slugs).map(async ({ versionId }) => publicPartOf(await vignetteVersion(versionId))))
  return {
    tag: tagOfAll(items),
    course,
    lessons: lessons.map(({ slug, title, aim, minutes }) => ({ slug, title, aim, minutes })),
    questionCount: questions.length,
    prerequisites: (await Promise.all(before)).map(({ slug, title }) => ({ slug, title })),
    vignettes: await cases(vignettes),
    practice: await cases(practice),
  }
}

/** What a catalogue tells of a vignette; its situation, transcript and discussion stay inside. */
const publicPartOf = ({ slug, title, kind, summary, minutes, professions, warning }: Vignette): PublicVignette => ({
  ...{ slug, title, kind, summary, minutes, professions },
  ...(warning && { warning }),
})

const tagOfAll = (items: readonly CurrentItem[]) =>
  tagOf(items.map(({ versionId, position }) => `${versionId} ${position}`).join())
