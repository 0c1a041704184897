import { requirePermission } from '#app/auth/guards.server.ts'
import { APPEAL_GROUNDS } from '#app/domain/appeals.ts'
import { readAppeals } from '#app/features/review/read-appeals.server.ts'
import { pageParam } from '#app/http/params.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'Appeals · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'appeals.decide')
  const page = pageParam(args.request)
  return { ...(await readAppeals(actor, page)), page, zone: actor.timeZone }
}

export default function Appeals({ loaderData: { appeals, page, pageCount, zone } }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title="Appeals"
        lead="Those in which you had no part: you neither marked, released nor moderated the answer. The longest waiting comes first."
      />
      {appeals.length === 0 ? (
        <EmptyState title="No appeal waits for you">
          <p>Trainees can appeal within ten working days of their marks, on procedure, bias or new evidence.</p>
        </EmptyState>
      ) : (
        <Table caption="Appeals" hideCaption rows={appeals} rowKey={({ id }) => id} columns={columns(zone)} />
      )}
      <Pagination page={page} pageCount={pageCount} hrefOf={(to) => `/appeals?page=${to}`} />
    </>
  )
}

type Row = Route.ComponentProps['loaderData']['appeals'][number]

const columns = (zone: string): Column<Row>[] => [
  {
    key: 'lodged',
    header: 'Sent',
    cell: ({ id, lodgedAt }) => (
      <a href={`/appeals/${id}`}>
        <Time value={lodgedAt} zone={zone} style="date-time" />
      </a>
    ),
  },
  { key: 'ground', header: 'Ground', cell: ({ ground }) => APPEAL_GROUNDS[ground].title },
  { key: 'vignette', header: 'Vignette', cell: ({ vignetteTitle }) => vignetteTitle },
  { key: 'state', header: 'State', cell: (appeal) => <State {...appeal} /> },
]

function State({ outcome, handler }: Row) {
  if (outcome) return outcome === 'upheld' ? 'Upheld' : 'Not upheld'
  if (handler === 'you') return <Tag tone="caution">With you</Tag>
  return handler ? 'With somebody else' : <Tag tone="caution">Waiting</Tag>
}
