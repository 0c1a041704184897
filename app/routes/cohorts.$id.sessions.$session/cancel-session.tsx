import { Form } from 'react-router'
import type { FormFault } from '#app/http/form.server.ts'
import { errorsOf } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'

/** Two steps, and both work without scripts. */
export function CancelSession({ fault }: { fault: FormFault | undefined }) {
  return (
    <section aria-labelledby="cancel">
      <h2 id="cancel" className="mb-4 text-2xl">
        Cancel the session
      </h2>
      <ErrorSummary errors={errorsOf(fault)} title="It could not be cancelled" />
      <details>
        <summary className="text-primary">It will not take place</summary>
        <Form method="post" className="mt-3 grid max-w-form gap-3">
          <p>The trainees are told, and their calendars show it as cancelled. It cannot be taken back.</p>
          <div>
            <Button variant="danger" name="intent" value="cancel">
              Cancel the session
            </Button>
          </div>
        </Form>
      </details>
    </section>
  )
}
