import { allOf } from '../evaluate-groups.ts'
import type { EvaluatedPart } from '../evaluated.ts'
import type { Filter } from '../rules.ts'
import type { Candidates } from './candidates.ts'
import { type Given, minimumPart } from './minimum-part.ts'
import { modalityOf } from './modality-of.ts'

/** A chosen case with what it has of each minimum. */
export function treatmentPart(
  { cases, each }: Candidates,
  candidate: number,
  given: readonly ReadonlyMap<number, Given>[],
): EvaluatedPart {
  const piece = cases[candidate]
  const parts = each.map((minimum, index) => {
    const own = given[index]?.get(candidate) ?? { minimum, counting: [], elsewhere: [] }
    return minimumPart(own, minimum.notCounted[candidate] ?? [])
  })
  const standing = allOf(parts)
  return {
    ...standing,
    ...{ id: `case-${piece?.id}`, title: piece?.label ?? '', kind: 'treatment', caseId: piece?.id },
    // It has been begun, whatever there is of its minima.
    state: standing.state === 'not-begun' ? 'under-way' : standing.state,
  }
}

/** A treatment that the route still needs. */
export function newTreatmentPart(
  parts: readonly EvaluatedPart[],
  about: Filter | undefined,
  index: number,
): EvaluatedPart {
  const modality = modalityOf(about)
  const title = modality ? `Another ${modality} treatment` : 'Another treatment'
  return {
    ...allOf(parts),
    ...{ id: `treatment-${index + 1}`, title, kind: 'treatment', state: 'not-begun' },
    because: ['Not begun'],
    missing: [parts.flatMap(({ missing }) => missing.map(withoutMore)).join(', ')],
    next: { text: 'Add a case', target: { kind: 'portfolio', section: 'cases', isNew: true } },
  }
}

const withoutMore = (words: string) => words.replace(' more ', ' ')
