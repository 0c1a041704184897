import { requirePermission } from '#app/auth/guards.server.ts'
import { inNumber } from '#app/domain/wording.ts'
import { computeAgain, viewAgreement } from '#app/features/agreement/view-agreement.server.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { CohortBreadcrumb } from '#app/ui/cohort-breadcrumb.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { formatTime } from '#app/ui/time.tsx'
import type { Route } from './+types/route'
import { Report } from './report.tsx'
import { ReportActions } from './report-actions.tsx'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `Agreement · ${loaderData?.page.cohortName ?? 'Cohort'} · Stance` },
]

const vignetteOf = (request: Request) => new URL(request.url).searchParams.get('vignette')

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'agreement.read')
  const page = await viewAgreement(actor, args.params.id, vignetteOf(args.request))
  return { page, timeZone: actor.timeZone }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'agreement.read')
  const { slug } = await computeAgain(actor, args.params.id, vignetteOf(args.request))
  return redirectWithFlash(
    `/cohorts/${args.params.id}/agreement?vignette=${slug}`,
    'It is being worked out. Open this page again in a moment.',
    'info',
  )
}

export default function Agreement({ loaderData: { page, timeZone } }: Route.ComponentProps) {
  const { cohortId, cohortName, vignettes, shown } = page
  const address = `/cohorts/${cohortId}/agreement`
  return (
    <>
      <PageHeader
        above={<CohortBreadcrumb id={cohortId} name={cohortName} />}
        title="Agreement between markers"
        lead={shown?.body ? whatItRestsOn(shown.body, shown.computedAt, timeZone) : undefined}
        actions={shown && <ReportActions address={address} slug={shown.slug} hasMarks={Boolean(shown.body?.scripts)} />}
      />
      {vignettes.length > 1 && (
        <Tabs
          label="Vignettes"
          tabs={vignettes.map(({ slug, title }) => ({
            href: `${address}?vignette=${slug}`,
            label: title,
            current: slug === shown?.slug,
          }))}
        />
      )}
      <Report shown={shown} />
    </>
  )
}

function whatItRestsOn(
  { scripts, rubricVersions }: { scripts: number; rubricVersions: number },
  computedAt: string | null,
  timeZone: string,
) {
  return [
    inNumber(scripts, {
      one: 'From 1 script with two marks locked before any discussion, double-marked for all or at random.',
      other: 'From {n} scripts with two marks locked before any discussion, double-marked for all or at random.',
    }),
    rubricVersions > 1 && `They were marked by ${rubricVersions} versions of the rubric.`,
    computedAt && `Worked out on ${formatTime(computedAt, timeZone, 'date-time')}.`,
  ]
    .filter(Boolean)
    .join(' ')
}
