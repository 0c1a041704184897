import type { StatusFilter, StatusList } from '#app/features/credentials/statuses/view-statuses.server.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { listHref } from './query.ts'

type State = StatusFilter['state']
type FiltersProps = { query: StatusFilter; pathways: StatusList['pathways'] }

export function Filters({ query, pathways }: FiltersProps) {
  const count = (state: State) =>
    pathways
      .filter(({ slug }) => !query.pathway || slug === query.pathway)
      .reduce((sum, pathway) => sum + pathway[state], 0)
  const tab = (state: State, label: string) => ({
    href: listHref(query, { state }),
    label: `${label} ${count(state)}`,
    current: query.state === state,
  })
  return (
    <>
      <search>
        <form method="get" action="/accreditation/statuses" className="mb-6 flex flex-wrap items-end gap-3">
          {query.state !== 'waiting' && <input type="hidden" name="state" value={query.state} />}
          <div className="min-w-56 flex-1 sm:max-w-80">
            <SelectField
              name="pathway"
              label="Pathway"
              defaultValue={query.pathway ?? ''}
              options={[
                { value: '', label: 'All pathways' },
                ...pathways.map(({ slug, title }) => ({ value: slug, label: title })),
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
        label="Statuses by state"
        tabs={[
          tab('waiting', 'Waiting to be issued'),
          tab('prepared', 'Waiting for a second person'),
          tab('issued', 'Issued'),
        ]}
      />
    </>
  )
}
