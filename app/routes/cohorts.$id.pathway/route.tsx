import { requirePermission } from '#app/auth/guards.server.ts'
import { inNumber } from '#app/domain/wording.ts'
import { StandingTable } from '#app/features/pathway/standing-table.tsx'
import { viewCohortPathway } from '#app/features/pathway/view-cohort-pathway.server.ts'
import { requestContext } from '#app/http/context.ts'
import { pageParam } from '#app/http/params.ts'
import { CohortBreadcrumb } from '#app/ui/cohort-breadcrumb.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'Pathway of a cohort · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'cohorts.read')
  const page = pageParam(args.request)
  return { page, view: await viewCohortPathway(actor, args.params.id, page, args.context.get(requestContext).now) }
}

export default function CohortPathway({ loaderData: { view, page } }: Route.ComponentProps) {
  const { cohort, trainees, counts, pages } = view
  return (
    <>
      <PageHeader
        above={<CohortBreadcrumb id={cohort.id} name={cohort.name} />}
        title="On the pathway"
        lead={inNumber(
          counts.all,
          {
            one: '1 trainee: {met} with everything met, {stuck} with nothing new for six weeks or more. What is kept in the portfolio is not shown here.',
            other:
              '{n} trainees: {met} with everything met, {stuck} with nothing new for six weeks or more. What they keep in their portfolios is not shown here.',
          },
          counts,
        )}
      />
      <StandingTable
        caption="Trainees on their pathways, those first for whom nothing new has come the longest"
        standings={trainees}
        empty="Nobody is in this cohort yet."
      />
      <Pagination page={page} pageCount={pages} hrefOf={(to) => `/cohorts/${cohort.id}/pathway?page=${to}`} />
    </>
  )
}
