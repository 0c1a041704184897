import { Form } from 'react-router'
import type { FormFault } from '#app/http/form.server.ts'
import { fieldsIn } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/text-field.tsx'

export function AddTrainee({ fault }: { fault: FormFault | undefined }) {
  const field = fieldsIn(fault)
  return (
    <Form method="post" className="mt-8 grid max-w-form gap-3">
      <TextField
        {...field('email')}
        type="email"
        label="Add a trainee"
        hint="The e-mail address that the person signs in with."
        autoComplete="off"
        required
      />
      <div>
        <Button variant="secondary" name="intent" value="add-trainee">
          Add to the cohort
        </Button>
      </div>
    </Form>
  )
}
