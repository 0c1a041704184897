import { data, redirect } from 'react-router'
import { peekToken } from '#app/auth/tokens.server.ts'
import { ChoosePassword } from '#app/features/people/choose-password.tsx'
import { LinkIsOver } from '#app/features/people/link-is-over.tsx'
import { newPasswordForm, resetPassword } from '#app/features/people/reset-password.server.ts'
import { requestContext } from '#app/http/context.ts'
import { parseForm } from '#app/http/form.server.ts'
import { limitRate } from '#app/http/rate-limit.server.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'Choose a new password · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  await limitRate(args, 'token')
  const person = await peekToken(args.params.token, 'reset_password', args.context.get(requestContext).now)
  return { email: person?.email }
}

export async function action(args: Route.ActionArgs) {
  await limitRate(args, 'token')
  const { token } = args.params
  const { now, id: requestId } = args.context.get(requestContext)
  const person = await peekToken(token, 'reset_password', now)
  if (!person) return redirect(`/reset-password/${token}`)
  const form = await parseForm(args.request, newPasswordForm(person.email))
  if (!form.ok) return data({ fault: form.fault }, { status: 400 })
  const isReset = await resetPassword(token, form.value.password, { now, requestId })
  return redirect(isReset ? '/sign-in?done=password-chosen' : `/reset-password/${token}`)
}

export default function ChooseNewPassword({ loaderData: { email }, actionData }: Route.ComponentProps) {
  if (!email) return <LinkIsOver again={{ href: '/reset-password', label: 'Ask for a new link' }} />
  return (
    <>
      <PageHeader title="Choose a new password" lead="It signs you out everywhere else, and confirms your address." />
      <ChoosePassword email={email} fault={actionData?.fault}>
        Set the new password
      </ChoosePassword>
    </>
  )
}
