import { data, Form, redirect } from 'react-router'
import { requireSignedOut } from '#app/auth/guards.server.ts'
import { onlyZoneIn, regionAskedFor, regions } from '#app/domain/regions.ts'
import { hasDevelopmentMailbox } from '#app/features/notices/development-mailbox.server.ts'
import { NewPasswordField } from '#app/features/people/password-field.tsx'
import { NameField, ProfileFields } from '#app/features/people/profile-fields.tsx'
import { signUp, signUpForm } from '#app/features/people/sign-up.server.ts'
import { requestContext } from '#app/http/context.ts'
import { type FormFault, parseForm } from '#app/http/form.server.ts'
import { errorsOf } from '#app/http/form-errors.ts'
import { ownPath, withNext } from '#app/http/next-path.ts'
import { limitRate } from '#app/http/rate-limit.server.ts'
import { keepWayBack } from '#app/http/way-back.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { RequiredNote } from '#app/ui/field.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { Route } from './+types/route'
import { MailSent } from './mail-sent.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'Create an account · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  await requireSignedOut(args)
  const query = new URL(args.request.url).searchParams
  const region = regionAskedFor(args.request.headers.get('accept-language'))
  const guess: FormFault['values'] = { region, timeZone: onlyZoneIn(region) ?? '' }
  return {
    sent: query.get('sent'),
    next: ownPath(query.get('next')),
    hasMailbox: hasDevelopmentMailbox(),
    choice: { timeZones: Intl.supportedValuesOf('timeZone'), regions },
    guess,
  }
}

export async function action(args: Route.ActionArgs) {
  const form = await parseForm(args.request, signUpForm)
  if (!form.ok) return data({ fault: form.fault }, { status: 400 })
  await limitRate(args, 'sign-up', form.value.email)
  const { now, id: requestId } = args.context.get(requestContext)
  await signUp(form.value, { now, requestId })
  const next = ownPath(new URL(args.request.url).searchParams.get('next'))
  return redirect(next ? '/sign-up?sent=on-the-way' : '/sign-up?sent', { headers: keepWayBack(next, form.value.email) })
}

export default function SignUp({ loaderData, actionData }: Route.ComponentProps) {
  const { sent, next, hasMailbox, choice, guess } = loaderData
  if (sent !== null) return <MailSent hasMailbox={hasMailbox} isOnTheWay={sent === 'on-the-way'} />
  const { values = guess, errors } = actionData?.fault ?? {}
  return (
    <>
      <PageHeader
        title="Create an account"
        lead="For psychiatrists, psychologists, counsellors and mental-health nurses who train in Mentalization-Based Therapy."
      />
      <Form method="post" noValidate className="grid max-w-form gap-6">
        <ErrorSummary errors={errorsOf(actionData?.fault)} />
        <RequiredNote />
        <NameField values={values} errors={errors} />
        <TextField
          name="email"
          type="email"
          label="E-mail address"
          hint="We send a link there to confirm that it is yours."
          autoComplete="username"
          defaultValue={values.email}
          errors={errors?.email}
          required
        />
        <NewPasswordField label="Password" errors={errors?.password} />
        <ProfileFields values={values} errors={errors} {...choice} />
        <Button className="justify-self-start">Create my account</Button>
        <p>
          You have an account? <a href={withNext('/sign-in', next)}>Sign in</a>
        </p>
      </Form>
    </>
  )
}
