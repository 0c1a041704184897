import { data, redirect } from 'react-router'
import { hasDevelopmentMailbox } from '#app/features/notices/development-mailbox.server.ts'
import { MailboxHint } from '#app/features/notices/mailbox-hint.tsx'
import { AddressForm } from '#app/features/people/address-form.tsx'
import { addressForm, requestPasswordReset } from '#app/features/people/reset-password.server.ts'
import { requestContext } from '#app/http/context.ts'
import { parseForm } from '#app/http/form.server.ts'
import { limitRate } from '#app/http/rate-limit.server.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'Choose a new password · Stance' }]

export const loader = ({ request }: Route.LoaderArgs) => ({
  isSent: new URL(request.url).searchParams.has('sent'),
  hasMailbox: hasDevelopmentMailbox(),
})

export async function action(args: Route.ActionArgs) {
  const form = await parseForm(args.request, addressForm)
  if (!form.ok) return data({ fault: form.fault }, { status: 400 })
  await limitRate(args, 'reset-password', form.value.email)
  await requestPasswordReset(form.value.email, args.context.get(requestContext).now)
  return redirect('/reset-password?sent')
}

export default function ResetPassword({ loaderData: { isSent, hasMailbox }, actionData }: Route.ComponentProps) {
  const fault = actionData?.fault
  if (isSent)
    return (
      <>
        <PageHeader
          title="Look at your mail"
          lead="If there is an account with this address, a link to choose a new password is on its way. It works for one hour."
        />
        {hasMailbox && <MailboxHint />}
      </>
    )
  return (
    <>
      <PageHeader
        title="Choose a new password"
        lead="We send a link to your address. It works once, within one hour."
      />
      <AddressForm fault={fault}>Send me the link</AddressForm>
    </>
  )
}
