import { Form } from 'react-router'
import { KeptForm } from '#app/features/drafts/forms/kept-form.tsx'
import type { FormFault } from '#app/http/form.server.ts'
import { errorsOf, typedIn } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextArea } from '#app/ui/text-area.tsx'

const outcomes = [
  { value: 'accepted', label: 'In order', hint: 'Name, title, days and hours on the certificate are those above.' },
  { value: 'refused', label: 'Not in order', hint: 'The trainee can correct it, or send another file.' },
]

type CheckFormProps = { id: string; version: number; fault: FormFault | undefined }

export function CheckForm({ id, version, fault }: CheckFormProps) {
  const typed = (name: string) => typedIn(fault, name)
  return (
    <Form method="post" noValidate className="grid gap-6">
      <h2 className="text-2xl">What you found</h2>
      <KeptForm form="training-check" subject={id} />
      <ErrorSummary errors={errorsOf(fault)} title="Nothing is recorded yet" />
      <input type="hidden" name="seenVersion" value={version} />
      <ChoiceGroup
        name="outcome"
        label="Is the certificate in order?"
        choices={outcomes}
        defaultValue={typed('outcome')}
        errors={fault?.errors.outcome}
        required
      />
      <TextArea
        name="note"
        label="Note"
        hint="For the trainee. Needed where it is not in order."
        rows={4}
        maxLength={1000}
        defaultValue={typed('note')}
        errors={fault?.errors.note}
      />
      <Button className="justify-self-start">Record this</Button>
    </Form>
  )
}
