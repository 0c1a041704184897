import { requirePermission } from '#app/auth/guards.server.ts'
import { viewOwnSessions } from '#app/features/cohorts/view-own-sessions.server.ts'
import { requestContext } from '#app/http/context.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'
import { SessionList } from './session-list.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'Live sessions · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'learning.study')
  const { now } = args.context.get(requestContext)
  return { cohorts: await viewOwnSessions(actor, now), timeZone: actor.timeZone }
}

export default function OwnSessions({ loaderData: { cohorts, timeZone } }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: '/learn', label: 'My learning' }]} />}
        title="Live sessions"
        lead="When your cohort meets, in your own time, with the materials of each session."
      />
      {cohorts.length === 0 && (
        <EmptyState title="No session is planned for you">
          <p>Live sessions belong to a cohort. When a training lead plans one for yours, you are told.</p>
        </EmptyState>
      )}
      <div className="grid gap-section">
        {cohorts.map(({ cohortId, cohortName, courseTitle, toCome, past }) => (
          <section key={cohortId} aria-labelledby={`cohort-${cohortId}`} className="grid gap-8">
            <div>
              <p className="mb-1 font-serif text-accent-ink italic">{courseTitle}</p>
              <h2 id={`cohort-${cohortId}`} className="text-2xl">
                {cohortName}
              </h2>
            </div>
            {toCome.length > 0 && <SessionList title="To come" sessions={toCome} timeZone={timeZone} />}
            {past.length > 0 && <SessionList title="Past" sessions={past} timeZone={timeZone} />}
          </section>
        ))}
      </div>
    </>
  )
}
