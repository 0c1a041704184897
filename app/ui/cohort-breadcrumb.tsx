import { Breadcrumb } from './breadcrumb.tsx'

type CohortBreadcrumbProps = {
  id: string
  name: string
  /** What lies between the cohort and the page, by its address under the cohort's. */
  between?: readonly { path: string; label: string }[]
}

/** The way from a page of a cohort back to it, and to all of them. */
export const CohortBreadcrumb = ({ id, name, between = [] }: CohortBreadcrumbProps) => (
  <Breadcrumb
    trail={[
      { href: '/cohorts', label: 'Cohorts' },
      { href: `/cohorts/${id}`, label: name },
      ...between.map(({ path, label }) => ({ href: `/cohorts/${id}/${path}`, label })),
    ]}
  />
)
