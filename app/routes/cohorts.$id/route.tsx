import { data } from 'react-router'
import { z } from 'zod'
import { requirePermission } from '#app/auth/guards.server.ts'
import { inList } from '#app/domain/listing.ts'
import { viewCohort } from '#app/features/cohorts/view-cohort.server.ts'
import { viewWaits } from '#app/features/cohorts/view-waits.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { formatTime } from '#app/ui/time.tsx'
import type { Route } from './+types/route'
import { AddTrainee } from './add-trainee.tsx'
import { changeCohort } from './cohort-action.server.ts'
import { cohortPagesFor } from './cohort-pages.ts'
import { Deadlines } from './deadlines.tsx'
import { TraineeTable } from './trainee-table.tsx'
import { Waits } from './waits.tsx'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.cohort.name ?? 'Cohort'} · Stance` },
]

const pageNumber = z.coerce.number().int().min(1).max(10_000).catch(1)

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'cohorts.read')
  const page = pageNumber.parse(new URL(args.request.url).searchParams.get('page'))
  const { now } = args.context.get(requestContext)
  const { id } = args.params
  const [cohort, waits] = await Promise.all([viewCohort(actor, id, page, now), viewWaits(actor, id)])
  return { page, timeZone: actor.timeZone, cohort, waits, pages: cohortPagesFor(actor, cohort.id) }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'cohorts.manage')
  const { now } = args.context.get(requestContext)
  const changed = await changeCohort(actor, args.params.id, args.request, now)
  if ('fault' in changed) return data({ fault: changed.fault }, { status: 400 })
  return redirectWithFlash(`/cohorts/${args.params.id}`, changed.done)
}

export default function Cohort({
  loaderData: { cohort, page, timeZone, pages, waits },
  actionData,
}: Route.ComponentProps) {
  const fault = actionData?.fault
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: '/cohorts', label: 'Cohorts' }]} />}
        eyebrow={cohort.courseTitle}
        title={cohort.name}
        lead={
          cohort.leads.length > 0
            ? `${period(cohort)}. Led by ${inList(cohort.leads)}.`
            : `${period(cohort)}. Led by nobody at the moment.`
        }
        actions={
          <>
            <LinkButton href="#email" variant="secondary">
              Add a trainee
            </LinkButton>
            <LinkButton href="#deadlines" variant="secondary">
              Deadlines
            </LinkButton>
          </>
        }
      />
      <Tabs label="Pages of this cohort" tabs={pages} />
      <div className="mb-8 empty:hidden">
        <Waits cohortId={cohort.id} waits={waits} />
      </div>
      <section aria-labelledby="trainees" className="mb-section">
        <h2 id="trainees" className="mb-4 text-2xl">
          Trainees <span className="text-ink-muted">{cohort.trainees}</span>
        </h2>
        <TraineeTable members={cohort.members} />
        <Pagination page={page} pageCount={cohort.pages} hrefOf={(number) => `/cohorts/${cohort.id}?page=${number}`} />
        <AddTrainee fault={fault} />
      </section>
      <Deadlines vignettes={cohort.vignetteDeadlines} timeZone={timeZone} fault={fault} />
    </>
  )
}

function period({ startsOn, endsOn }: { startsOn: string; endsOn: string | null }): string {
  const starts = formatTime(startsOn, 'UTC')
  return endsOn ? `${starts} to ${formatTime(endsOn, 'UTC')}` : `From ${starts}, with no end set`
}
