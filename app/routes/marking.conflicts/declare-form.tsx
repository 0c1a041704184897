import { Form } from 'react-router'
import type { FormFault } from '#app/http/form.server.ts'
import { fieldsIn } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { conflictNames } from './conflict-names.ts'

type DeclareFormProps = {
  markers: readonly { id: string; name: string }[]
  actorId: string
  fault: FormFault | undefined
}

export function DeclareForm({ markers, actorId, fault }: DeclareFormProps) {
  const errors = Object.entries(fault?.errors ?? {}).map(([id, [message = '']]) => ({ id, message }))
  const field = fieldsIn(fault)
  return (
    <Form method="post" action="/marking/conflicts" className="mb-section grid max-w-form gap-6">
      <ErrorSummary errors={errors} />
      <SelectField
        {...field('marker')}
        label="Who marks"
        options={markers.map(({ id, name }) => ({ value: id, label: id === actorId ? `${name} (you)` : name }))}
        required
      />
      <TextField
        {...field('who')}
        label="Trainee"
        hint="The whole name of somebody in a cohort that you lead, or an e-mail address."
        autoComplete="off"
        required
      />
      <ChoiceGroup
        {...field('kind')}
        label="What it is"
        choices={Object.entries(conflictNames).map(([value, label]) => ({ value, label }))}
        required
      />
      <TextArea
        {...field('note')}
        label="Note"
        hint="Only if it helps: whoever leads the trainee’s cohort reads it."
        rows={3}
      />
      <p className="max-w-measure text-ink-muted text-sm">
        Scripts of theirs that are with the marker go back to the others. Nobody is told which these are.
      </p>
      <div>
        <Button name="intent" value="declare">
          Declare it
        </Button>
      </div>
    </Form>
  )
}
