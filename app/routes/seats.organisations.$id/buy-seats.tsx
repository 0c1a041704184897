import { Form } from 'react-router'
import type { viewOrganisation } from '#app/features/billing/seats/view-seats.server.ts'
import type { FormFault } from '#app/http/form.server.ts'
import { errorsOf, fieldsIn } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'

type BuySeatsProps = { organisation: Awaited<ReturnType<typeof viewOrganisation>>; fault: FormFault | undefined }

export function BuySeats({ organisation, fault }: BuySeatsProps) {
  const { offers, byCard, byInvoice } = organisation
  if (offers.length === 0 || !(byCard || byInvoice))
    return <p>No seats can be ordered here at present: no course is sold.</p>
  const field = fieldsIn(fault, { pay: byInvoice ? 'invoice' : 'card' })
  return (
    <section aria-labelledby="order">
      <h2 id="order" className="pb-3 text-2xl">
        Order seats
      </h2>
      <Form method="post" noValidate className="grid gap-6">
        <ErrorSummary errors={errorsOf(fault)} title="Not ordered yet" />
        <SelectField {...field('offer')} label="Course" options={offers} required />
        <TextField
          {...field('quantity')}
          label="Seats"
          hint="1 to 500. Each is for one person."
          inputMode="numeric"
          autoComplete="off"
          className="max-w-32 tabular-nums"
          required
        />
        <ChoiceGroup {...field('pay')} label="How you pay" choices={waysToPay(organisation)} required />
        {byInvoice && (
          <TextField
            {...field('poReference')}
            label="Your purchase order number"
            hint="For an invoice, if your organisation has one."
            autoComplete="off"
            className="max-w-64"
          />
        )}
        <p className="text-ink-muted text-sm">
          Seats are bought by an organisation, so that the fourteen days in which a person can give a course back do not
          apply. Write to us if you ordered too many: seats that nobody uses can be given back.
        </p>
        <Button name="intent" value="buy" className="justify-self-start">
          Order with payment
        </Button>
      </Form>
    </section>
  )
}

function waysToPay({ byCard, byInvoice, isOnAccount, isTest }: BuySeatsProps['organisation']) {
  const card = {
    value: 'card',
    label: 'By card',
    hint: isTest ? 'A test checkout: nobody is charged and no money moves.' : 'The seats open at once.',
  }
  const invoice = {
    value: 'invoice',
    label: 'Against an invoice',
    hint: isOnAccount
      ? 'Due within 30 days. The seats open at once.'
      : 'Due within 30 days. The seats open as soon as it is paid.',
  }
  return [...(byInvoice ? [invoice] : []), ...(byCard ? [card] : [])]
}
