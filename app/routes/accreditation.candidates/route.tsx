import { requirePermission } from '#app/auth/guards.server.ts'
import { inNumber } from '#app/domain/wording.ts'
import { StandingTable } from '#app/features/pathway/standing-table.tsx'
import { viewPathwayCandidates } from '#app/features/pathway/view-pathway-candidates.server.ts'
import { requestContext } from '#app/http/context.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import type { Route } from './+types/route'
import { Filters } from './filters.tsx'
import { pageHref, readQuery } from './query.ts'

export const meta: Route.MetaFunction = () => [{ title: 'Candidates on their pathways · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  await requirePermission(args, 'pathways.oversee')
  const query = readQuery(args.request.url)
  return { query, list: await viewPathwayCandidates(query, args.context.get(requestContext).now) }
}

export default function PathwayCandidates({ loaderData: { query, list } }: Route.ComponentProps) {
  const { candidates, pathways, total, pages } = list
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: '/accreditation', label: 'Accreditation' }]} />}
        title="Candidates on their pathways"
        lead="Everybody who follows a pathway or keeps a portfolio."
      />
      <Filters query={query} pathways={pathways} />
      <p className="mb-3 text-ink-muted">{inNumber(total, { one: '1 person', other: '{n} people' })}</p>
      <StandingTable
        caption="Candidates on their pathways, those first for whom nothing new has come the longest"
        standings={candidates}
        empty="Nobody fits this choice."
      />
      <Pagination page={query.page} pageCount={pages} hrefOf={(page) => pageHref(query, page)} />
    </>
  )
}
