import { Form } from 'react-router'
import { professionNames } from '#app/domain/people.ts'
import type { FormFault } from '#app/http/form.server.ts'
import { errorsOf, fieldsIn } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField } from '#app/ui/checkbox-field.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'

/** Approves whoever has an account with this address, or makes one for somebody who has none. */
export function ApproveForm({ fault, today }: { fault: FormFault | undefined; today: string }) {
  const field = (name: string) => ({
    ...fieldsIn(fault)(name),
  })
  return (
    <section aria-labelledby="approve" className="mt-section">
      <h2 id="approve" className="mb-5 text-2xl">
        Approve a supervisor
      </h2>
      <Form method="post" action="/accreditation/supervisors" noValidate className="grid max-w-form gap-6">
        <ErrorSummary errors={errorsOf(fault)} />
        <TextField
          {...field('email')}
          type="email"
          label="E-mail address"
          hint="Links for countersigning go to it, so check that it is the supervisor’s own. A trainee can never write or change it."
          autoComplete="off"
          required
        />
        <fieldset className="grid gap-5 border-line border-s-2 ps-5">
          <legend className="mb-3 font-medium">Only for somebody who has no account yet</legend>
          <TextField {...field('name')} label="Name" autoComplete="off" />
          <SelectField
            {...field('profession')}
            label="Profession"
            placeholder="Choose a profession"
            options={Object.entries(professionNames).map(([value, label]) => ({ value, label }))}
          />
        </fieldset>
        <CheckboxField
          name="isOutside"
          label="Works outside this organisation"
          defaultChecked={fault?.values.isOutside === 'on'}
        />
        <div className="grid gap-6 sm:grid-cols-2">
          <DateField
            {...field('startsOn')}
            label="First day"
            hint="Of the approval, itself included."
            defaultValue={fault ? field('startsOn').defaultValue : today}
            required
          />
          <DateField {...field('endsOn')} label="Last day" hint="Itself included; empty while open." />
        </div>
        <TextField
          {...field('note')}
          label="Note"
          hint="On what the approval rests. Staff alone read it."
          maxLength={500}
        />
        <div>
          <Button name="intent" value="approve">
            Approve
          </Button>
        </div>
      </Form>
    </section>
  )
}
