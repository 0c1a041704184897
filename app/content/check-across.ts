import { checkBenchmark } from './check-benchmark.ts'
import { checkCourse } from './check-course.ts'
import { checkGlossary } from './check-glossary.ts'
import { checkPathway } from './check-pathway.ts'
import { checkUnique, checkWorks } from './check-references.ts'
import { checkVignette } from './check-vignette.ts'
import type { Report } from './findings.ts'
import { citedKeys } from './markdown.ts'
import { reportConfirm } from './read-lesson.ts'
import type { CourseSource, Sources } from './sources.ts'
import { takenSlugs } from './taken-slugs.ts'
import { finding } from './yaml-file.ts'

/** What no file can know by itself: names that are used twice, references that lead nowhere, parts that do not fit together. */
export function checkAcross(sources: Sources, report: Report): void {
  for (const course of sources.courses) checkCourse(course, sources, report)
  for (const [slug, vignette] of sources.vignette) if (vignette) checkVignette(slug, vignette, sources, report)
  for (const rubric of sources.rubric.values()) if (rubric) checkRubric(rubric, sources, report)
  for (const benchmark of sources.benchmark.values()) if (benchmark) checkBenchmark(benchmark, sources, report)
  for (const pathway of sources.pathway.values()) if (pathway) checkPathway(pathway, sources, report)
  if (sources.glossary) checkGlossary(sources.glossary, sources, report)
  checkOneDefault(sources, report)
  noteUncited(sources, report)
  checkCourseFolders(sources.courses, report)
}

type RubricSource = NonNullable<ReturnType<Sources['rubric']['get']>>

function checkRubric(rubric: RubricSource, sources: Sources, report: Report): void {
  const { criteria, criticalErrors, references } = rubric.value
  reportConfirm(rubric, report)
  checkUnique(rubric, ['criteria'], criteria, report)
  checkUnique(rubric, ['criticalErrors'], criticalErrors, report)
  checkWorks(rubric, references, sources, report)
}

/** Pages of their own under /learn, which would hide a course. */
const TAKEN = takenSlugs('learn')

/** Two folders with one slug would be one course, and two with one number would have no order. */
function checkCourseFolders(courses: readonly CourseSource[], report: Report): void {
  for (const course of courses) {
    const place = { file: `${course.folder}/course.yaml`, at: () => ({ line: 1, column: 1 }) }
    const earlier = courses.slice(0, courses.indexOf(course))
    if (TAKEN.includes(course.slug))
      report.faults.push(
        finding(place, [], `a course cannot have the slug ${course.slug}: /learn/${course.slug} is a page`),
      )
    if (earlier.some(({ slug }) => slug === course.slug))
      report.faults.push(finding(place, [], `another course has the slug ${course.slug} already`))
    if (earlier.some(({ position }) => position === course.position))
      report.faults.push(finding(place, [], `another course has the number ${course.position} already`))
  }
}

/** Whoever has not chosen a pathway is on one of them. */
function checkOneDefault({ pathway }: Sources, report: Report): void {
  const [, ...others] = [...pathway.values()].filter((source) => source?.value.isDefault)
  for (const source of others)
    if (source) report.faults.push(finding(source, ['isDefault'], 'another pathway is the default already'))
}

/** A work that nothing cites may have lost its lesson, or wait for one. */
function noteUncited({ bibliography, courses, vignette, rubric, glossary }: Sources, report: Report): void {
  const cited = new Set([
    ...courses.flatMap(({ lessons }) => lessons.flatMap(({ front }) => front.value.references)),
    ...[...vignette.values(), ...rubric.values()].flatMap((source) => source?.value.references ?? []),
    ...Object.values(glossary?.value ?? {}).flatMap(({ more }) => citedKeys(more)),
  ])
  Object.keys(bibliography?.value ?? {}).forEach((key, index) => {
    if (bibliography && !cited.has(key)) report.notes.push(finding(bibliography, [index, 'id'], `nothing cites ${key}`))
  })
}
