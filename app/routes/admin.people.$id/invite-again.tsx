import { Form } from 'react-router'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'

export function InviteAgain() {
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="invite-again" />
      <Notice
        title="The invitation has not been accepted yet"
        actions={<Button variant="secondary">Send the invitation again</Button>}
      >
        Its link works for 7 days. A new mail carries a new link.
      </Notice>
    </Form>
  )
}
