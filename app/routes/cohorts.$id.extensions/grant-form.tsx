import { Form } from 'react-router'
import type { FormFault } from '#app/http/form.server.ts'
import { errorsOf, fieldsIn } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { formatTime } from '#app/ui/time.tsx'

type GrantFormProps = {
  vignettes: readonly { slug: string; title: string; dueAt: string }[]
  timeZone: string
  fault: FormFault | undefined
}

/** Granting is also changing: the new date takes the place of the one before. */
export function GrantForm({ vignettes, timeZone, fault }: GrantFormProps) {
  const field = fieldsIn(fault)
  return (
    <section aria-labelledby="grant">
      <h2 id="grant" className="mb-4 text-2xl">
        Grant or change an extension
      </h2>
      {vignettes.length === 0 ? (
        <p>No vignette has a deadline in this cohort, so there is nothing to extend.</p>
      ) : (
        <Form method="post" className="grid max-w-form gap-6">
          <ErrorSummary errors={errorsOf(fault)} />
          <TextField
            {...field('email')}
            type="email"
            label="Trainee"
            hint="The e-mail address of a trainee of this cohort."
            autoComplete="off"
            required
          />
          <SelectField
            {...field('vignette')}
            label="Vignette"
            placeholder="Choose"
            options={vignettes.map(({ slug, title, dueAt }) => ({
              value: slug,
              label: `${title} (due ${formatTime(dueAt, timeZone, 'date-time')})`,
            }))}
            required
          />
          <TextField
            {...field('dueAt')}
            type="datetime-local"
            label="New date"
            hint={`In your time (${timeZone}). The trainee sees it in their own.`}
            required
          />
          <TextArea
            {...field('reason')}
            label="Reason"
            hint="For whoever asks later. Nothing about health that is not needed here; the trainee does not see it."
            rows={3}
            required
          />
          <Button name="intent" value="grant" className="justify-self-start">
            Grant the extension
          </Button>
        </Form>
      )}
    </section>
  )
}
