import { requirePermission } from '#app/auth/guards.server.ts'
import { type ReflectionView, viewReflections } from '#app/features/portfolio/view-reflections.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { formatTime, Time } from '#app/ui/time.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'Reflections · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'portfolio.keep')
  return { ...(await viewReflections(actor)), timeZone: actor.timeZone }
}

export default function Reflections({ loaderData }: Route.ComponentProps) {
  const { reflections, underWaySince, timeZone } = loaderData
  const write = (
    <LinkButton href="/portfolio/reflections/new">{underWaySince ? 'Go on writing' : 'Write a reflection'}</LinkButton>
  )
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: '/portfolio', label: 'Portfolio' }]} />}
        title="Reflections"
        actions={(reflections.length > 0 || underWaySince) && write}
      />
      <div className="grid gap-8">
        {underWaySince && (
          <Notice title="One is under way">
            <p>
              Saved {formatTime(underWaySince, timeZone, 'date-time')}. It is yours alone and counts once you keep it.
            </p>
          </Notice>
        )}
        {reflections.length === 0 && !underWaySince ? (
          <EmptyState title="No reflection yet" actions={write}>
            <p>
              In four steps: what happened, what went on in you, what it was worth, and what you make of it. Your
              supervisor and accreditation staff may read it.
            </p>
          </EmptyState>
        ) : (
          <ReflectionList reflections={reflections} />
        )}
      </div>
    </>
  )
}

function ReflectionList({ reflections }: { reflections: readonly ReflectionView[] }) {
  return (
    <ul>
      {reflections.map(({ id, body, caseCode }) => (
        <li key={id} className="grid gap-1 border-line border-t py-4 last:border-b">
          <p className="text-ink-muted text-sm">
            <Time value={body.on} zone="UTC" />
            {caseCode && `, on ${caseCode}`}
          </p>
          <p className="flex flex-wrap items-baseline gap-3 text-lg">
            <a href={`/portfolio/reflections/${id}`} className="font-serif">
              {body.title}
            </a>
            {body.isReport && <Tag tone="primary">Reflective report</Tag>}
          </p>
        </li>
      ))}
    </ul>
  )
}
