import { data } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import { viewSupervisors } from '#app/features/portfolio/approve-supervisor.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'
import { ApproveForm } from './approve-form.tsx'
import { SupervisorTable } from './supervisor-table.tsx'
import { changeSupervisors } from './supervisors-action.server.ts'

export const meta: Route.MetaFunction = () => [{ title: 'Supervisors · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'supervisors.approve')
  const today = todayIn(actor.timeZone, args.context.get(requestContext).now)
  return { supervisors: await viewSupervisors(), actorId: actor.id, today }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'supervisors.approve')
  const changed = await changeSupervisors(actor, args.request, args.context.get(requestContext).now)
  if ('fault' in changed) return data({ fault: changed.fault }, { status: 400 })
  return redirectWithFlash('/accreditation/supervisors', changed.done)
}

export default function Supervisors({ loaderData, actionData }: Route.ComponentProps) {
  const { supervisors, actorId, today } = loaderData
  const fault = actionData?.fault
  const isEnding = fault?.values.intent === 'end'
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: '/accreditation', label: 'Accreditation' }]} />}
        title="Supervisors"
        lead="Who may countersign, and from when until when. A session counts when its supervisor was approved on the day on which it was held."
      />
      <SupervisorTable supervisors={supervisors} actorId={actorId} today={today} fault={isEnding ? fault : undefined} />
      <ApproveForm fault={isEnding ? undefined : fault} today={today} />
    </>
  )
}
