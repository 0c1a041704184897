import { requirePermission } from '#app/auth/guards.server.ts'
import { viewSimilarities } from '#app/features/similarity/review-similarity.server.ts'
import { sourceName } from '#app/features/similarity/source-name.ts'
import { pageParam } from '#app/http/params.ts'
import { CohortBreadcrumb } from '#app/ui/cohort-breadcrumb.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'Similar answers · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'similarity.read')
  const page = pageParam(args.request)
  return { page, cohortId: args.params.id, list: await viewSimilarities(actor, args.params.id, page) }
}

export default function Similarities({ loaderData: { page, cohortId, list } }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        above={<CohortBreadcrumb id={cohortId} name={list.cohortName} />}
        title="Similar answers"
        lead="Near-identical passages in two answers, or in an answer and a model answer. That is something to look at and no verdict: people quote, study together, and say the same thing well. Markers do not see this page’s findings about scripts that they still have to mark."
      />
      {list.found.length === 0 ? (
        <EmptyState title="Nothing was found">
          <p>Every answer is compared as soon as it is handed in.</p>
        </EmptyState>
      ) : (
        <Table caption="Findings" hideCaption rows={list.found} rowKey={({ id }) => id} columns={columns(cohortId)} />
      )}
      <Pagination
        page={page}
        pageCount={list.pageCount}
        hrefOf={(to) => `/cohorts/${cohortId}/similarity?page=${to}`}
      />
    </>
  )
}

type Row = Route.ComponentProps['loaderData']['list']['found'][number]

const columns = (cohortId: string): Column<Row>[] => [
  {
    key: 'vignette',
    header: 'Vignette',
    cell: ({ id, vignetteTitle }) => <a href={`/cohorts/${cohortId}/similarity/${id}`}>{vignetteTitle}</a>,
  },
  { key: 'with', header: 'Resembles', cell: sourceName },
  { key: 'share', header: 'Share', numeric: true, cell: ({ share }) => `${Math.round(share * 100)} %` },
  { key: 'passages', header: 'Passages', numeric: true, cell: ({ passages }) => passages },
  { key: 'state', header: 'State', cell: ({ state }) => <State state={state} /> },
]

function State({ state }: Pick<Row, 'state'>) {
  if (state === 'open') return <Tag tone="caution">To look at</Tag>
  return state === 'concern' ? <Tag tone="critical">A concern</Tag> : 'No concern'
}
