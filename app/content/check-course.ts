import { pricesOf } from '#app/domain/billing/money.ts'
import { checkAnswerLength, checkRightCounts } from './check-answer-length.ts'
import { checkMarkedTerms } from './check-glossary.ts'
import { checkMedia } from './check-media.ts'
import { checkModules } from './check-modules.ts'
import { checkQuestion } from './check-question.ts'
import { checkCourseExists, checkUnique, checkWorks } from './check-references.ts'
import type { Report } from './findings.ts'
import { reportConfirm } from './read-lesson.ts'
import type { CourseSource, Sources } from './sources.ts'
import { takenSlugs } from './taken-slugs.ts'
import { finding } from './yaml-file.ts'

export function checkCourse(source: CourseSource, sources: Sources, report: Report): void {
  const { course } = source
  checkLessons(source, sources, report)
  checkMedia(source, report)
  if (!course?.value.modules) checkQuestions(source, report)
  checkAnswerLength(source, report)
  checkRightCounts(source, report)
  if (!course) {
    const isThere = report.faults.some(({ file }) => file === `${source.folder}/course.yaml`)
    const place = { file: `${source.folder}/course.yaml`, at: () => ({ line: 1, column: 1 }) }
    if (!isThere) report.faults.push(finding(place, [], 'is missing'))
    return
  }
  reportConfirm(course, report)
  checkInstalments(course, report)
  course.value.prerequisites.forEach((slug, index) => {
    checkCourseExists(course, ['prerequisites', index], slug, sources, report)
    if (slug === source.slug)
      report.faults.push(finding(course, ['prerequisites', index], 'a course is not advised before itself'))
  })
  course.value.requires?.courses?.forEach((slug, index) => {
    checkCourseExists(course, ['requires', 'courses', index], slug, sources, report)
    if (slug === source.slug)
      report.faults.push(finding(course, ['requires', 'courses', index], 'a course cannot ask for itself'))
  })
  for (const list of ['vignettes', 'practice'] as const)
    course.value[list].forEach((slug, index) => {
      if (!sources.vignette.has(slug))
        report.faults.push(finding(course, [list, index], `there is no vignette ${slug}`))
    })
  if (course.value.modules) checkModules(source, course, sources, report)
  else checkCompletion(source, course, report)
}

/** Parts are equal, so that they add up to the price. */
function checkInstalments(course: NonNullable<CourseSource['course']>, report: Report): void {
  const { price, instalments } = course.value
  if (!instalments) return
  const uneven =
    price === 'free' ? 'the course is free' : pricesOf(price).find(({ minor }) => minor % instalments.months !== 0)
  if (!uneven) return
  const message =
    typeof uneven === 'string'
      ? uneven
      : `the price in ${uneven.currency} cannot be divided into ${instalments.months} equal parts`
  report.faults.push(finding(course, ['instalments'], message))
}

/** A rule that nobody could meet, or that would be met by nothing, is a slip. */
function checkCompletion(source: CourseSource, course: NonNullable<CourseSource['course']>, report: Report): void {
  const { completion, vignettes } = course.value
  const hasQuestions = source.questions === undefined || source.questions.value.length > 0
  if (completion.vignettes && vignettes.length === 0)
    report.faults.push(finding(course, ['completion', 'vignettes'], 'the course has no vignettes'))
  if (completion.correctShare !== undefined && !completion.questions)
    report.faults.push(
      finding(course, ['completion', 'correctShare'], 'asks for right answers; say questions: all as well'),
    )
  if (completion.questions && !hasQuestions)
    report.faults.push(finding(course, ['completion', 'questions'], 'the course has no questions'))
  if (source.lessonSlugs.length === 0) report.faults.push(finding(course, [], 'the course has no lessons'))
}

/** Pages of their own under /learn/:course, which would hide a lesson. */
const TAKEN = takenSlugs('learn/:course')

function checkLessons(source: CourseSource, sources: Sources, report: Report): void {
  for (const { slug, front, root, place } of source.lessons) {
    if (sources.glossary) checkMarkedTerms(root, place, sources.glossary, report)
    checkWorks(front, front.value.references, sources, report)
    if (source.lessonSlugs.indexOf(slug) !== source.lessonSlugs.lastIndexOf(slug))
      report.faults.push(finding(front, [], `another lesson of this course has the slug ${slug}`))
    if (TAKEN.includes(slug))
      report.faults.push(finding(front, [], `a lesson cannot have the slug ${slug}: /learn/:course/${slug} is a page`))
    const isAsked = source.questions?.value.some(({ lesson }) => lesson === slug)
    if (source.questions && !isAsked) report.notes.push(finding(front, [], 'no question is asked about this lesson'))
  }
}

function checkQuestions({ folder, questions, lessonSlugs }: CourseSource, report: Report): void {
  const file = `${folder}/questions.yaml`
  if (!questions) {
    if (!report.faults.some((fault) => fault.file === file))
      report.faults.push(finding({ file, at: () => ({ line: 1, column: 1 }) }, [], 'is missing'))
    return
  }
  checkUnique(questions, [], questions.value, report)
  questions.value.forEach((question, index) => {
    checkQuestion(question, { source: questions, path: [index] }, report)
    if (!lessonSlugs.includes(question.lesson))
      report.faults.push(finding(questions, [index, 'lesson'], `the course has no lesson ${question.lesson}`))
  })
}
