import { data } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { viewOwnCountersigning } from '#app/features/portfolio/view-own-countersigning.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Route } from './+types/route'
import { changeRequests } from './ask-action.server.ts'
import { AskForm } from './ask-form.tsx'
import { Returned, Signed, Waiting } from './asked-lists.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'Countersigning · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'portfolio.keep')
  const view = await viewOwnCountersigning(actor, args.context.get(requestContext).now)
  return { view, timeZone: actor.timeZone }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'portfolio.keep')
  const changed = await changeRequests(actor, args.request, args.context.get(requestContext).now)
  if ('fault' in changed) return data({ fault: changed.fault }, { status: 400 })
  return redirectWithFlash(changed.back, changed.words, changed.isWhole ? 'positive' : 'info')
}

export default function Countersigning({ loaderData: { view, timeZone }, actionData }: Route.ComponentProps) {
  const { toAsk, returned, waiting, signed, supervisors, statements } = view
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: '/portfolio', label: 'Portfolio' }]} />}
        title="Countersigning"
        lead="A case or a session counts once its supervisor has signed it as it stands. Supervisors are approved by the accreditation staff: you choose one, and never write an address."
      />
      <div className="grid gap-section">
        {returned.length > 0 && <Returned entries={returned} timeZone={timeZone} />}
        <AskForm entries={toAsk} supervisors={supervisors} fault={actionData?.fault} />
        {waiting.length > 0 && <Waiting entries={waiting} timeZone={timeZone} />}
        {signed.length > 0 && <Signed entries={signed} timeZone={timeZone} />}
        {statements.length > 0 && (
          <section aria-labelledby="statements" className="grid gap-3">
            <h2 id="statements" className="text-2xl">
              Supervisors’ statements
            </h2>
            <ul className="grid gap-1">
              {statements.map(({ supervisorName, sentOn }) => (
                <li key={`${supervisorName} ${sentOn}`}>
                  {supervisorName} sent a statement to the accreditation staff on <Time value={sentOn} zone="UTC" />.
                </li>
              ))}
            </ul>
            <p className="text-ink-muted text-sm">What a statement says is for the staff alone.</p>
          </section>
        )}
      </div>
    </>
  )
}
