import { Form } from 'react-router'
import type { FormFault } from '#app/http/form.server.ts'
import { fieldsIn } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/text-field.tsx'

export function GuestForm({ fault }: { fault: FormFault | undefined }) {
  const field = fieldsIn(fault)
  return (
    <section aria-labelledby="guest">
      <h2 id="guest" className="mb-4 text-2xl">
        Somebody from another cohort
      </h2>
      <Form method="post" noValidate className="grid max-w-form gap-3">
        <TextField
          {...field('email')}
          type="email"
          label="Came to make up this session"
          hint="The e-mail address of a trainee whose cohort of this course has the same session. It counts there."
          autoComplete="off"
          required
        />
        <div>
          <Button variant="secondary" name="intent" value="add-guest">
            Record as present
          </Button>
        </div>
      </Form>
    </section>
  )
}
