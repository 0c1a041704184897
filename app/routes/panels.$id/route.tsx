import { data } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { panelKindNames } from '#app/features/panels/panel-kinds.ts'
import { viewPanel } from '#app/features/panels/view-panel.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Route } from './+types/route'
import { Consensus } from './consensus.tsx'
import { Members } from './members.tsx'
import { changePanel } from './panel-action.server.ts'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.panel.title ?? 'Panel'} · Stance` },
]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'panels.manage')
  const { now } = args.context.get(requestContext)
  return { panel: await viewPanel(actor, args.params.id, now), timeZone: actor.timeZone }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'panels.manage')
  const { now } = args.context.get(requestContext)
  const changed = await changePanel(actor, args.params.id, args.request, now)
  if ('fault' in changed) return data({ fault: changed.fault }, { status: 400 })
  return redirectWithFlash(`/panels/${args.params.id}`, changed.done)
}

export default function Panel({ loaderData: { panel, timeZone }, actionData }: Route.ComponentProps) {
  const { kind, itemTitle, title, closesOn, isOpen } = panel
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: '/panels', label: 'Panels' }]} />}
        eyebrow={`${panelKindNames[kind]}: ${itemTitle}`}
        title={title}
        lead={
          <>
            {isOpen ? (
              <>
                Takes answers until the end of <Time value={closesOn} zone="UTC" />.
              </>
            ) : (
              <>
                Closed at the end of <Time value={closesOn} zone="UTC" />.
              </>
            )}{' '}
            You see who has answered; what they say is seen only put together.
          </>
        }
      />
      <div className="grid gap-section">
        <Members panel={panel} timeZone={timeZone} fault={actionData?.fault} />
        <Consensus panel={panel} timeZone={timeZone} fault={actionData?.fault} />
      </div>
    </>
  )
}
