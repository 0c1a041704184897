import { data, Form, redirect } from 'react-router'
import { z } from 'zod'
import { startSession } from '#app/auth/session.server.ts'
import { peekToken } from '#app/auth/tokens.server.ts'
import { homeOf } from '#app/domain/home.ts'
import { givenPassword } from '#app/features/people/account-fields.server.ts'
import { confirmEmail } from '#app/features/people/confirm-email.server.ts'
import { LinkIsOver } from '#app/features/people/link-is-over.tsx'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { faultIn, parseForm } from '#app/http/form.server.ts'
import { errorsOf } from '#app/http/form-errors.ts'
import { forgiveAttempts, limitRate } from '#app/http/rate-limit.server.ts'
import { takeWayBack } from '#app/http/way-back.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'Confirm your address · Stance' }]

const confirmForm = z.object({ password: givenPassword })

const REFUSED = 'This is not the password that was chosen with this address.'

export async function loader(args: Route.LoaderArgs) {
  await limitRate(args, 'token')
  const person = await peekToken(args.params.token, 'confirm_email', args.context.get(requestContext).now)
  return { email: person?.email }
}

export async function action(args: Route.ActionArgs) {
  await limitRate(args, 'token')
  const { token } = args.params
  const { now, id: requestId } = args.context.get(requestContext)
  const person = await peekToken(token, 'confirm_email', now)
  if (!person) return redirect(`/confirm/${token}`)
  const { email } = person
  const form = await parseForm(args.request, confirmForm)
  if (!form.ok) return data({ fault: form.fault }, { status: 400 })
  await limitRate(args, 'sign-in', email)
  const result = await confirmEmail(token, { email, password: form.value.password }, { now, requestId })
  if (result.outcome === 'refused') return data({ fault: faultIn('password', REFUSED, form.typed) }, { status: 400 })

  await forgiveAttempts('sign-in', email)
  if (result.outcome === 'unconfirmed') return redirect(`/confirm/${token}`)
  await startSession(args.context, args.request, result)
  const wayBack = takeWayBack(args.request, email)
  const answer = redirectWithFlash(wayBack.next ?? homeOf(result.roles), 'Thank you, your address is confirmed.')
  for (const [name, value] of new Headers(wayBack.headers)) answer.headers.append(name, value)
  return answer
}

export default function Confirm({ loaderData: { email }, actionData }: Route.ComponentProps) {
  if (!email) return <LinkIsOver again={{ href: '/confirm', label: 'Send the mail again' }} />
  const fault = actionData?.fault
  return (
    <>
      <PageHeader title="Confirm your address" lead="Type the password that you chose, and your account is ready." />
      <Form method="post" noValidate className="grid max-w-form justify-items-start gap-6">
        <ErrorSummary errors={errorsOf(fault)} />
        <p>
          For <strong className="wrap-anywhere">{email}</strong>
        </p>
        <input type="email" name="username" autoComplete="username" defaultValue={email} hidden readOnly />
        <TextField
          name="password"
          type="password"
          label="Password"
          autoComplete="current-password"
          errors={fault?.errors.password}
          required
        />
        <Button>Confirm it and sign in</Button>
        <p className="text-ink-muted">
          You did not sign up? Then somebody else typed your address: do not confirm it. If you want to use it here
          yourself, <a href="/reset-password">choose a password of your own</a>, which ends theirs.
        </p>
      </Form>
    </>
  )
}
