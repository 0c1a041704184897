import type { PortfolioKind } from '#app/domain/portfolio/entry.ts'

/** Where the entries of each kind are listed; one of them stands below it, under its id. */
export const addressOfKind: Record<PortfolioKind, string> = {
  case: '/portfolio/cases',
  supervision: '/portfolio/supervision',
  clip: '/portfolio/clips',
  training: '/portfolio/trainings',
  reflection: '/portfolio/reflections',
  cpd: '/portfolio/cpd',
}
