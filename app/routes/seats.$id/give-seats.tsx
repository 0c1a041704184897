import { Form } from 'react-router'
import { inNumber } from '#app/domain/wording.ts'
import type { FormFault } from '#app/http/form.server.ts'
import { errorsOf, fieldsIn } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextArea } from '#app/ui/text-area.tsx'

export function GiveSeats({ free, fault }: { free: number; fault: FormFault | undefined }) {
  const field = fieldsIn(fault)
  return (
    <section aria-labelledby="give">
      <h2 id="give" className="pb-3 text-2xl">
        Give seats by e-mail
      </h2>
      <Form method="post" noValidate className="grid gap-4">
        <ErrorSummary errors={errorsOf(fault)} title="No seat was given" />
        <TextArea
          {...field('addresses')}
          label="E-mail addresses"
          hint={inNumber(free, {
            one: 'One on each line, or with commas between them. One seat is free.',
            other: 'One on each line, or with commas between them. {n} seats are free.',
          })}
          rows={6}
          autoComplete="off"
          spellCheck={false}
          required
        />
        <p className="text-ink-muted text-sm">
          Each of them is told who pays, and takes the seat if they want it. Until they have begun you can take it back;
          what they have begun they keep, even if they leave you.
        </p>
        <Button name="intent" value="give" className="justify-self-start">
          Give these seats
        </Button>
      </Form>
    </section>
  )
}
