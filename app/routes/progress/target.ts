import type { StepTarget } from '#app/domain/pathway/evaluated.ts'
import type { EvidenceKind } from '#app/domain/pathway/rules.ts'

const folders = { course: '/courses', lessons: '/learn', vignette: '/vignettes' }

const sections: Record<EvidenceKind, string> = {
  cases: 'cases',
  supervision: 'supervision',
  clips: 'clips',
  trainings: 'trainings',
  documents: 'reflections',
  cpd: 'cpd',
}

/** Where a next step is taken; nowhere for what has no page. */
export function hrefOfTarget(target: StepTarget): string | undefined {
  if (target.kind === 'attestation') return undefined
  return target.kind === 'portfolio'
    ? `/portfolio/${sections[target.section]}`
    : `${folders[target.kind]}/${target.slug}`
}
