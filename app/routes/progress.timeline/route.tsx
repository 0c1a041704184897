import { requirePermission } from '#app/auth/guards.server.ts'
import { viewTimeline } from '#app/features/pathway/view-timeline.server.ts'
import { requestContext } from '#app/http/context.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'
import { GapsAndMonths } from './gaps-and-months.tsx'
import { TimelinePicture } from './timeline-picture.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'Timeline · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'progress.read')
  return { timeline: await viewTimeline(actor, args.context.get(requestContext).now) }
}

export default function TimelineRoute({ loaderData: { timeline } }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: '/progress', label: 'Progress' }]} />}
        title="Timeline"
        lead="Your cases, supervision and clips over time, and where there was none."
      />
      {timeline ? (
        <div className="grid gap-section">
          <TimelinePicture timeline={timeline} />
          <GapsAndMonths timeline={timeline} />
        </div>
      ) : (
        <EmptyState
          title="Nothing to show yet"
          actions={<LinkButton href="/portfolio/cases/new">Add your first case</LinkButton>}
        >
          <p>As soon as you keep cases and supervision, you see here how they go together.</p>
        </EmptyState>
      )}
    </>
  )
}
