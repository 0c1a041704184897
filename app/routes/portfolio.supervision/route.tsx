import { requirePermission } from '#app/auth/guards.server.ts'
import { writtenMinutes } from '#app/domain/portfolio/words.ts'
import { COUNTERSIGNING } from '#app/features/portfolio/ask-button.tsx'
import { viewSupervision } from '#app/features/portfolio/view-supervision.server.ts'
import { requestContext } from '#app/http/context.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { StatGroup } from '#app/ui/stat.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import type { Route } from './+types/route'
import { Gaps } from './gaps.tsx'
import { MonthCalendars } from './month-calendars.tsx'
import { SessionsByMonth } from './sessions-by-month.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'Supervision · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'portfolio.keep')
  const log = await viewSupervision(actor, args.context.get(requestContext).now)
  const isCalendar = new URL(args.request.url).searchParams.get('view') === 'calendar'
  return { log, isCalendar, timeZone: actor.timeZone }
}

export default function Supervision({ loaderData: { log, isCalendar, timeZone } }: Route.ComponentProps) {
  const add = <LinkButton href="/portfolio/supervision/new">Log a session</LinkButton>
  const { sessions, totals, months, gaps } = log
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: '/portfolio', label: 'Portfolio' }]} />}
        title="Supervision"
        actions={
          sessions.length > 0 && (
            <>
              {add}
              <LinkButton href="/portfolio/supervision/new?repeat=last" variant="secondary">
                Repeat the last
              </LinkButton>
              <LinkButton href={COUNTERSIGNING} variant="secondary">
                Ask for signatures
              </LinkButton>
            </>
          )
        }
      />
      {sessions.length === 0 ? (
        <EmptyState title="No supervision yet" actions={add}>
          <p>
            Log each session when it is over: it takes less than a minute. Your supervisor countersigns it, and from
            then on it counts.
          </p>
        </EmptyState>
      ) : (
        <div className="grid gap-8">
          <StatGroup
            stats={[
              { label: 'Sessions', value: sessions.length },
              { label: 'In all', value: writtenMinutes(totals.minutes) },
              { label: 'Countersigned', value: writtenMinutes(totals.countersignedMinutes) },
            ]}
          />
          <Gaps gaps={gaps} />
          <div>
            <Tabs
              label="Supervision"
              tabs={[
                { href: '/portfolio/supervision', label: 'List', current: !isCalendar },
                { href: '/portfolio/supervision?view=calendar', label: 'Calendar', current: isCalendar },
              ]}
            />
            {isCalendar ? (
              <MonthCalendars months={months} sessions={sessions} gaps={gaps} />
            ) : (
              <SessionsByMonth sessions={sessions} timeZone={timeZone} />
            )}
          </div>
        </div>
      )}
    </>
  )
}
