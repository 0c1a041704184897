import { Form } from 'react-router'
import { Button } from '#app/ui/button.tsx'

/** Two steps, and both work without scripts. */
export function GiveBack() {
  return (
    <details className="mt-12 border-line border-t pt-4">
      <summary className="min-h-8 text-primary">Give this script back</summary>
      <Form method="post" reloadDocument className="mt-3 grid justify-items-start gap-3">
        <p className="max-w-measure">
          It goes back into the queue for somebody else, and what you have filled in here is removed for good.
        </p>
        <Button variant="danger" name="intent" value="give-back">
          Give it back and remove my draft
        </Button>
      </Form>
    </details>
  )
}
