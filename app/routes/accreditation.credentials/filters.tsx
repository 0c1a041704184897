import { CREDENTIAL_KINDS, type CredentialKind } from '#app/domain/credential/kinds.ts'
import { stateNames } from '#app/domain/credential/standing-words.ts'
import type { CredentialFilter } from '#app/features/credentials/desk/view-credentials.server.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField } from '#app/ui/checkbox-field.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { STATES } from './query.ts'

const kinds: Record<CredentialKind, string> = {
  course_completion: 'Course certificates',
  practitioner_status: 'Practitioner statuses',
  specialist_note: 'Specialist notes',
}

export function Filters({ filter }: { filter: CredentialFilter }) {
  return (
    <search>
      <form method="get" className="mb-6 flex flex-wrap items-end gap-3">
        <div className="min-w-56 flex-1 sm:max-w-80">
          <TextField
            name="find"
            type="search"
            label="Number or name"
            defaultValue={filter.find ?? ''}
            autoComplete="off"
          />
        </div>
        <div className="min-w-48 flex-1 sm:max-w-64">
          <SelectField
            name="kind"
            label="Kind"
            defaultValue={filter.kind ?? ''}
            options={[
              { value: '', label: 'All kinds' },
              ...CREDENTIAL_KINDS.map((kind) => ({ value: kind, label: kinds[kind] })),
            ]}
          />
        </div>
        <div className="min-w-40 flex-1 sm:max-w-56">
          <SelectField
            name="state"
            label="Today"
            defaultValue={filter.state ?? ''}
            options={[
              { value: '', label: 'In any state' },
              ...STATES.map((state) => ({ value: state, label: stateNames[state] })),
            ]}
          />
        </div>
        <CheckboxField
          name="asked"
          value="yes"
          label="A correction is asked for"
          defaultChecked={filter.asked ?? false}
        />
        <Button variant="secondary">Show</Button>
      </form>
    </search>
  )
}
