import type { CandidateQuery, PathwayCandidates } from '#app/features/pathway/view-pathway-candidates.server.ts'
import { bySlug, FilterChoice, FilterForm, FilterText } from '#app/ui/filter-form.tsx'

const standings = [
  { value: 'all', label: 'Everybody' },
  { value: 'met', label: 'Everything met' },
  { value: 'under-way', label: 'Under way' },
  { value: 'stuck', label: 'Nothing new for six weeks' },
  { value: 'holding', label: 'Hold the status' },
]

export function Filters({ query, pathways }: { query: CandidateQuery } & Pick<PathwayCandidates, 'pathways'>) {
  return (
    <FilterForm>
      <FilterChoice name="standing" label="Standing" value={query.standing} options={standings} />
      <FilterChoice
        name="pathway"
        label="Pathway"
        value={query.pathway}
        all="All pathways"
        options={bySlug(pathways)}
      />
      <FilterText name="name" label="Name" value={query.name} />
    </FilterForm>
  )
}
