import { Form } from 'react-router'
import { Button } from '#app/ui/button.tsx'

/** Two steps, and both work without scripts. */
export const AskThird = () => (
  <details className="border-line border-t pt-4">
    <summary className="min-h-8 text-primary">Ask a third marker</summary>
    <Form method="post" className="mt-3 grid justify-items-start gap-3">
      <p className="max-w-measure">
        The talk ends. A third marker reads the script with both marks before them, not knowing whose they are, and
        their mark stands.
      </p>
      <Button variant="secondary" name="intent" value="third">
        Ask a third marker
      </Button>
    </Form>
  </details>
)
