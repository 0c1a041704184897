import { data, Form } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { zoneWords } from '#app/domain/live/when.ts'
import { SessionFields } from '#app/features/cohorts/session-fields.tsx'
import { viewCohortHours } from '#app/features/cohorts/view-attendance.server.ts'
import { viewSessions } from '#app/features/cohorts/view-sessions.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import type { FormFault } from '#app/http/form.server.ts'
import { errorsOf, faultOf } from '#app/http/form-errors.ts'
import { pageParam } from '#app/http/params.ts'
import { Button } from '#app/ui/button.tsx'
import { CohortBreadcrumb } from '#app/ui/cohort-breadcrumb.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'
import { HoursTable } from './hours-table.tsx'
import { LiveHours } from './live-hours.tsx'
import { SessionTable } from './session-table.tsx'
import { changeSessions } from './sessions-action.server.ts'

export const meta: Route.MetaFunction = () => [{ title: 'Live sessions · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'cohorts.manage')
  const page = pageParam(args.request)
  const cohort = await viewSessions(actor, args.params.id)
  const hours = await viewCohortHours(cohort, page)
  return { cohort, page, hours, timeZones: Intl.supportedValuesOf('timeZone') }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'cohorts.manage')
  const { now } = args.context.get(requestContext)
  const changed = await changeSessions(actor, args.params.id, args.request, now)
  if ('fault' in changed) return data({ fault: changed.fault }, { status: 400 })
  return redirectWithFlash(`/cohorts/${args.params.id}/sessions`, changed.done)
}

export default function Sessions({ loaderData: { cohort, page, hours, timeZones }, actionData }: Route.ComponentProps) {
  const fault = actionData?.fault
  const { id, name, timeZone, sessions } = cohort
  return (
    <>
      <PageHeader
        above={<CohortBreadcrumb id={id} name={name} />}
        title="Live sessions"
        lead="When this cohort meets, where, and what it counts towards the hours live. Trainees are told of each session and of every change to it."
        actions={
          <LinkButton href="#plan" variant="secondary">
            Plan a session
          </LinkButton>
        }
      />
      <div className="grid gap-section">
        <section aria-labelledby="sessions">
          <h2 id="sessions" className="mb-4 text-2xl">
            Sessions
          </h2>
          <SessionTable cohortId={id} sessions={sessions} timeZone={timeZone} />
        </section>
        <HoursTable cohortId={id} page={page} hours={hours} />
        <PlanForm zone={zoneWords(timeZone)} fault={faultOf(fault, 'plan')} />
        <LiveHours cohort={cohort} timeZones={timeZones} fault={faultOf(fault, 'set-hours')} />
      </div>
    </>
  )
}

function PlanForm({ zone, fault }: { zone: string; fault: FormFault | undefined }) {
  return (
    <section aria-labelledby="plan">
      <h2 id="plan" className="mb-4 text-2xl">
        Plan a session
      </h2>
      <Form method="post" noValidate className="grid max-w-form gap-6">
        <ErrorSummary errors={errorsOf(fault)} />
        <SessionFields values={fault?.values ?? {}} errors={fault?.errors} zone={zone} />
        <Button name="intent" value="plan" className="justify-self-start">
          Plan the session
        </Button>
      </Form>
    </section>
  )
}
