import type { EvidenceRef, StepTarget } from '#app/domain/pathway/evaluated.ts'
import type { EvidenceKind } from '#app/domain/pathway/rules.ts'

const folders = { course: '/courses', lessons: '/learn', vignette: '/vignettes' }

const lists: Record<EvidenceKind, string> = {
  cases: '/portfolio/cases',
  supervision: '/portfolio/supervision',
  clips: '/portfolio/clips',
  trainings: '/portfolio/trainings',
  documents: '/portfolio/reflections',
  cpd: '/portfolio/cpd',
}

/** More of these is something new; of the others, an entry that is there may be gone on with. */
const ADDED: readonly EvidenceKind[] = ['supervision', 'clips', 'trainings', 'cpd']

/** Where a next step is taken. */
export function hrefOfTarget(target: StepTarget): string {
  if ('slug' in target) return `${folders[target.kind]}/${target.slug}`
  if (target.kind === 'attestation') return `/progress#${target.requirementId}`
  const { section, isNew } = target
  return isNew || ADDED.includes(section) ? `${lists[section]}/new` : lists[section]
}

/** Where a piece of evidence is kept; a supervisor's statement is not the trainee's to open. */
export const hrefOfEvidence = ({ evidence, id }: EvidenceRef, reflectionIds: readonly string[]): string | undefined =>
  evidence === 'documents' && !reflectionIds.includes(id) ? undefined : `${lists[evidence]}/${id}`
