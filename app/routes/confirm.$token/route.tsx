import { Form, redirect } from 'react-router'
import { peekToken } from '#app/auth/tokens.server.ts'
import { confirmEmail } from '#app/features/people/confirm-email.server.ts'
import { LinkIsOver } from '#app/features/people/link-is-over.tsx'
import { requestContext } from '#app/http/context.ts'
import { limitRate } from '#app/http/rate-limit.server.ts'
import { Button } from '#app/ui/button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'Confirm your address · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  await limitRate(args, 'token')
  const person = await peekToken(args.params.token, 'confirm_email', args.context.get(requestContext).now)
  return { email: person?.email }
}

export async function action(args: Route.ActionArgs) {
  await limitRate(args, 'token')
  const { now, id: requestId } = args.context.get(requestContext)
  const isConfirmed = await confirmEmail(args.params.token, { now, requestId })
  return redirect(isConfirmed ? '/sign-in?done=confirmed' : `/confirm/${args.params.token}`)
}

export default function Confirm({ loaderData: { email } }: Route.ComponentProps) {
  if (!email) return <LinkIsOver again={{ href: '/confirm', label: 'Send the mail again' }} />
  return (
    <>
      <PageHeader title="Confirm your address" lead="One press, and your account is ready." />
      <Form method="post" className="grid max-w-measure justify-items-start gap-6">
        <p>
          Is <strong className="wrap-anywhere">{email}</strong> your address?
        </p>
        <Button>Yes, confirm it</Button>
      </Form>
    </>
  )
}
