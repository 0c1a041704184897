import { data, Form } from 'react-router'
import { requireActor } from '#app/auth/guards.server.ts'
import { currentSecret } from '#app/auth/session.server.ts'
import { changePassword, changePasswordForm } from '#app/features/people/change-password.server.ts'
import { NewPasswordField } from '#app/features/people/password-field.tsx'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { faultIn, parseForm } from '#app/http/form.server.ts'
import { errorsOf } from '#app/http/form-errors.ts'
import { forgiveAttempts, limitRate } from '#app/http/rate-limit.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'Password · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  return { email: (await requireActor(args)).email }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requireActor(args)
  const form = await parseForm(args.request, changePasswordForm(actor.email))
  if (!form.ok) return data({ fault: form.fault }, { status: 400 })
  // Somebody at a screen that was left open must not find out the password here.
  await limitRate(args, 'change-password', actor.id)
  const { now } = args.context.get(requestContext)
  const isChanged = await changePassword(actor, form.value, await currentSecret(args.context), now)
  if (!isChanged)
    return data({ fault: faultIn('currentPassword', 'This is not your current password.', {}) }, { status: 400 })
  await forgiveAttempts('change-password', actor.id)
  return redirectWithFlash('/settings/password', 'Your password is changed, and your other sessions have been ended.')
}

export default function Password({ loaderData: { email }, actionData }: Route.ComponentProps) {
  const fault = actionData?.fault
  return (
    <Form method="post" noValidate className="grid max-w-form gap-6">
      <ErrorSummary errors={errorsOf(fault)} />
      <TextField
        name="currentPassword"
        type="password"
        label="Current password"
        autoComplete="current-password"
        errors={fault?.errors.currentPassword}
        required
      />
      <NewPasswordField label="New password" email={email} errors={fault?.errors.password} />
      <p className="text-ink-muted text-sm">A change signs you out everywhere else.</p>
      <Button className="justify-self-start">Change my password</Button>
    </Form>
  )
}
