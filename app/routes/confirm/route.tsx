import { data, redirect } from 'react-router'
import { hasDevelopmentMailbox } from '#app/features/notices/development-mailbox.server.ts'
import { MailboxHint } from '#app/features/notices/mailbox-hint.tsx'
import { AddressForm } from '#app/features/people/address-form.tsx'
import { sendConfirmationAgain } from '#app/features/people/confirm-email.server.ts'
import { addressForm } from '#app/features/people/reset-password.server.ts'
import { requestContext } from '#app/http/context.ts'
import { parseForm } from '#app/http/form.server.ts'
import { limitRate } from '#app/http/rate-limit.server.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'Confirm your address · Stance' }]

export function loader({ request }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams
  return { isSent: query.has('sent'), email: query.get('email') ?? '', hasMailbox: hasDevelopmentMailbox() }
}

export async function action(args: Route.ActionArgs) {
  const form = await parseForm(args.request, addressForm)
  if (!form.ok) return data({ fault: form.fault }, { status: 400 })
  await limitRate(args, 'confirm-again', form.value.email)
  await sendConfirmationAgain(form.value.email, args.context.get(requestContext).now)
  return redirect('/confirm?sent')
}

export default function ConfirmAgain({ loaderData, actionData }: Route.ComponentProps) {
  const fault = actionData?.fault
  if (loaderData.isSent)
    return (
      <>
        <PageHeader
          title="Look at your mail"
          lead="If an account with this address waits for its confirmation, the link is on its way. It works for 24 hours."
        />
        {loaderData.hasMailbox && <MailboxHint />}
      </>
    )
  return (
    <>
      <PageHeader
        title="Your address is not confirmed yet"
        lead="When you signed up we sent you a mail with a link. Follow it once, then sign in."
      />
      <AddressForm email={loaderData.email} fault={fault}>
        Send the mail again
      </AddressForm>
    </>
  )
}
