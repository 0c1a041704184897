import type { ClipDomain } from '#app/domain/portfolio/clip-domains.ts'

/** The name of the form's field for a domain's level. */
export const levelField = (domain: ClipDomain) => `level-${domain}`

/** The totals of a licensed instrument, by the name of their field and as they are kept. */
export const TOTALS = [
  { field: 'total-adherence', id: 'adherence', label: 'Adherence, mean' },
  { field: 'total-competence', id: 'competence', label: 'Competence or quality, mean' },
] as const
