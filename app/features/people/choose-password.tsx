import type { ReactNode } from 'react'
import { Form } from 'react-router'
import type { FormFault } from '#app/http/form.server.ts'
import { errorsOf } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { NewPasswordField } from './password-field.tsx'

type ChoosePasswordProps = { email: string; fault: FormFault | undefined; children: ReactNode }

/** The form behind a mailed link: the address is known, a password is chosen. */
export function ChoosePassword({ email, fault, children }: ChoosePasswordProps) {
  return (
    <Form method="post" noValidate className="grid max-w-form gap-6">
      <ErrorSummary errors={errorsOf(fault)} />
      <p>
        For <strong className="wrap-anywhere">{email}</strong>
      </p>
      <NewPasswordField label="New password" email={email} errors={fault?.errors.password} />
      <Button className="justify-self-start">{children}</Button>
    </Form>
  )
}
