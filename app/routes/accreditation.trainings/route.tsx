import { requirePermission } from '#app/auth/guards.server.ts'
import { listTrainings } from '#app/features/accreditation/check-training.server.ts'
import { pageParam } from '#app/http/params.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { Status, Tag } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'Trainings to check · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'trainings.check')
  const page = pageParam(args.request)
  const isChecked = args.url.searchParams.get('state') === 'checked'
  return { ...(await listTrainings(actor, { page, isChecked })), page, isChecked, zone: actor.timeZone }
}

export default function TrainingsToCheck({ loaderData }: Route.ComponentProps) {
  const { trainings, page, pageCount, isChecked, zone } = loaderData
  const address = isChecked ? '/accreditation/trainings?state=checked' : '/accreditation/trainings?state=waiting'
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: '/accreditation', label: 'Accreditation' }]} />}
        title="Trainings to check"
        lead="Certificates of training elsewhere. The longest waiting comes first; your own is with somebody else."
      />
      <Tabs label="Trainings" tabs={tabs(isChecked)} />
      <div>
        {trainings.length === 0 ? (
          <EmptyState title={isChecked ? 'Nothing has been checked yet' : 'No certificate waits'} />
        ) : (
          <Table caption="Trainings" hideCaption columns={columns(zone)} rows={trainings} rowKey={({ id }) => id} />
        )}
        <Pagination page={page} pageCount={pageCount} hrefOf={(to) => `${address}&page=${to}`} />
      </div>
    </>
  )
}

const tabs = (isChecked: boolean) => [
  { href: '/accreditation/trainings', label: 'Waiting', current: !isChecked },
  { href: '/accreditation/trainings?state=checked', label: 'Checked', current: isChecked },
]

type Row = Route.ComponentProps['loaderData']['trainings'][number]

const columns = (zone: string): Column<Row>[] => [
  {
    key: 'training',
    header: 'Training',
    cell: ({ id, body, ownerName }) => (
      <>
        <a href={`/accreditation/trainings/${id}`} className="wrap-anywhere">
          {body.title}
        </a>
        <span className="block font-normal text-ink-muted text-sm wrap-anywhere">{ownerName}</span>
      </>
    ),
  },
  {
    key: 'provider',
    header: 'Given by',
    cell: ({ provider, approval }) => (
      <>
        <span className="wrap-anywhere">{provider?.name}</span>{' '}
        {!approval.isApproved && <Tag tone="caution">Not approved on its days</Tag>}
      </>
    ),
  },
  { key: 'sent', header: 'Sent', cell: ({ sentAt }) => <Time value={sentAt} zone={zone} style="short-date" /> },
  { key: 'state', header: 'State', cell: ({ check }) => <State check={check} /> },
]

function State({ check }: Pick<Row, 'check'>) {
  if (!check) return <Status status="waiting" />
  return check.isAccepted ? <Status status="met">Accepted</Status> : <Status status="not-yet">Not accepted</Status>
}
