import { Form } from 'react-router'
import { OrganisationFields } from '#app/features/billing/seats/organisation-fields.tsx'
import type { FormFault } from '#app/http/form.server.ts'
import { errorsOf } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'

type Organisation = { name: string; billingAddress: string; billingEmail: string; vatNumber: string }

export function BillingForm({ organisation, fault }: { organisation: Organisation; fault: FormFault | undefined }) {
  return (
    <section aria-labelledby="billing">
      <h2 id="billing" className="pb-3 text-2xl">
        Billing
      </h2>
      <Form method="post" noValidate className="grid gap-6">
        <ErrorSummary errors={errorsOf(fault)} />
        <OrganisationFields fault={fault} known={organisation} />
        <Button variant="secondary" name="intent" value="change" className="justify-self-start">
          Change the billing details
        </Button>
      </Form>
    </section>
  )
}
