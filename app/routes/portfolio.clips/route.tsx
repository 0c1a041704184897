import { requirePermission } from '#app/auth/guards.server.ts'
import { inNumber } from '#app/domain/wording.ts'
import { RecordingTag } from '#app/features/portfolio/recording-tag.tsx'
import { viewClips } from '#app/features/portfolio/view-clips.server.ts'
import { requestContext } from '#app/http/context.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { Status } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'Clips · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'portfolio.keep')
  return viewClips(actor, args.context.get(requestContext).now)
}

export default function Clips({ loaderData: { clips, overdue, dueSoon, hasCases } }: Route.ComponentProps) {
  const add = hasCases ? (
    <LinkButton href="/portfolio/clips/new">Enter a clip</LinkButton>
  ) : (
    <LinkButton href="/portfolio/cases">Your cases</LinkButton>
  )
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: '/portfolio', label: 'Portfolio' }]} />}
        title="Clips"
        lead="Which sections of recorded sessions your supervisor has rated. The recordings themselves stay where they are."
        actions={clips.length > 0 && add}
      />
      <div className="grid gap-8">
        <Deadlines overdue={overdue} dueSoon={dueSoon} />
        {clips.length === 0 ? (
          <EmptyState title="No clip entered yet" actions={add}>
            <p>
              {hasCases
                ? 'Each clip is of another session of a case.'
                : 'A clip belongs to a case: enter the case and its sessions first.'}
            </p>
          </EmptyState>
        ) : (
          <Table caption="Clips" hideCaption columns={columns} rows={clips} rowKey={({ id }) => id} />
        )}
        <WhyNoUpload />
      </div>
    </>
  )
}

function Deadlines({ overdue, dueSoon }: { overdue: number; dueSoon: number }) {
  if (overdue === 0 && dueSoon === 0) return null
  return (
    <Notice
      kind={overdue > 0 ? 'critical' : 'caution'}
      title={overdue > 0 ? 'A recording is overdue' : 'A recording is due soon'}
    >
      {overdue > 0 && (
        <p>
          {inNumber(overdue, {
            one: 'One recording should have been destroyed by now. Destroy it where you keep it, and say so on its page.',
            other:
              '{n} recordings should have been destroyed by now. Destroy them where you keep them, and say so on their pages.',
          })}
        </p>
      )}
      {dueSoon > 0 && (
        <p>
          {inNumber(dueSoon, {
            one: 'One recording must be destroyed within the next two weeks.',
            other: '{n} recordings must be destroyed within the next two weeks.',
          })}
        </p>
      )}
    </Notice>
  )
}

const WhyNoUpload = () => (
  <section aria-labelledby="why" className="grid max-w-measure gap-2 text-ink-muted">
    <h2 id="why" className="text-ink text-xl">
      Why nothing is uploaded here
    </h2>
    <p>
      A recording shows a patient, and nothing can be taken out of it. It is safest where your service keeps it under
      its own rules and where it can be destroyed for certain; a copy here would be one more that nobody thinks of. So
      your portfolio holds only what it is, that the patient consented, and by when it is gone.
    </p>
  </section>
)

type Row = Route.ComponentProps['loaderData']['clips'][number]

const columns: Column<Row>[] = [
  {
    key: 'clip',
    header: 'Clip',
    cell: ({ id, code, body }) => (
      <a href={`/portfolio/clips/${id}`}>
        {code}, session {body.sessionNumber}
      </a>
    ),
  },
  { key: 'on', header: 'Day', cell: ({ body }) => <Time value={body.heldOn} zone="UTC" style="short-date" /> },
  { key: 'length', header: 'Minutes', numeric: true, cell: ({ body }) => body.minutes },
  { key: 'media', header: 'Media', cell: ({ body }) => (body.media === 'video' ? 'Video' : 'Audio') },
  {
    key: 'rated',
    header: 'Rating',
    cell: ({ ratedOn }) =>
      ratedOn ? <Status status="met">Rated</Status> : <Status status="waiting">Not rated</Status>,
  },
  {
    key: 'recording',
    header: 'Recording',
    cell: ({ recording, body }) => <RecordingTag state={recording} {...body} />,
  },
]
