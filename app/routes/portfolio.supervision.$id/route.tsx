import { data } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { KeptForm } from '#app/features/drafts/forms/kept-form.tsx'
import { AskButton } from '#app/features/portfolio/ask-button.tsx'
import { EntryForm } from '#app/features/portfolio/entry-form.tsx'
import { HistoryLink } from '#app/features/portfolio/history-link.tsx'
import { BeforeCorrecting, WhatBecameOfIt } from '#app/features/portfolio/signature-notices.tsx'
import { SignatureState } from '#app/features/portfolio/signature-state.tsx'
import { SupervisionFields } from '#app/features/portfolio/supervision-fields.tsx'
import { TakeOut } from '#app/features/portfolio/take-out.tsx'
import { typedFields } from '#app/features/portfolio/typed-fields.ts'
import { viewSession } from '#app/features/portfolio/view-supervision.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { idParam } from '#app/http/params.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Route } from './+types/route'
import { changeSession } from './session-form.server.ts'

export const meta: Route.MetaFunction = () => [{ title: 'A session of supervision · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'portfolio.keep')
  return { ...(await viewSession(actor, idParam(args.params.id))), timeZone: actor.timeZone }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'portfolio.keep')
  const id = idParam(args.params.id)
  const changed = await changeSession(actor, id, args.request, args.context.get(requestContext).now)
  if ('fault' in changed) return data({ fault: changed.fault }, { status: 400 })
  return redirectWithFlash('/portfolio/supervision', changed.done)
}

export default function Session({ loaderData, actionData }: Route.ComponentProps) {
  const { session, initial, timeZone } = loaderData
  const { body, supervisorName: by } = session
  const fault = actionData?.fault
  return (
    <>
      <PageHeader
        above={
          <Breadcrumb
            trail={[
              { href: '/portfolio', label: 'Portfolio' },
              { href: '/portfolio/supervision', label: 'Supervision' },
            ]}
          />
        }
        eyebrow="Supervision"
        title={
          <>
            <Time value={body.on} zone="UTC" />, {body.startsAt}
          </>
        }
        lead={<SignatureState {...session} by={by} timeZone={timeZone} />}
      />
      <div className="grid gap-8">
        <WhatBecameOfIt {...session} by={by} timeZone={timeZone} />
        {session.isCounted && <AskButton entry={session} back={`/portfolio/supervision/${session.id}`} />}
        {!session.isCounted && (
          <Notice kind="caution" title="This session does not count">
            <p>
              {by} was not approved as a supervisor on this day. Ask accreditation staff if that is not right: the
              approval in force on the day of the session decides.
            </p>
          </Notice>
        )}
        <EntryForm
          kept={<KeptForm form="portfolio-entry" subject={`supervision.${session.id}`} />}
          fault={fault}
          version={session.version}
          before={<BeforeCorrecting {...session} by={by} timeZone={timeZone} />}
          button="Correct this session"
        >
          <SupervisionFields fields={typedFields(fault, initial)} offer={loaderData} />
          {body.timeZone !== timeZone && (
            <p className="text-ink-muted text-sm">Its times are those of {body.timeZone.replace('_', ' ')}.</p>
          )}
        </EntryForm>
        <div className="grid gap-2">
          <HistoryLink id={session.id} version={session.version} />
          <TakeOut what="this session" />
        </div>
      </div>
    </>
  )
}
