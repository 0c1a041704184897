import { Notice } from '#app/ui/notice.tsx'

/** Where to find the mail on an installation that sends none. */
export function MailboxHint() {
  return (
    <Notice title="This installation has no mail server">
      <p>
        What it would have sent is in the <a href="/dev/mail">development mailbox</a>.
      </p>
    </Notice>
  )
}
