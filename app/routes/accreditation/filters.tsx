import type { CandidateList } from '#app/features/credentials/view-candidates.server.ts'
import { bySlug, FilterChoice, FilterForm, FilterText } from '#app/ui/filter-form.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { type AccreditationQuery, listHref } from './query.ts'

type Courses = CandidateList['courses']

export function Filters({ query, courses }: { query: AccreditationQuery; courses: Courses }) {
  const count = (state: 'waiting' | 'issued') =>
    courses.filter(({ slug }) => !query.course || slug === query.course).reduce((sum, course) => sum + course[state], 0)
  const tab = (state: 'waiting' | 'issued', label: string) => ({
    href: listHref(query, { state }),
    label: `${label} ${count(state)}`,
    current: query.state === state,
  })
  return (
    <>
      <FilterForm action="/accreditation">
        {query.state === 'issued' && <input type="hidden" name="state" value="issued" />}
        <FilterChoice name="course" label="Course" value={query.course} all="All courses" options={bySlug(courses)} />
        <FilterText name="name" label="Name" value={query.name} />
      </FilterForm>
      <Tabs
        label="Certificates by state"
        tabs={[tab('waiting', 'Waiting for a certificate'), tab('issued', 'Certificate issued')]}
      />
    </>
  )
}
