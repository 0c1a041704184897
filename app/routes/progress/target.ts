import type { NextStep } from '#app/domain/pathway.ts'

const folders = { course: '/courses', lessons: '/learn', vignette: '/vignettes' }

/** Where a next step is taken. */
export const hrefOfTarget = ({ kind, slug }: NonNullable<NextStep['target']>) => `${folders[kind]}/${slug}`
