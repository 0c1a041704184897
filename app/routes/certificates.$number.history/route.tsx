import { requireActor } from '#app/auth/guards.server.ts'
import { entryOf, HistoryList } from '#app/features/credentials/desk/history-list.tsx'
import { StateTag } from '#app/features/credentials/desk/state-tag.tsx'
import { viewOwnCredential } from '#app/features/credentials/desk/view-credential.server.ts'
import { requestContext } from '#app/http/context.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'What happened to it · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requireActor(args)
  const { now } = args.context.get(requestContext)
  return { credential: await viewOwnCredential(actor, args.params.number, now), zone: actor.timeZone }
}

export default function History({ loaderData: { credential, zone } }: Route.ComponentProps) {
  const { number, title, standing, issuedAt, events, supersedes, supersededBy } = credential
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: '/certificates', label: 'Certificates' }]} />}
        eyebrow={<span className="tabular-nums wrap-anywhere">{number}</span>}
        title={title}
        lead={<StateTag state={standing.state} />}
      />
      <div className="grid gap-section">
        <section aria-labelledby="history" className="grid gap-4">
          <h2 id="history" className="text-2xl">
            What happened to it
          </h2>
          <p className="max-w-measure text-ink-muted">
            Reasons are for you and for accreditation staff. Whoever checks the number sees what was done, and not why.
          </p>
          <HistoryList
            zone={zone}
            entries={[{ key: 'issued', title: 'Issued', at: issuedAt }, ...events.map(entryOf)]}
          />
          <Neighbour words="It took the place of" number={supersedes} />
          <Neighbour words="Its place was taken by" number={supersededBy} />
        </section>
      </div>
    </>
  )
}

const Neighbour = ({ words, number }: { words: string; number: string | null }) =>
  number && (
    <p>
      {words}{' '}
      <a href={`/certificates/${number}/history`} className="tabular-nums wrap-anywhere">
        {number}
      </a>
      .
    </p>
  )
