import { data, Form } from 'react-router'
import { requireActor } from '#app/auth/guards.server.ts'
import { concernForm, raiseConcern } from '#app/features/concerns/raise-concern.server.ts'
import { KeptForm } from '#app/features/drafts/forms/kept-form.tsx'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { errorsOf } from '#app/http/form-errors.ts'
import { ownPath } from '#app/http/next-path.ts'
import { limitRate } from '#app/http/rate-limit.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'Raise a patient-safety concern · Stance' }]

const THANKS =
  'Thank you. Your concern has reached accreditation staff and administrators, and somebody will be in touch with you.'

export async function loader(args: Route.LoaderArgs) {
  await requireActor(args)
  return { from: ownPath(new URL(args.request.url).searchParams.get('from')) ?? '' }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requireActor(args)
  const form = await parseForm(args.request, concernForm)
  if (!form.ok) return data({ fault: form.fault }, { status: 400 })
  await limitRate(args, 'concern', actor.id)
  await raiseConcern(form.value, actor, args.context.get(requestContext).now)
  return redirectWithFlash(form.value.from || '/notices', THANKS)
}

export default function RaiseConcern({ loaderData: { from }, actionData }: Route.ComponentProps) {
  const fault = actionData?.fault
  return (
    <>
      <PageHeader
        title="Raise a patient-safety concern"
        lead="Something that you read, wrote or heard here makes you worry about a patient or about somebody’s practice."
      />
      <Form method="post" noValidate className="grid max-w-measure gap-6">
        <Notice kind="critical" title="Is somebody in danger now? Not this form.">
          <p>
            Call the emergency number (999 in the UK, 112 elsewhere in Europe), or follow the safeguarding procedure of
            your own service. This form is not watched by night or at weekends.
          </p>
        </Notice>
        <p>
          Accreditation staff and administrators of the training organisation read what you write, with your name.
          Markers and other learners never see it, and it has no part in any marking.
        </p>
        <KeptForm form="concern" subject="new" />
        <ErrorSummary errors={errorsOf(fault)} />
        <TextArea
          name="text"
          label="What worries you?"
          hint="What you saw, where, and what has been done so far. Leave out names and other details that identify a patient."
          rows={9}
          maxLength={5000}
          defaultValue={fault?.values.text}
          errors={fault?.errors.text}
          required
        />
        <input type="hidden" name="from" value={from} />
        {from && (
          <p className="text-ink-muted text-sm wrap-anywhere">Sent along: the page that you came from, {from}</p>
        )}
        <Button className="justify-self-start">Raise this concern</Button>
      </Form>
    </>
  )
}
