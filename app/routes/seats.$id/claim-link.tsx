import { Form } from 'react-router'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'

/** The link by which whoever comes first takes a free seat. It is shown once, when it is made. */
export function ClaimLink({ isOpen, link }: { isOpen: boolean; link: string | undefined }) {
  return (
    <section aria-labelledby="link" className="grid content-start gap-4">
      <h2 id="link" className="text-2xl">
        Or by a link
      </h2>
      {link && (
        <Notice kind="positive" title="The link">
          <p className="font-mono wrap-anywhere">{link}</p>
          <p className="mt-2">Copy it now: it is shown this once. Whoever has it can take a free seat.</p>
        </Notice>
      )}
      <p className="text-ink-muted">
        {isOpen
          ? 'A link is open. Whoever comes first takes a free seat by it. A new one ends it.'
          : 'Put it where only your people see it: whoever comes first takes a free seat.'}
      </p>
      <Form method="post" className="flex flex-wrap gap-3">
        <Button variant="secondary" name="intent" value="make-link">
          {isOpen ? 'Make a new link' : 'Make a link'}
        </Button>
        {isOpen && (
          <Button variant="quiet" name="intent" value="shut-link">
            Shut the link
          </Button>
        )}
      </Form>
    </section>
  )
}
