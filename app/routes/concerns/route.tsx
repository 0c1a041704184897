import { requirePermission } from '#app/auth/guards.server.ts'
import { readConcerns } from '#app/features/concerns/read-concerns.server.ts'
import { pageParam } from '#app/http/params.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'Safety concerns · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'concerns.read')
  const page = pageParam(args.request)
  return { ...(await readConcerns(page)), page, zone: actor.timeZone }
}

export default function Concerns({ loaderData: { concerns, page, pageCount, zone } }: Route.ComponentProps) {
  return (
    <>
      <PageHeader title="Safety concerns" lead="Raised by anybody who is signed in. The longest waiting comes first." />
      {concerns.length === 0 ? (
        <EmptyState title="No concern has been raised">
          When one is, everybody who reads them is told at once.
        </EmptyState>
      ) : (
        <Table
          caption="Concerns"
          hideCaption
          rows={concerns}
          rowKey={(concern) => concern.id}
          columns={columns(zone)}
        />
      )}
      <Pagination page={page} pageCount={pageCount} hrefOf={(to) => `/concerns?page=${to}`} />
    </>
  )
}

type Row = Route.ComponentProps['loaderData']['concerns'][number]

const columns = (zone: string): Column<Row>[] => [
  {
    key: 'raised',
    header: 'Raised',
    cell: ({ id, raisedAt }) => (
      <a href={`/concerns/${id}`}>
        <Time value={raisedAt} zone={zone} style="date-time" />
      </a>
    ),
  },
  { key: 'by', header: 'By', cell: ({ raisedBy }) => raisedBy },
  {
    key: 'state',
    header: 'State',
    cell: ({ closedAt }) =>
      closedAt ? (
        <>
          Closed on <Time value={closedAt} zone={zone} />
        </>
      ) : (
        <Tag tone="caution">Open</Tag>
      ),
  },
]
