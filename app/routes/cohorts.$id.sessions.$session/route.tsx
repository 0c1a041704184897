import { data, Form } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { hoursNumber } from '#app/domain/live/hours-words.ts'
import { whenWords, zoneWords } from '#app/domain/live/when.ts'
import { localTimeAt } from '#app/domain/wall-clock.ts'
import { SessionFields } from '#app/features/cohorts/session-fields.tsx'
import { viewSession } from '#app/features/cohorts/view-sessions.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { errorsOf, faultOf } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { CohortBreadcrumb } from '#app/ui/cohort-breadcrumb.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'
import { CancelSession } from './cancel-session.tsx'
import { Files } from './files.tsx'
import { Materials } from './materials.tsx'
import { changeOneSession } from './session-action.server.ts'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.session.title ?? 'Session'} · Stance` },
]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'cohorts.manage')
  const { now } = args.context.get(requestContext)
  const { cohort, session } = await viewSession(actor, args.params.id, args.params.session)
  const { startsAt, endsAt, countsMinutes } = session
  const span = { startsAt: new Date(startsAt), endsAt: new Date(endsAt) }
  return {
    cohort,
    session,
    when: whenWords(span, cohort.timeZone),
    isOver: span.endsAt <= now,
    fields: {
      ...{ title: session.title, place: session.place, link: session.link, key: session.key },
      startsAt: localTimeAt(span.startsAt, cohort.timeZone),
      endsAt: localTimeAt(span.endsAt, cohort.timeZone),
      countsMinutes: hoursNumber(countsMinutes),
    },
  }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'cohorts.manage')
  const { id: cohortId, session: sessionId } = args.params
  const { now } = args.context.get(requestContext)
  const changed = await changeOneSession(actor, { cohortId, sessionId }, args.request, now)
  if ('fault' in changed) return data({ fault: changed.fault }, { status: 400 })
  return redirectWithFlash(`/cohorts/${cohortId}/sessions/${sessionId}`, changed.done)
}

export default function Session({ loaderData, actionData }: Route.ComponentProps) {
  const { cohort, session, when, isOver, fields } = loaderData
  const fault = actionData?.fault
  return (
    <>
      <PageHeader
        above={
          <CohortBreadcrumb
            id={cohort.id}
            name={cohort.name}
            between={[{ path: 'sessions', label: 'Live sessions' }]}
          />
        }
        title={session.title}
        lead={when}
        actions={
          session.isCancelled || (
            <LinkButton href={`/cohorts/${cohort.id}/sessions/${session.id}/attendance`}>Attendance</LinkButton>
          )
        }
      />
      <div className="grid gap-section">
        {session.isCancelled && (
          <Notice kind="caution" title="This session is cancelled">
            <p>It stays here and in calendars as cancelled. Plan another in its place.</p>
          </Notice>
        )}
        <Materials materials={session.materials} fault={faultOf(fault, 'add-material', 'remove-material')} />
        <Files files={session.files} fault={faultOf(fault, 'add-file', 'remove-file')} />
        {!session.isCancelled && (
          <ChangeForm values={fields} zone={zoneWords(cohort.timeZone)} fault={faultOf(fault, 'change')} />
        )}
        {!session.isCancelled && !isOver && <CancelSession fault={faultOf(fault, 'cancel')} />}
      </div>
    </>
  )
}

type ChangeFormProps = {
  values: Record<string, string>
  zone: string
  fault: { values: Record<string, string | string[]>; errors: Record<string, string[]> } | undefined
}

function ChangeForm({ values, zone, fault }: ChangeFormProps) {
  return (
    <section aria-labelledby="change">
      <h2 id="change" className="mb-4 text-2xl">
        Change the session
      </h2>
      <Form method="post" noValidate className="grid max-w-form gap-6">
        <ErrorSummary errors={errorsOf(fault)} />
        <SessionFields values={fault?.values ?? values} errors={fault?.errors} zone={zone} />
        <Button name="intent" value="change" className="justify-self-start">
          Save the changes
        </Button>
      </Form>
    </section>
  )
}
