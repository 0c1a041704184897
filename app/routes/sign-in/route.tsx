import { data, Form, redirect } from 'react-router'
import { currentActor } from '#app/auth/guards.server.ts'
import { startSession } from '#app/auth/session.server.ts'
import { homeOf } from '#app/domain/home.ts'
import { DEMO_PASSWORD, demoMember, shownDemoCast } from '#app/features/people/demo-cast.server.ts'
import { signIn, signInForm } from '#app/features/people/sign-in.server.ts'
import { requestContext } from '#app/http/context.ts'
import { faultIn, parseForm } from '#app/http/form.server.ts'
import { errorsOf } from '#app/http/form-errors.ts'
import { ownPath, withNext } from '#app/http/next-path.ts'
import { forgiveAttempts, limitRate } from '#app/http/rate-limit.server.ts'
import { keepWayBack, takeWayBack } from '#app/http/way-back.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Flash } from '#app/ui/flash.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { Route } from './+types/route'
import { DemoCast } from './demo-cast.tsx'
import { outcomes } from './outcomes.ts'

export const meta: Route.MetaFunction = () => [{ title: 'Sign in · Stance' }]

const REFUSED = 'The e-mail address and the password do not belong together.'

export async function loader(args: Route.LoaderArgs) {
  const query = new URL(args.request.url).searchParams
  const next = ownPath(query.get('next'))
  const actor = await currentActor(args)
  if (actor) throw redirect(next ?? homeOf(actor.roles))
  const member = demoMember(query.get('as'))
  return {
    next,
    said: outcomes[query.get('done') ?? ''],
    cast: shownDemoCast(),
    filled: member && { email: member.email, password: DEMO_PASSWORD },
  }
}

export async function action(args: Route.ActionArgs) {
  const form = await parseForm(args.request, signInForm)
  if (!form.ok) return data({ fault: form.fault }, { status: 400 })
  const { email } = form.value
  await limitRate(args, 'sign-in', email)
  const { now, id: requestId } = args.context.get(requestContext)
  const result = await signIn(form.value, { now, requestId })
  if (result.outcome === 'refused') return data({ fault: faultIn('', REFUSED, form.typed) }, { status: 400 })

  await forgiveAttempts('sign-in', email)
  const next = ownPath(new URL(args.request.url).searchParams.get('next'))
  if (result.outcome === 'unconfirmed')
    return redirect(`/confirm?${new URLSearchParams({ email })}`, { headers: keepWayBack(next, email) })
  await startSession(args.context, args.request, result)
  const wayBack = takeWayBack(args.request, email)
  return redirect(next ?? wayBack.next ?? homeOf(result.roles), { headers: wayBack.headers })
}

export default function SignIn({ loaderData: { next, said, cast, filled }, actionData }: Route.ComponentProps) {
  const fault = actionData?.fault
  return (
    <>
      <PageHeader title="Sign in" />
      <div className="grid gap-x-20 gap-y-12 lg:grid-cols-2">
        <Form method="post" noValidate className="grid max-w-form content-start gap-6">
          {said && !fault && <Flash>{said}</Flash>}
          <ErrorSummary errors={errorsOf(fault)} title="You are not signed in" />
          <TextField
            name="email"
            type="email"
            label="E-mail address"
            autoComplete="username"
            defaultValue={fault?.values.email ?? filled?.email}
            errors={fault?.errors.email}
            required
          />
          <TextField
            name="password"
            type="password"
            label="Password"
            autoComplete="current-password"
            defaultValue={filled?.password}
            errors={fault?.errors.password}
            required
          />
          <Button className="justify-self-start">Sign in</Button>
          <p>
            <a href="/reset-password">I have forgotten my password</a>
            <br />
            New here? <a href={withNext('/sign-up', next)}>Create an account</a>
          </p>
        </Form>
        <DemoCast cast={cast} next={next} />
      </div>
    </>
  )
}
