import { Form } from 'react-router'
import type { Waivable } from '#app/features/enrolment/waive-prerequisite.server.ts'
import type { FormFault } from '#app/http/form.server.ts'
import { errorsOf, fieldsIn } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { TextField } from '#app/ui/text-field.tsx'

export function WaiveForm({ waivables, fault }: { waivables: readonly Waivable[]; fault: FormFault | undefined }) {
  const field = fieldsIn(fault)
  return (
    <section aria-labelledby="waive">
      <h2 id="waive" className="mb-4 text-2xl">
        Waive one
      </h2>
      {waivables.length === 0 ? (
        <p>None of your courses asks for anything before it.</p>
      ) : (
        <Form method="post" className="grid max-w-form gap-6">
          <ErrorSummary errors={errorsOf(fault)} />
          <TextField
            {...field('email')}
            type="email"
            label="For whom"
            hint="The e-mail address that the person signs in with."
            autoComplete="off"
            required
          />
          <SelectField
            {...field('prerequisite')}
            label="What is waived"
            placeholder="Choose"
            options={waivables.map(({ value, courseTitle, text }) => ({ value, label: `${courseTitle}: ${text}` }))}
            required
          />
          <TextArea
            {...field('reason')}
            label="Reason"
            hint="For whoever asks later; the person does not see it."
            rows={3}
            required
          />
          <div>
            <Button>Waive it</Button>
          </div>
        </Form>
      )}
    </section>
  )
}
