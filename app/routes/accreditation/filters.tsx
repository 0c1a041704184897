import type { CandidateList } from '#app/features/credentials/view-candidates.server.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { TextField } from '#app/ui/text-field.tsx'
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
      <search>
        <form method="get" action="/accreditation" className="mb-6 flex flex-wrap items-end gap-3">
          {query.state === 'issued' && <input type="hidden" name="state" value="issued" />}
          <div className="min-w-56 flex-1 sm:max-w-80">
            <SelectField
              name="course"
              label="Course"
              defaultValue={query.course ?? ''}
              options={[
                { value: '', label: 'All courses' },
                ...courses.map(({ slug, title }) => ({ value: slug, label: title })),
              ]}
            />
          </div>
          <div className="min-w-48 flex-1 sm:max-w-72">
            <TextField name="name" type="search" label="Name" defaultValue={query.name ?? ''} autoComplete="off" />
          </div>
          <Button variant="secondary">Show</Button>
        </form>
      </search>
      <Tabs
        label="Certificates by state"
        tabs={[tab('waiting', 'Waiting for a certificate'), tab('issued', 'Certificate issued')]}
      />
    </>
  )
}
