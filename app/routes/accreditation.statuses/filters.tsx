import type { StatusFilter, StatusList } from '#app/features/credentials/statuses/view-statuses.server.ts'
import { bySlug, FilterChoice, FilterForm, FilterText } from '#app/ui/filter-form.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
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
      <FilterForm action="/accreditation/statuses">
        {query.state !== 'waiting' && <input type="hidden" name="state" value={query.state} />}
        <FilterChoice
          name="pathway"
          label="Pathway"
          value={query.pathway}
          all="All pathways"
          options={bySlug(pathways)}
        />
        <FilterText name="name" label="Name" value={query.name} />
      </FilterForm>
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
