import { Form } from 'react-router'
import { PROFESSIONS, professionNames } from '#app/domain/people.ts'
import type { FormFault } from '#app/http/form.server.ts'
import { errorsOf, fieldsIn } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'

/** Invites somebody who has no account yet. */
export function InviteForm({ fault }: { fault: FormFault | undefined }) {
  const field = (name: string) => ({
    id: `invited-${name}`,
    ...fieldsIn(fault)(name),
    required: true,
  })
  const errors = errorsOf(fault).map(({ id, message }) => ({ id: `invited-${id}`, message }))
  return (
    <section aria-labelledby="invite">
      <h2 id="invite" className="mb-2 text-2xl">
        Invite somebody new
      </h2>
      <p className="mb-6 max-w-measure text-ink-muted">
        For whoever has no account: one is made, they choose a password by the link in a mail, and a free place is
        offered to them. Take them off the list to take the invitation to the cohort back.
      </p>
      <Form method="post" className="grid max-w-form gap-6">
        <ErrorSummary errors={errors} />
        <TextField {...field('email')} type="email" label="E-mail address" autoComplete="off" />
        <TextField {...field('name')} label="Name" autoComplete="off" />
        <SelectField
          {...field('profession')}
          label="Profession"
          placeholder="Choose"
          options={PROFESSIONS.map((value) => ({ value, label: professionNames[value] }))}
        />
        <div>
          <Button variant="secondary" name="intent" value="invite">
            Invite
          </Button>
        </div>
      </Form>
    </section>
  )
}
