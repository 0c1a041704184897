import type { ReactNode } from 'react'
import { Form } from 'react-router'
import { InvoiceStateTag } from '#app/features/billing/seats/invoice-state-tag.tsx'
import type { ShownInvoice } from '#app/features/billing/seats/view-invoices.server.ts'
import type { FormFault } from '#app/http/form.server.ts'
import { errorsOf, faultOf, fieldsIn } from '#app/http/form-errors.ts'
import { Button, type ButtonVariant } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { Time } from '#app/ui/time.tsx'

type InvoiceCardProps = { invoice: ShownInvoice; fault: FormFault | undefined }

export function InvoiceCard({ invoice, fault }: InvoiceCardProps) {
  const { purchaseId, number, organisationName, quantity, title, total, state, dueOn, refunded } = invoice
  return (
    <li className="grid gap-3 border-line border-t pt-5">
      <h2 className="text-xl wrap-anywhere">
        <a href={`/seats/${purchaseId}/invoice`}>{number}</a>, {organisationName}
      </h2>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <InvoiceStateTag state={state} />
        <span className="tabular-nums">{total}</span>
        <span className="text-ink-muted">
          {quantity} × {title}, due on <Time value={dueOn} zone="UTC" />
        </span>
        {refunded && <span>{refunded} given back</span>}
      </p>
      <ErrorSummary errors={errorsOf(fault)} title="That could not be recorded" />
      <Steps invoice={invoice} fault={fault} />
    </li>
  )
}

function Steps({ invoice, fault }: InvoiceCardProps) {
  const { isOnAccount, organisationName, state, left, currency } = invoice
  const step = { invoice, fault }
  const isOpen = state === 'unpaid' || state === 'overdue'
  return (
    <div className="grid gap-2">
      {isOpen && <Step {...step} intent="paid" label="Record the payment" field="Reference on the bank statement" />}
      {isOpen && <Step {...step} intent="cancel" label="Cancel the invoice" field="Why" variant="danger" />}
      {left && (
        <Step {...step} intent="refund" label="Record money given back" field="Reference on the bank statement">
          <TextField
            id={`amount-${invoice.purchaseId}`}
            name="amount"
            label={`Amount in ${currency}`}
            hint={`At most ${left}. The price of a seat takes a seat away.`}
            inputMode="decimal"
            autoComplete="off"
            errors={fault?.errors.amount}
            required
          />
        </Step>
      )}
      <Form method="post">
        <input type="hidden" name="purchase" value={invoice.purchaseId} />
        <Button variant="quiet" name="intent" value={isOnAccount ? 'off-account' : 'on-account'}>
          {isOnAccount
            ? `Open seats of ${organisationName} only when they are paid, from now on`
            : `Open seats of ${organisationName} before they are paid, from now on`}
        </Button>
      </Form>
    </div>
  )
}

type StepProps = InvoiceCardProps & {
  intent: string
  label: string
  field: string
  variant?: ButtonVariant
  children?: ReactNode
}

/** Folded until it is wanted, and open where what was typed came back. */
function Step({ invoice, fault, intent, label, field, variant = 'secondary', children }: StepProps) {
  const own = faultOf(fault, intent)
  return (
    <details open={own !== undefined}>
      <summary className="text-primary">
        {label}
        <span className="sr-only">: {invoice.number}</span>
      </summary>
      <Form method="post" noValidate className="grid gap-4 py-3">
        <input type="hidden" name="purchase" value={invoice.purchaseId} />
        {children}
        <TextField
          id={`${intent}-${invoice.purchaseId}`}
          {...fieldsIn(own)('reference')}
          label={field}
          autoComplete="off"
          required
        />
        <Button variant={variant} name="intent" value={intent} className="justify-self-start">
          {label}
        </Button>
      </Form>
    </details>
  )
}
