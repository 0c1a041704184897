import { Form } from 'react-router'
import type { FormFault } from '#app/http/form.server.ts'
import { errorsOf, fieldsIn } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/text-field.tsx'

type Manager = { id: string; name: string; email: string }
type ManagersProps = { managers: readonly Manager[]; ownId: string; fault: FormFault | undefined }

/** Who manages the seats. The last one cannot go. */
export function Managers({ managers, ownId, fault }: ManagersProps) {
  const field = fieldsIn(fault)
  return (
    <section aria-labelledby="managers">
      <h2 id="managers" className="pb-3 text-2xl">
        Who manages the seats
      </h2>
      <ul className="border-line border-b">
        {managers.map((manager) => (
          <li key={manager.id} className="flex flex-wrap items-center justify-between gap-3 border-line border-t py-2">
            <span className="min-w-0 wrap-anywhere">
              {manager.name} <span className="text-ink-muted">{manager.email}</span>
            </span>
            {managers.length > 1 && <Remove manager={manager} isOwn={manager.id === ownId} />}
          </li>
        ))}
      </ul>
      <Form method="post" noValidate className="mt-6 grid gap-4">
        <ErrorSummary errors={errorsOf(fault)} />
        <TextField
          {...field('email')}
          type="email"
          label="Add somebody by e-mail address"
          hint="They need an account."
          autoComplete="off"
          required
        />
        <Button variant="secondary" name="intent" value="add-manager" className="justify-self-start">
          Add them
        </Button>
      </Form>
    </section>
  )
}

function Remove({ manager: { id, name }, isOwn }: { manager: Manager; isOwn: boolean }) {
  return (
    <Form method="post">
      <input type="hidden" name="manager" value={id} />
      <Button variant="quiet" name="intent" value="remove-manager">
        {isOwn ? 'Stop managing' : 'Remove'}
        <span className="sr-only"> {name}</span>
      </Button>
    </Form>
  )
}
