import { Form } from 'react-router'
import { MailboxHint } from '#app/features/notices/mailbox-hint.tsx'
import { FRESH_LINK } from '#app/features/portfolio/answer-fields.ts'
import type { LinkView } from '#app/features/portfolio/countersign-link.server.ts'
import { Button } from '#app/ui/button.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Time } from '#app/ui/time.tsx'

type Of<State extends LinkView['state']> = Extract<LinkView, { state: State }>
type ExpiredLinkProps = Of<'expired'> & { token: string; hasMailbox: boolean }

/** A new link may be had at once; whether anything waits, and where the mail goes, is not said. */
export const ExpiredLink = ({ token, expiredAt, timeZone, hasMailbox }: ExpiredLinkProps) => (
  <>
    <PageHeader
      title="This link has expired"
      lead={
        <>
          It worked until <Time value={expiredAt} zone={timeZone} style="date-time" />. Nothing is lost: what still
          waits for you comes with a new link by mail, within a day. You can also have that link now.
        </>
      }
    />
    <Form method="post" action={`/countersign/${token}`} className="grid max-w-measure justify-items-start gap-4">
      <Button name="intent" value={FRESH_LINK}>
        Send me a new link
      </Button>
      <p className="text-ink-muted text-sm">
        It goes to the address that accreditation staff approved for you. If you have a password,{' '}
        <a href="/sign-in?next=/supervision">sign in</a> instead; if you would like one,{' '}
        <a href="/reset-password">choose it</a>.
      </p>
      {hasMailbox && <MailboxHint />}
    </Form>
  </>
)

/** Never made, replaced by a newer one, or of somebody who is no supervisor any more: nobody is told which. */
export const UnknownLink = () => (
  <>
    <PageHeader
      title="This link does not work"
      lead="A newer one takes the place of an older one of the same day, and old ones are swept away: please follow the link in the newest mail. If that does not work either, ask the training organisation."
    />
    <LinkButton href="/sign-in?next=/supervision" variant="secondary">
      Sign in
    </LinkButton>
  </>
)

/** Who it is for is not said: whoever is here has nothing to do with them. */
export const OtherPersonsLink = ({ signedInAs }: Of<'other-person'>) => (
  <>
    <PageHeader
      title="This link is somebody else’s"
      lead={`You are signed in as ${signedInAs}, and a personal link works for the supervisor alone to whom it was mailed. If it is yours, sign out first and follow it again.`}
    />
    <div className="flex flex-wrap gap-4">
      <Form method="post" action="/sign-out">
        <Button variant="secondary">Sign out</Button>
      </Form>
      <LinkButton href="/notices" variant="quiet">
        Stay signed in
      </LinkButton>
    </div>
  </>
)
