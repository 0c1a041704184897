import { data, redirect } from 'react-router'
import { peekToken } from '#app/auth/tokens.server.ts'
import { acceptInvitation } from '#app/features/people/accept-invitation.server.ts'
import { ChoosePassword } from '#app/features/people/choose-password.tsx'
import { LinkIsOver } from '#app/features/people/link-is-over.tsx'
import { newPasswordForm } from '#app/features/people/reset-password.server.ts'
import { requestContext } from '#app/http/context.ts'
import { parseForm } from '#app/http/form.server.ts'
import { limitRate } from '#app/http/rate-limit.server.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'Your invitation · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  await limitRate(args, 'token')
  const person = await peekToken(args.params.token, 'invitation', args.context.get(requestContext).now)
  return { person }
}

export async function action(args: Route.ActionArgs) {
  await limitRate(args, 'token')
  const { token } = args.params
  const { now, id: requestId } = args.context.get(requestContext)
  const person = await peekToken(token, 'invitation', now)
  if (!person) return redirect(`/invitation/${token}`)
  const form = await parseForm(args.request, newPasswordForm(person.email))
  if (!form.ok) return data({ fault: form.fault }, { status: 400 })
  const isAccepted = await acceptInvitation(token, form.value.password, { now, requestId })
  return redirect(isAccepted ? '/sign-in?done=invited' : `/invitation/${token}`)
}

export default function Invitation({ loaderData: { person }, actionData }: Route.ComponentProps) {
  if (!person) return <LinkIsOver again={{ href: '/reset-password', label: 'Choose a new password' }} />
  return (
    <>
      <PageHeader
        title={`Welcome, ${person.name}`}
        lead="An account has been made for you. Choose a password to begin."
      />
      <ChoosePassword email={person.email} fault={actionData?.fault}>
        Begin
      </ChoosePassword>
    </>
  )
}
