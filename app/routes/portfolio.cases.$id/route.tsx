import { data } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import { sessionsWords } from '#app/domain/portfolio/words.ts'
import { AskButton } from '#app/features/portfolio/ask-button.tsx'
import { HistoryLink } from '#app/features/portfolio/history-link.tsx'
import { BeforeCorrecting, WhatBecameOfIt } from '#app/features/portfolio/signature-notices.tsx'
import { SignatureState } from '#app/features/portfolio/signature-state.tsx'
import { TakeOut } from '#app/features/portfolio/take-out.tsx'
import { viewCase } from '#app/features/portfolio/view-cases.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { idParam } from '#app/http/params.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'
import { AddSessions } from './add-sessions.tsx'
import { CaseFacts } from './case-facts.tsx'
import { changeCase } from './case-page-form.server.ts'
import { SessionList } from './session-list.tsx'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `Case ${loaderData?.treatment.code ?? ''} · Stance` },
]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'portfolio.keep')
  const today = todayIn(actor.timeZone, args.context.get(requestContext).now)
  return { treatment: await viewCase(actor, idParam(args.params.id)), timeZone: actor.timeZone, today }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'portfolio.keep')
  const id = idParam(args.params.id)
  const changed = await changeCase(actor, id, args.request, args.context.get(requestContext).now)
  if ('refused' in changed) return data(changed, { status: 400 })
  return redirectWithFlash(changed.isGone ? '/portfolio/cases' : `/portfolio/cases/${id}`, changed.done)
}

export default function Case({ loaderData: { treatment, timeZone, today }, actionData }: Route.ComponentProps) {
  const { id, code, version, body, signerName: by } = treatment
  const refused = actionData?.refused
  return (
    <>
      <PageHeader
        above={
          <Breadcrumb
            trail={[
              { href: '/portfolio', label: 'Portfolio' },
              { href: '/portfolio/cases', label: 'Cases' },
            ]}
          />
        }
        eyebrow="Case"
        title={code}
        lead={<SignatureState {...treatment} by={by} timeZone={timeZone} />}
        actions={
          <LinkButton href={`/portfolio/cases/${id}/correct`} variant="secondary">
            Correct the case
          </LinkButton>
        }
      />
      <div className="grid gap-section">
        <WhatBecameOfIt {...treatment} by={by} timeZone={timeZone} />
        <section aria-labelledby="add" className="grid max-w-form gap-5">
          <h2 id="add" className="text-2xl">
            Add sessions
          </h2>
          <BeforeCorrecting {...treatment} by={by} timeZone={timeZone} />
          <AddSessions
            today={today}
            version={version}
            lastMinutes={body.sessions.at(-1)?.minutes}
            fault={refused?.intent === 'add-sessions' ? refused.fault : undefined}
          />
        </section>
        <CaseFacts treatment={treatment} />
        <section aria-labelledby="sessions">
          <h2 id="sessions" className="mb-4 text-2xl">
            {sessionsWords(body.sessions.length)}
          </h2>
          <SessionList
            sessions={body.sessions}
            version={version}
            fault={refused?.intent === 'take-sessions-out' ? refused.fault : undefined}
          />
        </section>
        <AskButton entry={treatment} supervisors={treatment.supervisors} back={`/portfolio/cases/${id}`} />
        <div className="grid gap-2">
          <HistoryLink id={id} version={version} />
          <TakeOut what="this case" refused={refused?.intent === 'take-out' ? refused.reason : undefined} />
        </div>
      </div>
    </>
  )
}
