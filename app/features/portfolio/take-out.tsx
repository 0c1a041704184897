import { Form } from 'react-router'
import { Button } from '#app/ui/button.tsx'
import { FieldError } from '#app/ui/field.tsx'

/** Takes an entry out of the portfolio, after a second look. `refused`: why it could not be. */
export function TakeOut({ what, refused }: { what: string; refused?: string | undefined }) {
  return (
    <details open={refused !== undefined} className="border-line border-t pt-4">
      <summary className="min-h-target py-2 text-critical">Take {what} out of the portfolio</summary>
      <Form method="post" className="mt-2 grid gap-3">
        <FieldError id="take-out" errors={refused ? [refused] : undefined} />
        <p className="max-w-measure">
          It counts for nothing any more and is in none of your lists. That it was there stays in the audit trail.
        </p>
        <div>
          <Button variant="danger" name="intent" value="take-out">
            Take it out
          </Button>
        </div>
      </Form>
    </details>
  )
}
