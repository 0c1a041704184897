import { checkCourseExists } from './check-references.ts'
import type { Report } from './findings.ts'
import type { CourseSource, Sources } from './sources.ts'
import { finding, type Source } from './yaml-file.ts'

/**
 * The modules of a course are other courses, each of them in one course only, and none of them made of modules itself: so that what
 * belongs to what has one answer, and no end can lead back to its beginning.
 */
export function checkModules(
  { folder, lessonSlugs, questions }: CourseSource,
  course: NonNullable<CourseSource['course']>,
  sources: Sources,
  report: Report,
): void {
  const modules = course.value.modules ?? []
  modules.forEach((slug, index) => {
    const path = ['modules', index]
    checkCourseExists(course, path, slug, sources, report)
    if (modules.indexOf(slug) !== index) report.faults.push(finding(course, path, `${slug} is a module of it already`))
    if (modulesOf(slug, sources)) report.faults.push(finding(course, path, `${slug} is made of modules itself`))
    const other = coursesOf(slug, sources).find(({ folder: another }) => another < folder)
    if (other) report.faults.push(finding(course, path, `${slug} is a module of ${other.slug} already`))
  })
  checkHours(course, sources, report)
  if (lessonSlugs.length > 0) report.faults.push(finding(course, ['modules'], NOT_BOTH('lessons')))
  if (questions) report.faults.push(finding(questions as Source<unknown>, [], NOT_BOTH('questions')))
}

/** Two sums that people compare: a page that lists the modules with their hours, and says another sum, is not believed. */
function checkHours(course: NonNullable<CourseSource['course']>, { courses }: Sources, report: Report): void {
  const { modules = [], completion, studyHours } = course.value
  const parts = modules.map((slug) => courses.find((one) => one.slug === slug)?.course?.value.studyHours)
  if (parts.some((hours) => hours === undefined)) return
  const sum = parts.reduce<number>((total, hours = 0) => total + hours, completion.attendedHours ?? 0)
  if (sum !== studyHours)
    report.faults.push(finding(course, ['studyHours'], `its modules and hours live come to ${sum}, not ${studyHours}`))
}

const NOT_BOTH = (what: string) => `a course of modules has no ${what} of its own`

const modulesOf = (slug: string, { courses }: Sources) =>
  courses.find((course) => course.slug === slug)?.course?.value.modules

const coursesOf = (module: string, { courses }: Sources) =>
  courses.filter(({ course }) => course?.value.modules?.includes(module))
