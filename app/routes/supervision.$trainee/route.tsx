import { requirePermission } from '#app/auth/guards.server.ts'
import { RequestFacts, requestTitle } from '#app/features/portfolio/request-facts.tsx'
import { RequestStanding } from '#app/features/portfolio/request-standing.tsx'
import { type StandingRequest, viewSuperviseeWork } from '#app/features/portfolio/view-supervisees.server.ts'
import { idParam } from '#app/http/params.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Route } from './+types/route'
import { ClipList } from './clip-list.tsx'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.supervisee.name ?? 'Supervisee'} · Stance` },
]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'supervision.countersign')
  return { ...(await viewSuperviseeWork(actor, idParam(args.params.trainee))), timeZone: actor.timeZone }
}

export default function Supervisee({ loaderData: { supervisee, requests, timeZone } }: Route.ComponentProps) {
  const { id, name, clips, statements } = supervisee
  const [latest] = statements
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: '/supervision', label: 'Supervision' }]} />}
        title={name}
        lead={
          latest && (
            <>
              Your statement went to the accreditation staff on <Time value={latest.sentAt} zone={timeZone} />.
            </>
          )
        }
        actions={
          <LinkButton href={`/supervision/${id}/statement`} variant="secondary">
            {latest ? 'Write another statement' : 'Write a statement'}
          </LinkButton>
        }
      />
      <div className="grid gap-section">
        <section aria-labelledby="entries" className="grid gap-4">
          <h2 id="entries" className="text-2xl">
            Put before you <span className="text-ink-muted">{requests.length}</span>
          </h2>
          {requests.length === 0 && <p className="text-ink-muted">Only clips so far.</p>}
          <ul className="grid border-line border-b">
            {requests.map((request) => (
              <li key={request.id} className="border-line border-t py-4">
                <PutBefore request={request} timeZone={timeZone} />
              </li>
            ))}
          </ul>
        </section>
        {clips.length > 0 && <ClipList clips={clips} />}
      </div>
    </>
  )
}

/** What waits is answered on the page of all that waits, where it can be read together. */
function PutBefore({ request, timeZone }: { request: StandingRequest; timeZone: string }) {
  const { id, standing, reason, isReadable } = request
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h3 className="text-lg">
          {standing === 'waiting' ? (
            <a href={`/supervision#request-${id}`}>{requestTitle(request)}</a>
          ) : (
            requestTitle(request)
          )}
        </h3>
        <RequestStanding {...request} timeZone={timeZone} />
      </div>
      {reason && <p className="whitespace-pre-line text-ink-muted wrap-anywhere">{reason}</p>}
      {isReadable ? (
        <details>
          <summary className="text-primary text-sm">
            What it said<span className="sr-only">: {requestTitle(request)}</span>
          </summary>
          <div className="mt-3">
            <RequestFacts {...request} />
          </div>
        </details>
      ) : (
        <p className="text-ink-muted text-sm">It is not yours to read any more.</p>
      )}
    </div>
  )
}
