import { Form } from 'react-router'
import { KeptForm } from '#app/features/drafts/forms/kept-form.tsx'
import type { ModerationView } from '#app/features/review/view-moderations.server.ts'
import type { FormFault } from '#app/http/form.server.ts'
import { errorsOf } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField } from '#app/ui/checkbox-field.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextArea } from '#app/ui/text-area.tsx'

const verdicts = [
  { value: 'agree', label: 'I agree with the mark' },
  { value: 'disagree', label: 'I do not agree' },
]

type VerdictFormProps = { subject: string; moderated: ModerationView; fault: FormFault | undefined }

export function VerdictForm({ subject, moderated, fault }: VerdictFormProps) {
  const typed = fault?.values ?? {}
  return (
    <Form method="post" noValidate className="grid max-w-form gap-6">
      <h2 className="text-2xl">Your verdict</h2>
      <KeptForm form="moderation" subject={subject} />
      <ErrorSummary errors={errorsOf(fault)} title="No verdict is recorded yet" />
      <ChoiceGroup
        name="verdict"
        label="The final mark"
        choices={verdicts}
        defaultValue={typed.verdict ?? moderated.verdict ?? undefined}
        errors={fault?.errors.verdict}
        required
      />
      <TextArea
        name="comment"
        label="What you saw"
        hint="Needed where you do not agree: what you would have given, and why."
        defaultValue={typed.comment ?? moderated.comment}
        errors={fault?.errors.comment}
      />
      <CheckboxField
        name="again"
        label="Have it marked again by somebody else"
        hint="Only where you do not agree, and before the trainee has the mark."
        defaultChecked={typed.again !== undefined}
      />
      <Button className="justify-self-start">Record the verdict</Button>
    </Form>
  )
}
