import { Form } from 'react-router'
import { APPEAL_GROUNDS } from '#app/domain/appeals.ts'
import { KeptForm } from '#app/features/drafts/forms/kept-form.tsx'
import type { FormFault } from '#app/http/form.server.ts'
import { errorsOf } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextArea } from '#app/ui/text-area.tsx'

const grounds = Object.entries(APPEAL_GROUNDS).map(([value, { title, means }]) => ({
  value,
  label: title,
  hint: means,
}))

type AppealFormProps = { attempt: { slug: string; number: string }; fault: FormFault | undefined }

export function AppealForm({ attempt: { slug, number }, fault }: AppealFormProps) {
  const typed = fault?.values ?? {}
  return (
    <Form method="post" noValidate className="grid gap-6">
      <KeptForm form="appeal" subject={`${slug}.${number}`} />
      <ErrorSummary errors={errorsOf(fault)} title="Your appeal has not been sent" />
      <ChoiceGroup
        name="ground"
        label="What does your appeal rest on?"
        choices={grounds}
        defaultValue={typed.ground}
        errors={fault?.errors.ground}
        required
      />
      <TextArea
        name="statement"
        label="What happened, and why does it matter?"
        hint="Write without your name, and without anything that could identify a patient."
        rows={10}
        maxLength={5000}
        defaultValue={typed.statement}
        errors={fault?.errors.statement}
        required
      />
      <Button className="justify-self-start">Send the appeal</Button>
    </Form>
  )
}
