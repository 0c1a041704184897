import type { Report } from './findings.ts'
import type { Sources } from './sources.ts'
import { finding, type Path, type Source } from './yaml-file.ts'

export function checkCourseExists(
  source: Source<unknown>,
  path: Path,
  slug: string,
  { courses }: Sources,
  report: Report,
): void {
  if (!courses.some((course) => course.slug === slug))
    report.faults.push(finding(source, path, `there is no course ${slug}`))
}

/** Every id of a list stands in it once. */
export function checkUnique(
  source: Source<unknown>,
  path: Path,
  entries: readonly { id: string }[],
  report: Report,
): void {
  entries.forEach(({ id }, index) => {
    if (entries.findIndex((entry) => entry.id === id) !== index)
      report.faults.push(finding(source, [...path, index, 'id'], `${id} is the id of an earlier one`))
  })
}

/** Every work that is listed stands in the bibliography. */
export function checkWorks(source: Source<unknown>, keys: readonly string[], sources: Sources, report: Report): void {
  const known = sources.bibliography?.value
  if (!known) return
  keys.forEach((key, index) => {
    if (!Object.hasOwn(known, key))
      report.faults.push(finding(source, ['references', index], `there is no work ${key} in bibliography.json`))
  })
}
