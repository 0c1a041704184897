import { MailboxHint } from '#app/features/notices/mailbox-hint.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

/** The same words whether the address was new or not. */
export function MailSent({ hasMailbox, isOnTheWay }: { hasMailbox: boolean; isOnTheWay: boolean }) {
  return (
    <>
      <PageHeader
        title="Look at your mail"
        lead="We have sent a mail to the address that you gave. Follow the link in it within 24 hours, then sign in."
      />
      <div className="grid max-w-measure gap-5">
        {isOnTheWay && <p>Sign in with this browser, and you come back to the page that led you here.</p>}
        <p>
          Nothing there after a few minutes? Look among unwanted mail, check the address, or{' '}
          <a href="/confirm">have it sent again</a>.
        </p>
        {hasMailbox && <MailboxHint />}
      </div>
    </>
  )
}
