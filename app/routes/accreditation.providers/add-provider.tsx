import { Form } from 'react-router'
import type { FormFault } from '#app/http/form.server.ts'
import { errorsOf, typedIn } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { ApprovalFields } from './approval-fields.tsx'

export function AddProvider({ fault }: { fault: FormFault | undefined }) {
  return (
    <section aria-labelledby="add">
      <h2 id="add" className="mb-4 text-2xl">
        Add a provider
      </h2>
      <Form method="post" className="grid gap-6">
        <ErrorSummary errors={errorsOf(fault)} />
        <TextField
          name="name"
          label="Name"
          hint="As trainees know it."
          maxLength={120}
          defaultValue={typedIn(fault, 'name')}
          errors={fault?.errors.name}
          required
        />
        <ApprovalFields prefix="" fault={fault} />
        <div>
          <Button name="intent" value="add">
            Add and approve
          </Button>
        </div>
      </Form>
    </section>
  )
}
