import type { Requirement, Selection, TreatmentsRule, Turn } from '#app/domain/pathway/rules.ts'
import { couldServe } from '#app/domain/pathway/treatments/candidates.ts'
import { checkCourseExists } from './check-references.ts'
import type { Report } from './findings.ts'
import { reportConfirm } from './read-lesson.ts'
import type { Sources } from './sources.ts'
import { finding, type Path } from './yaml-file.ts'

type PathwaySource = NonNullable<ReturnType<Sources['pathway']['get']>>
type Placed<Value = Requirement> = { requirement: Value; path: Path; within: readonly string[] }

/** A pathway that leads somewhere: its names are its own, what it names is there, and it can be met. */
export function checkPathway(pathway: PathwaySource, sources: Sources, report: Report): void {
  const { requirements, renewal } = pathway.value
  reportConfirm(pathway, report)
  const fault = (path: Path, message: string) => report.faults.push(finding(pathway, path, message))
  const lists = [
    placed(requirements, ['requirements'], []),
    placed(renewal?.requirements ?? [], ['renewal', 'requirements'], []),
  ]
  checkIds(lists.flat(), fault)
  for (const list of lists) {
    for (const { requirement, path } of list) {
      if (requirement.kind === 'course')
        checkCourseExists(pathway, [...path, 'course'], requirement.course, sources, report)
      checkVignettes(requirement, path, sources, fault)
      if (requirement.kind === 'treatments') checkTreatments(requirement, path, fault)
      if (requirement.kind === 'all-of' && requirement.distinct) checkDistinct(requirement, path, fault)
    }
    checkTurns(list, fault)
  }
}

type Fault = (path: Path, message: string) => void

/** Every requirement with its place, those inside groups too. */
function placed(requirements: readonly Requirement[], path: Path, within: readonly string[]): Placed[] {
  return requirements.flatMap((requirement, index) => {
    const own = [...path, index]
    const inside =
      'requirements' in requirement
        ? placed(requirement.requirements, [...own, 'requirements'], [...within, requirement.id])
        : []
    return [{ requirement, path: own, within }, ...inside]
  })
}

/** An id is what a declaration, a check or a comparison of versions goes by, so it stands once in the whole pathway. */
function checkIds(all: readonly Placed[], fault: Fault): void {
  const seen = new Set<string>()
  for (const { requirement, path } of all) {
    if (seen.has(requirement.id)) fault([...path, 'id'], `${requirement.id} is the id of an earlier one`)
    seen.add(requirement.id)
  }
}

function checkVignettes(requirement: Requirement, path: Path, { vignette }: Sources, fault: Fault): void {
  if (requirement.kind === 'vignette' && !vignette.has(requirement.vignette))
    fault([...path, 'vignette'], `there is no vignette ${requirement.vignette}`)
  if (requirement.kind !== 'vignettes') return
  requirement.vignettes.forEach((slug, index) => {
    if (!vignette.has(slug)) fault([...path, 'vignettes', index], `there is no vignette ${slug}`)
  })
}

/** On every route, treatments that are yet to be begun could be what some of them have to be. */
function checkTreatments({ routes, among, each, together = [] }: TreatmentsRule, path: Path, fault: Fault): void {
  const parts = { routes, each, together }
  for (const [name, list] of Object.entries(parts))
    list.forEach(({ id }, index) => {
      if (list.findIndex((other) => other.id === id) !== index)
        fault([...path, name, index, 'id'], `${id} is the id of an earlier one`)
    })
  if (!among) return
  routes.forEach(({ treatments }, index) => {
    const canBeMet = among.anyOf.some(({ atLeast }, alternative) => {
      const serving = treatments.filter((slot) => couldServe(slot, among)[alternative])
      return serving.reduce((sum, { atLeast: count }) => sum + count, 0) >= atLeast
    })
    if (!canBeMet)
      fault([...path, 'routes', index], `no treatments of this route could be what “${among.title}” asks for`)
  })
}

/** What is shared out has to be of one kind and countable one by one. */
function checkDistinct(rule: Requirement & { kind: 'all-of' }, path: Path, fault: Fault): void {
  const [first] = rule.requirements
  rule.requirements.forEach((requirement, index) => {
    const at = [...path, 'requirements', index]
    if (requirement.kind !== 'count') fault([...at, 'kind'], 'must be count, since its group is distinct')
    else if (first?.kind === 'count' && requirement.evidence !== first.evidence)
      fault([...at, 'evidence'], `must be ${first.evidence}, as in the first of its distinct group`)
    else if (requirement.distinctBy || requirement.within)
      fault(at, 'a count of a distinct group has neither distinctBy nor within')
  })
}

const turnsOf = (requirement: Requirement): [name: 'after' | 'before', turn: Turn][] => {
  const { after, before } = requirement as Partial<Selection>
  return [...(after ? [['after', after] as const] : []), ...(before ? [['before', before] as const] : [])].map(
    ([name, turn]) => [name, turn],
  )
}

/** What comes before or after another requirement can be told only while none of them waits for itself. */
function checkTurns(all: readonly Placed[], fault: Fault): void {
  const byId = new Map(all.map((entry) => [entry.requirement.id, entry]))
  const needs = (id: string): string[] => {
    const inside = all.filter(({ requirement, within }) => requirement.id === id || within.includes(id))
    return inside.flatMap(({ requirement }) => turnsOf(requirement).map(([, turn]) => turn.requirement))
  }
  const reaches = (from: string, to: readonly string[], seen: Set<string>): boolean => {
    if (to.includes(from)) return true
    if (seen.has(from)) return false
    seen.add(from)
    return needs(from).some((next) => reaches(next, to, seen))
  }
  for (const { requirement, path, within } of all)
    for (const [name, turn] of turnsOf(requirement)) {
      const at = [...path, name, 'requirement']
      if (!byId.has(turn.requirement)) fault(at, `there is no requirement ${turn.requirement}`)
      else if (reaches(turn.requirement, [requirement.id, ...within], new Set()))
        fault(at, `${turn.requirement} waits for this one itself`)
    }
}
