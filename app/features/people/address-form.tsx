import type { ReactNode } from 'react'
import { Form } from 'react-router'
import type { FormFault } from '#app/http/form.server.ts'
import { errorsOf } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/text-field.tsx'

type AddressFormProps = { email?: string; fault: FormFault | undefined; children: ReactNode }

/** Asks for the address that something is to be mailed to. */
export function AddressForm({ email, fault, children }: AddressFormProps) {
  return (
    <Form method="post" noValidate className="grid max-w-form gap-6">
      <ErrorSummary errors={errorsOf(fault)} />
      <TextField
        name="email"
        type="email"
        label="E-mail address"
        autoComplete="username"
        defaultValue={fault?.values.email ?? email}
        errors={fault?.errors.email}
        required
      />
      <Button className="justify-self-start">{children}</Button>
    </Form>
  )
}
