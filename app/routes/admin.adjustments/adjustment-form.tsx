import { Form } from 'react-router'
import type { FormFault } from '#app/http/form.server.ts'
import { errorsOf, fieldsIn } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { TextField } from '#app/ui/text-field.tsx'

/** Recording is also changing and removing: what is sent takes the place of what stood there. */
export function AdjustmentForm({ fault }: { fault: FormFault | undefined }) {
  const field = fieldsIn(fault)
  return (
    <section aria-labelledby="record">
      <h2 id="record" className="mb-4 text-2xl">
        Record or change
      </h2>
      <Form method="post" className="grid max-w-form gap-6">
        <ErrorSummary errors={errorsOf(fault)} />
        <TextField
          {...field('email')}
          type="email"
          label="Person"
          hint="The e-mail address that the person signs in with."
          autoComplete="off"
          required
        />
        <TextField
          {...field('extraDays')}
          type="number"
          min={0}
          max={365}
          label="Extra days"
          hint="How many days later every deadline of a cohort is for this person. 0 for none."
          className="max-w-48 tabular-nums"
          required
        />
        <TextArea
          {...field('otherFormat')}
          label="Another format"
          hint="What else was agreed, such as large print. What was agreed and not why: no diagnosis. Leave it empty for nothing."
          rows={3}
        />
        <Button className="justify-self-start">Record</Button>
      </Form>
    </section>
  )
}
