import type { FormFault } from '#app/http/form.server.ts'
import { errorsOf, fieldsIn } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/text-field.tsx'

type RefundFormProps = { left: string; currency: string; fault: FormFault | undefined }

export function RefundForm({ left, currency, fault }: RefundFormProps) {
  const field = fieldsIn(fault)
  return (
    <section aria-labelledby="give-back">
      <h2 id="give-back" className="pb-3 text-2xl">
        Give money back
      </h2>
      <form method="post" className="grid max-w-form gap-6">
        <ErrorSummary errors={errorsOf(fault)} />
        <TextField
          {...field('amount')}
          label={`Amount in ${currency}`}
          hint={`At most ${left}. A part leaves what it gave; the whole ends it.`}
          inputMode="decimal"
          autoComplete="off"
          className="max-w-48 tabular-nums"
          required
        />
        <TextField
          {...field('reason')}
          label="Why"
          hint="For the books; no diagnosis and no patient detail."
          autoComplete="off"
          required
        />
        <Button variant="danger" className="justify-self-start">
          Give it back
        </Button>
      </form>
    </section>
  )
}
