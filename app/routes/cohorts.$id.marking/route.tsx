import { data } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { viewCohortMarking } from '#app/features/marking/view-cohort-marking.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { CohortBreadcrumb } from '#app/ui/cohort-breadcrumb.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'
import { AllocateForm } from './allocate-form.tsx'
import { AllocationPreview } from './allocation-preview.tsx'
import { changeMarking } from './change-marking.server.ts'
import { MarkerTable } from './marker-table.tsx'
import { PolicyForm } from './policy-form.tsx'
import { PolicyHistory } from './policy-history.tsx'
import { VignetteTable } from './vignette-table.tsx'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `Marking of ${loaderData?.cohort.name ?? 'a cohort'} · Stance` },
]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'marking.allocate')
  const { now } = args.context.get(requestContext)
  // Another chance for every page: the same shares do not always fall to the same markers.
  const seed = crypto.randomUUID()
  return { timeZone: actor.timeZone, seed, cohort: await viewCohortMarking(actor, args.params.id, now) }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'marking.allocate')
  const { now } = args.context.get(requestContext)
  const changed = await changeMarking(actor, args.params.id, args.request, now)
  if ('done' in changed) return redirectWithFlash(`/cohorts/${args.params.id}/marking`, changed.done)
  return data(changed, { status: 'fault' in changed ? 400 : 200 })
}

export default function CohortMarking({ loaderData: { cohort, seed, timeZone }, actionData }: Route.ComponentProps) {
  const faultOf = (of: 'policy' | 'allocation') =>
    actionData && 'fault' in actionData && actionData.of === of ? actionData.fault : undefined
  return (
    <>
      <PageHeader
        above={<CohortBreadcrumb id={cohort.id} name={cohort.name} />}
        title="Marking"
        lead="Who marks how many answers of this cohort, and by which rules. Nothing here tells whose an answer is."
      />
      <div className="grid gap-section">
        {actionData && 'preview' in actionData && (
          <AllocationPreview cohortId={cohort.id} preview={actionData.preview} form={actionData.form} />
        )}
        <VignetteTable vignettes={cohort.vignettes} />
        <MarkerTable cohortId={cohort.id} markers={cohort.markers} />
        <AllocateForm cohort={cohort} seed={seed} fault={faultOf('allocation')} />
        <PolicyForm cohort={cohort} timeZone={timeZone} fault={faultOf('policy')} />
        <PolicyHistory policies={cohort.policies} markers={cohort.markers} timeZone={timeZone} />
      </div>
    </>
  )
}
