import type { CandidateQuery, PathwayCandidates } from '#app/features/pathway/view-pathway-candidates.server.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'

const standings = [
  { value: 'all', label: 'Everybody' },
  { value: 'met', label: 'Everything met' },
  { value: 'under-way', label: 'Under way' },
  { value: 'stuck', label: 'Nothing new for six weeks' },
]

export function Filters({ query, pathways }: { query: CandidateQuery } & Pick<PathwayCandidates, 'pathways'>) {
  return (
    <search>
      <form method="get" className="mb-6 flex flex-wrap items-end gap-3">
        <div className="min-w-48 flex-1 sm:max-w-72">
          <SelectField name="standing" label="Standing" defaultValue={query.standing} options={standings} />
        </div>
        <div className="min-w-48 flex-1 sm:max-w-72">
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
  )
}
