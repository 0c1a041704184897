import { Form } from 'react-router'
import { Button } from '#app/ui/button.tsx'

/** Two steps, and both work without scripts. */
export function Withdraw() {
  return (
    <details className="max-w-measure">
      <summary className="text-primary">Withdraw this answer</summary>
      <Form method="post" reloadDocument className="mt-3 grid justify-items-start gap-3">
        <p>
          Nobody marks it then, and it cannot be handed in again. It still counts as one of your attempts. You can do
          this until the feedback is given.
        </p>
        <Button variant="danger" name="intent" value="withdraw">
          Withdraw it
        </Button>
      </Form>
    </details>
  )
}
