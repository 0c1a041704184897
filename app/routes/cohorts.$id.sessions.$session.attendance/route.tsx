import { data } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { whenWords } from '#app/domain/live/when.ts'
import { viewAttendance } from '#app/features/cohorts/view-attendance.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { faultOf } from '#app/http/form-errors.ts'
import { CohortBreadcrumb } from '#app/ui/cohort-breadcrumb.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'
import { changeAttendance } from './attendance-action.server.ts'
import { REST_PRESENT } from './attendance-form.ts'
import { AttendanceTable } from './attendance-table.tsx'
import { GuestForm } from './guest-form.tsx'
import { RoomCode } from './room-code.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'Attendance · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'cohorts.manage')
  const { now } = args.context.get(requestContext)
  const { id: cohortId, session: sessionId } = args.params
  const view = await viewAttendance(actor, { cohortId, sessionId }, now)
  const span = { startsAt: new Date(view.session.startsAt), endsAt: new Date(view.session.endsAt) }
  return { view, when: whenWords(span, view.timeZone), zone: actor.timeZone }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'cohorts.manage')
  const { id: cohortId, session: sessionId } = args.params
  const { now } = args.context.get(requestContext)
  const changed = await changeAttendance(actor, { cohortId, sessionId }, args.request, now)
  if ('fault' in changed) return data({ fault: changed.fault, chosen: undefined }, { status: 400 })
  if ('kept' in changed) return { fault: changed.kept, chosen: changed.chosen }
  return redirectWithFlash(`/cohorts/${cohortId}/sessions/${sessionId}/attendance`, changed.done)
}

export default function Attendance({ loaderData: { view, when, zone }, actionData }: Route.ComponentProps) {
  const fault = actionData?.fault
  const { cohortId, cohortName, session, people, isOpen } = view
  return (
    <>
      <PageHeader
        above={
          <CohortBreadcrumb
            id={cohortId}
            name={cohortName}
            between={[
              { path: 'sessions', label: 'Live sessions' },
              { path: `sessions/${session.id}`, label: session.title },
            ]}
          />
        }
        title="Attendance"
        lead={when}
      />
      {!isOpen && (
        <p className="max-w-measure">
          {session.isCancelled
            ? 'This session was cancelled, so nobody attends it.'
            : 'Attendance can be taken from a quarter of an hour before the session begins.'}
        </p>
      )}
      {isOpen && (
        <div className="grid gap-section">
          {view.isCodeTime && <RoomCode view={view} zone={zone} fault={faultOf(fault, 'open-code')} />}
          <AttendanceTable
            people={people}
            zone={zone}
            fault={faultOf(fault, 'record', REST_PRESENT)}
            chosen={actionData?.chosen}
          />
          <GuestForm fault={faultOf(fault, 'add-guest')} />
        </div>
      )}
    </>
  )
}
