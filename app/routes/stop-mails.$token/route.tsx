import { data, Form } from 'react-router'
import { stopMails, viewStop } from '#app/features/notices/stop-link.server.ts'
import { requestContext } from '#app/http/context.ts'
import { limitRate } from '#app/http/rate-limit.server.ts'
import { Button } from '#app/ui/button.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'Stop these mails · Stance' }]

/** Changes nothing: programs that scan mail open every link in it. */
export async function loader({ params }: Route.LoaderArgs) {
  const view = await viewStop(params.token)
  return data({ view }, { status: view ? 200 : 404 })
}

/** For whoever has the mail, signed in or not; a mail program sends it with its own button. */
export async function action(args: Route.ActionArgs) {
  await limitRate(args, 'stop-mails')
  const isStopped = await stopMails(args.params.token, args.context.get(requestContext).now)
  return data({ isStopped }, { status: isStopped ? 200 : 404 })
}

export default function StopMails({ loaderData: { view } }: Route.ComponentProps) {
  if (!view)
    return (
      <>
        <PageHeader
          title="This link is not whole"
          lead="Please copy it out of the mail once more, or sign in and choose there which mails you get."
        />
        <LinkButton href="/settings/notices">Choose my mails</LinkButton>
      </>
    )
  return view.isStopped ? <Stopped setting={view.setting} /> : <Stop setting={view.setting} />
}

const Stop = ({ setting }: { setting: string }) => (
  <>
    <PageHeader title="Stop these mails" lead={`You chose: “Mail me when ${setting}”.`} />
    <Form method="post" className="grid max-w-measure justify-items-start gap-6">
      <p>After this there are no more of this kind. Every notice still stands on your notices page.</p>
      <Button>Stop these mails</Button>
    </Form>
  </>
)

const Stopped = ({ setting }: { setting: string }) => (
  <>
    <PageHeader title="These mails are stopped" lead={`No longer: “Mail me when ${setting}”.`} />
    <div className="grid max-w-measure justify-items-start gap-6">
      <p>Every notice still stands on your notices page. To get the mails again, sign in and choose them.</p>
      <LinkButton href="/settings/notices" variant="secondary">
        Choose my mails
      </LinkButton>
    </div>
  </>
)
