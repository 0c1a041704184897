import { data, Form } from 'react-router'
import { requireActor } from '#app/auth/guards.server.ts'
import { regions } from '#app/domain/regions.ts'
import { profileForm } from '#app/features/people/account-fields.server.ts'
import { readOwnAdjustment } from '#app/features/people/adjustments.server.ts'
import { changeProfile, readProfile, teaches } from '#app/features/people/own-account.server.ts'
import { NameField, ProfileFields } from '#app/features/people/profile-fields.tsx'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { errorsOf } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import type { Route } from './+types/route'
import { OwnAdjustment } from './own-adjustment.tsx'
import { TeachingLine } from './teaching-line.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'Profile · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requireActor(args)
  const [profile, adjustment] = await Promise.all([readProfile(actor), readOwnAdjustment(actor)])
  return {
    profile,
    teaches: teaches(actor),
    adjustment,
    zone: actor.timeZone,
    choice: { timeZones: Intl.supportedValuesOf('timeZone'), regions },
  }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requireActor(args)
  const form = await parseForm(args.request, profileForm)
  if (!form.ok) return data({ fault: form.fault }, { status: 400 })
  await changeProfile(actor, form.value, args.context.get(requestContext).now)
  return redirectWithFlash('/settings', 'Your profile is saved.')
}

export default function Profile({ loaderData, actionData }: Route.ComponentProps) {
  const { profile, adjustment, zone, choice } = loaderData
  const fault = actionData?.fault
  const values = fault?.values ?? profile
  return (
    <div className="grid gap-section">
      <Form method="post" noValidate className="grid max-w-form gap-6">
        <ErrorSummary errors={errorsOf(fault)} />
        <NameField values={values} errors={fault?.errors} />
        <ProfileFields values={values} errors={fault?.errors} {...choice} />
        {loaderData.teaches && <TeachingLine values={values} errors={fault?.errors} />}
        <p className="text-ink-muted text-sm">
          Certificates that were issued before keep the name that stands on them.
        </p>
        <Button className="justify-self-start">Save</Button>
      </Form>
      {adjustment && <OwnAdjustment adjustment={adjustment} zone={zone} />}
      <p>
        <a href="/portfolio/retention">How long your portfolio is kept</a>, and how to have it erased
      </p>
    </div>
  )
}
