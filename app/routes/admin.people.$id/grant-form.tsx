import { Form } from 'react-router'
import { ROLES, roleNames } from '#app/domain/people.ts'
import type { FormFault } from '#app/http/form.server.ts'
import { errorsOf } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { SelectField } from '#app/ui/select-field.tsx'

const roles = ROLES.map((value) => ({ value, label: roleNames[value] }))

export function GrantForm({ fault, zone }: { fault: FormFault | undefined; zone: string }) {
  return (
    <section className="max-w-form">
      <h2 className="mb-4 text-xl">Give a role</h2>
      <Form method="post" noValidate className="grid gap-6">
        <ErrorSummary errors={errorsOf(fault)} />
        <input type="hidden" name="intent" value="grant" />
        <SelectField
          name="role"
          label="Role"
          placeholder="Choose one"
          options={roles}
          defaultValue={fault?.values.role}
          errors={fault?.errors.role}
          required
        />
        <DateField
          name="lastDay"
          label="Last day"
          hint={`The role is held to the end of this day (${zone.replaceAll('_', ' ')}). Leave it empty for no end.`}
          defaultValue={fault?.values.lastDay}
          errors={fault?.errors.lastDay}
        />
        <Button className="justify-self-start">Give this role</Button>
      </Form>
    </section>
  )
}
