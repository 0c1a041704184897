import type { StepTarget } from '#app/domain/pathway/evaluated.ts'

const folders = { course: '/courses', lessons: '/learn', vignette: '/vignettes' }

/** Where a next step is taken; nowhere for what has no page yet. */
export const hrefOfTarget = (target: StepTarget): string | undefined =>
  'slug' in target ? `${folders[target.kind]}/${target.slug}` : undefined
