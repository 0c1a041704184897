import { data } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { viewStandard } from '#app/features/standards/view-standard.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import type { Route } from './+types/route'
import { AdoptCut } from './adopt-cut.tsx'
import { Borderline } from './borderline.tsx'
import { CutInForce } from './cut-in-force.tsx'
import { Exercise } from './exercise.tsx'
import { changeStandard } from './standard-action.server.ts'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `Pass standard · ${loaderData?.view.cohortName ?? 'Cohort'} · Stance` },
]

const vignetteOf = (request: Request) => new URL(request.url).searchParams.get('vignette')

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'standards.set')
  const view = await viewStandard(actor, args.params.id, vignetteOf(args.request))
  return { view, timeZone: actor.timeZone }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'standards.set')
  const { now } = args.context.get(requestContext)
  const where = { cohortId: args.params.id, vignetteSlug: vignetteOf(args.request) ?? '' }
  const changed = await changeStandard(actor, where, args.request, now)
  if ('fault' in changed) return data({ fault: changed.fault }, { status: 400 })
  return redirectWithFlash(
    `/cohorts/${where.cohortId}/standard?vignette=${where.vignetteSlug}`,
    changed.done,
    changed.tone,
  )
}

export default function Standard({ loaderData: { view, timeZone }, actionData }: Route.ComponentProps) {
  const { cohortId, cohortName, isLed, vignettes, shown } = view
  const address = `/cohorts/${cohortId}/standard`
  const fault = actionData?.fault
  const tabs = vignettes.map(({ slug, title }) => ({
    href: `${address}?vignette=${slug}`,
    label: title,
    current: slug === shown?.slug,
  }))
  return (
    <>
      <PageHeader
        above={
          <Breadcrumb
            trail={[
              { href: '/cohorts', label: 'Cohorts' },
              ...(isLed ? [{ href: `/cohorts/${cohortId}`, label: cohortName }] : []),
            ]}
          />
        }
        eyebrow={isLed ? undefined : cohortName}
        title="Pass standard"
        lead="Methods propose a cut; a person adopts it, with a reason. It holds for marks that are decided afterwards, and nothing is decided again."
      />
      {tabs.length > 1 && <Tabs label="Vignettes" tabs={tabs} />}
      {shown ? (
        <div className="grid gap-section">
          <CutInForce {...shown} timeZone={timeZone} />
          <Exercise {...shown} isLed={isLed} action={`${address}?vignette=${shown.slug}`} fault={fault} />
          <Borderline result={shown.borderline} />
          {isLed && <AdoptCut {...shown} action={`${address}?vignette=${shown.slug}`} fault={fault} />}
        </div>
      ) : (
        <EmptyState title="No vignette that people mark">
          <p>This cohort’s course has no vignette that is marked by a rubric.</p>
        </EmptyState>
      )}
    </>
  )
}
