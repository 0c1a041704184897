import { Form } from 'react-router'
import type { FormFault } from '#app/http/form.server.ts'
import { fieldsIn } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/text-field.tsx'

type CodeFormProps = { session: { id: string; title: string }; fault: FormFault | undefined }

/** Stands there only while the session is on. */
export function CodeForm({ session: { id, title }, fault }: CodeFormProps) {
  const own = fault?.values.session === id ? fault : undefined
  const field = fieldsIn(own)
  return (
    <Form method="post" className="grid max-w-form gap-3">
      <input type="hidden" name="session" value={id} />
      <TextField
        id={`code-${id}`}
        {...field('code')}
        label="Code shown in the room"
        hint="Six letters and digits. It records that you are here."
        autoComplete="off"
        autoCapitalize="characters"
        required
      />
      <div>
        <Button variant="secondary">
          I am here<span className="sr-only"> at {title}</span>
        </Button>
      </div>
    </Form>
  )
}
