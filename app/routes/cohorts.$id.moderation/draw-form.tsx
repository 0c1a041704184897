import { Form } from 'react-router'
import type { FormFault } from '#app/http/form.server.ts'
import { errorsOf } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/text-field.tsx'

const reasons = [
  { value: 'random', label: 'All finally marked answers' },
  { value: 'near_pass', label: 'Those near the standard', hint: 'With a global rating of 3 or 4.' },
]

export function DrawForm({ fault }: { fault: FormFault | undefined }) {
  return (
    <Form method="post" noValidate className="grid max-w-form gap-6">
      <h2 className="text-2xl">Draw a sample</h2>
      <ErrorSummary errors={errorsOf(fault)} title="Nothing was drawn" />
      <ChoiceGroup
        name="reason"
        label="By chance from"
        choices={reasons}
        defaultValue={fault?.values.reason ?? 'random'}
        errors={fault?.errors.reason}
      />
      <TextField
        name="count"
        label="How many"
        inputMode="numeric"
        autoComplete="off"
        defaultValue={fault?.values.count ?? '10'}
        errors={fault?.errors.count}
      />
      <Button variant="secondary" className="justify-self-start">
        Draw
      </Button>
    </Form>
  )
}
