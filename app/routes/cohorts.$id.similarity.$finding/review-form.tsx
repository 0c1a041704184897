import { Form } from 'react-router'
import { KeptForm } from '#app/features/drafts/forms/kept-form.tsx'
import type { SimilarityView } from '#app/features/similarity/review-similarity.server.ts'
import type { FormFault } from '#app/http/form.server.ts'
import { errorsOf } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextArea } from '#app/ui/text-area.tsx'

const choices = [
  { value: 'no_concern', label: 'No concern', hint: 'A quotation, a common phrase, the same good sentence.' },
  { value: 'concern', label: 'A concern', hint: 'To be followed up with the people. It changes no mark by itself.' },
]

type ReviewFormProps = { subject: string; found: SimilarityView; fault: FormFault | undefined }

export function ReviewForm({ subject, found, fault }: ReviewFormProps) {
  const recorded = found.state === 'open' ? undefined : found.state
  return (
    <Form method="post" noValidate className="grid max-w-form gap-6">
      <KeptForm form="similarity" subject={subject} />
      <ErrorSummary errors={errorsOf(fault)} title="Nothing is recorded yet" />
      <ChoiceGroup
        name="state"
        label="What did you find?"
        choices={choices}
        defaultValue={fault?.values.state ?? recorded}
        errors={fault?.errors.state}
        required
      />
      <TextArea
        name="note"
        label="Note"
        hint="What you looked at and why you decided so. It stays in the record."
        defaultValue={fault?.values.note ?? found.note}
        errors={fault?.errors.note}
        required
      />
      <Button className="justify-self-start">Record it</Button>
    </Form>
  )
}
