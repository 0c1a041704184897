import { Form } from 'react-router'
import type { LinkView } from '#app/features/portfolio/countersign-link.server.ts'
import { Button } from '#app/ui/button.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Time } from '#app/ui/time.tsx'

type Of<State extends LinkView['state']> = Extract<LinkView, { state: State }>

export const ExpiredLink = ({ expiredAt, timeZone }: Of<'expired'>) => (
  <>
    <PageHeader
      title="This link has expired"
      lead={
        <>
          It worked until <Time value={expiredAt} zone={timeZone} style="date-time" />. What still waits for you comes
          with a new link by mail, within a day; nothing is lost. Or sign in now.
        </>
      }
    />
    <div className="flex flex-wrap gap-4">
      <LinkButton href="/sign-in?next=/supervision">Sign in</LinkButton>
      <LinkButton href="/reset-password" variant="secondary">
        Choose a password first
      </LinkButton>
    </div>
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
