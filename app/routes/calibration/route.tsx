import { requirePermission } from '#app/auth/guards.server.ts'
import { can } from '#app/auth/policy.ts'
import { viewMarkers, viewPractice } from '#app/features/calibration/view-calibration.server.ts'
import { requestContext } from '#app/http/context.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'
import { MarkerTable } from './marker-table.tsx'
import { RubricSection } from './rubric-section.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'Calibration · Stance' }]

/** For whoever practises, and for whoever answers for those who do. */
export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'marking.allocate')
  const { now } = args.context.get(requestContext)
  const rubrics = await viewPractice(actor, now)
  const slugs = rubrics.map(({ slug }) => slug)
  const markers = await viewMarkers(actor, slugs, now)
  return { rubrics, markers, practises: can(actor, 'calibration.practise'), zone: actor.timeZone }
}

export default function Calibration({ loaderData: { rubrics, markers, practises, zone } }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title="Calibration"
        lead="Answers that experts have marked. Mark one as you would a trainee’s; their levels and reasons are beside yours at once."
      />
      {rubrics.length === 0 && (
        <EmptyState title="There are no benchmarks yet">
          <p>Nobody has to practise before marking until a rubric has some.</p>
        </EmptyState>
      )}
      <div className="grid gap-section">
        {practises && rubrics.map((rubric) => <RubricSection key={rubric.slug} rubric={rubric} zone={zone} />)}
        {rubrics.length > 0 && <MarkerTable markers={markers} rubrics={rubrics} zone={zone} />}
      </div>
    </>
  )
}
