import { CREDENTIAL_KINDS, type CredentialKind } from '#app/domain/credential/kinds.ts'
import { stateNames } from '#app/domain/credential/standing-words.ts'
import type { CredentialFilter } from '#app/features/credentials/desk/view-credentials.server.ts'
import { CheckboxField } from '#app/ui/checkbox-field.tsx'
import { FilterChoice, FilterForm, FilterText } from '#app/ui/filter-form.tsx'
import { STATES } from './query.ts'

const kinds: Record<CredentialKind, string> = {
  course_completion: 'Course certificates',
  practitioner_status: 'Practitioner statuses',
  specialist_note: 'Specialist notes',
}

export function Filters({ filter }: { filter: CredentialFilter }) {
  return (
    <FilterForm>
      <FilterText name="find" label="Number or name" value={filter.find} />
      <FilterChoice
        name="kind"
        label="Kind"
        value={filter.kind}
        all="All kinds"
        options={CREDENTIAL_KINDS.map((kind) => ({ value: kind, label: kinds[kind] }))}
      />
      <FilterChoice
        name="state"
        label="Today"
        value={filter.state}
        all="In any state"
        options={STATES.map((state) => ({ value: state, label: stateNames[state] }))}
      />
      <CheckboxField
        name="asked"
        value="yes"
        label="A correction is asked for"
        defaultChecked={filter.asked ?? false}
      />
    </FilterForm>
  )
}
