import { requirePermission } from '#app/auth/guards.server.ts'
import { type Forms, inNumber } from '#app/domain/wording.ts'
import { type StatusFilter, viewStatuses } from '#app/features/credentials/statuses/view-statuses.server.ts'
import { requestContext } from '#app/http/context.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import type { Route } from './+types/route'
import { Filters } from './filters.tsx'
import { listHref, readQuery } from './query.ts'
import { StatusTable } from './status-table.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'Statuses to issue · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const officer = await requirePermission(args, 'certificates.issue')
  const query = readQuery(args.request.url)
  return { query, list: await viewStatuses(officer, query, args.context.get(requestContext).now) }
}

const words: Record<StatusFilter['state'], { button: string; empty: string; caption: Forms }> = {
  waiting: {
    button: 'See what those ticked would say',
    empty: 'No status waits to be issued.',
    caption: { one: '1 status waits', other: '{n} statuses wait, the longest first' },
  },
  prepared: {
    button: 'Look at those ticked',
    empty: 'Nothing waits for a second person.',
    caption: { one: '1 waits for a second person', other: '{n} wait for a second person' },
  },
  issued: {
    button: 'See the notes of those ticked',
    empty: 'No status has been issued yet.',
    caption: { one: '1 status', other: '{n} statuses, the newest first' },
  },
}

export default function Statuses({ loaderData: { query, list } }: Route.ComponentProps) {
  const { button, empty, caption } = words[query.state]
  const isFiltered = Boolean(query.pathway || query.name)
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: '/accreditation', label: 'Accreditation' }]} />}
        title="Statuses to issue"
        lead="Every application that was approved. Tick whose status you want to issue, with its specialist notes; you see each one before it is issued."
      />
      <Filters query={query} pathways={list.pathways} />
      <form method="get" action="/accreditation/statuses/issue" className="grid gap-6">
        {list.statuses.some(({ isOwn, isBarred }) => !isOwn && !isBarred) && (
          <div>
            <Button>{button}</Button>
          </div>
        )}
        <StatusTable
          statuses={list.statuses}
          isIssued={query.state === 'issued'}
          caption={inNumber(list.total, caption)}
          empty={isFiltered ? 'Nobody fits this choice.' : empty}
        />
      </form>
      <Pagination page={query.page} pageCount={list.pageCount} hrefOf={(page) => listHref(query, { page })} />
    </>
  )
}
