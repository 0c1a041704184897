import { Form } from 'react-router'
import { KeptForm } from '#app/features/drafts/forms/kept-form.tsx'
import type { FormFault } from '#app/http/form.server.ts'
import { errorsOf } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextArea } from '#app/ui/text-area.tsx'

const outcomes = [
  { value: 'upheld', label: 'Upheld', hint: 'The answer is marked again by somebody who had no part in it.' },
  { value: 'not_upheld', label: 'Not upheld', hint: 'The marks stand.' },
]

export function DecisionForm({ id, fault }: { id: string; fault: FormFault | undefined }) {
  return (
    <Form method="post" noValidate className="grid gap-6">
      <h2 className="text-2xl">Your decision</h2>
      <KeptForm form="appeal-decision" subject={id} />
      <ErrorSummary errors={errorsOf(fault)} title="The appeal is not decided yet" />
      <ChoiceGroup
        name="outcome"
        label="Is the appeal upheld?"
        choices={outcomes}
        defaultValue={fault?.values.outcome}
        errors={fault?.errors.outcome}
        required
      />
      <TextArea
        name="reasons"
        label="Reasons"
        hint="For the trainee. Say what you looked at, what you found, and what follows. Name no marker."
        rows={8}
        maxLength={5000}
        defaultValue={fault?.values.reasons}
        errors={fault?.errors.reasons}
        required
      />
      <Button name="intent" value="decide" className="justify-self-start">
        Decide this appeal
      </Button>
    </Form>
  )
}
