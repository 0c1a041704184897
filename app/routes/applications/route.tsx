import { requirePermission } from '#app/auth/guards.server.ts'
import { applicationStateNames } from '#app/domain/application.ts'
import { isFeeOpen } from '#app/domain/billing/fee.ts'
import { type Profession, professionNames } from '#app/domain/people.ts'
import { viewApplications } from '#app/features/accreditation/view-applications.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { Status, Tag } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'Applications · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'applications.read')
  const query = new URL(args.request.url).searchParams
  const isOpen = query.get('state') !== 'closed'
  const page = Math.max(1, Math.trunc(Number(query.get('page'))) || 1)
  const kind = kindIn(query.get('kind'))
  return { ...(await viewApplications(actor, { isOpen, page, kind })), isOpen, page, kind, zone: actor.timeZone }
}

type Kind = 'first' | 'renewal' | null

const kindIn = (value: string | null): Kind => (value === 'first' || value === 'renewal' ? value : null)

/** What a filter is called, in the order in which they are offered. */
const KINDS = [
  [null, 'All of them'],
  ['first', 'First applications'],
  ['renewal', 'Renewals'],
] as const

const hrefOf = (isOpen: boolean, kind: Kind) =>
  `/applications?state=${isOpen ? 'open' : 'closed'}${kind ? `&kind=${kind}` : ''}`

export default function Applications({ loaderData }: Route.ComponentProps) {
  const { applications, isOpen, page, pageCount, kind, zone } = loaderData
  return (
    <>
      <PageHeader
        title="Applications"
        lead="For a practitioner status. Whatever waits longest comes first; the platform shows what is met and why, and a person decides."
      />
      <Tabs
        label="Applications"
        tabs={[
          { href: hrefOf(true, kind), label: 'Open', current: isOpen },
          { href: hrefOf(false, kind), label: 'Closed', current: !isOpen },
        ]}
      />
      <nav aria-label="Which applications" className="flex flex-wrap gap-x-6">
        {KINDS.map(([value, label]) => (
          <a
            key={label}
            href={hrefOf(isOpen, value)}
            aria-current={kind === value ? 'true' : undefined}
            className="inline-flex min-h-target items-center aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
          >
            {label}
          </a>
        ))}
      </nav>
      <div>
        {applications.length === 0 ? (
          <EmptyState title={isOpen ? 'No application waits' : 'No application is closed yet'} />
        ) : (
          <Table
            caption="Applications"
            hideCaption
            columns={columns(zone)}
            rows={applications}
            rowKey={({ id }) => id}
          />
        )}
        <Pagination page={page} pageCount={pageCount} hrefOf={(to) => `${hrefOf(isOpen, kind)}&page=${to}`} />
      </div>
    </>
  )
}

type Row = Route.ComponentProps['loaderData']['applications'][number]

const columns = (zone: string): Column<Row>[] => [
  {
    key: 'applicant',
    header: 'Applicant',
    cell: ({ id, applicant, profession }) => (
      <>
        <a href={`/applications/${id}`} className="wrap-anywhere">
          {applicant}
        </a>
        <span className="block font-normal text-ink-muted text-sm">{professionNames[profession as Profession]}</span>
      </>
    ),
  },
  { key: 'pathway', header: 'Pathway', cell: (row) => <Pathway row={row} /> },
  {
    key: 'moved',
    header: 'Waiting since',
    cell: ({ movedAt }) => <Time value={movedAt} zone={zone} style="short-date" />,
  },
  { key: 'state', header: 'State', cell: (row) => <State row={row} /> },
]

const Pathway = ({ row: { pathwayTitle, isRenewal } }: { row: Row }) => (
  <>
    {pathwayTitle}
    {isRenewal && <span className="block text-ink-muted text-sm">Renewal</span>}
  </>
)

const statusOf = {
  submitted: 'waiting',
  more_asked: 'under-way',
  approved: 'met',
  refused: 'not-yet',
  withdrawn: 'locked',
} as const

const State = ({ row: { state, fee, isReferred, isBarred, hasOpenAppeal } }: { row: Row }) => (
  <span className="flex flex-wrap gap-2">
    <Status status={statusOf[state]}>{applicationStateNames[state]}</Status>
    {isFeeOpen(fee) && <Tag tone="caution">Fee not paid</Tag>}
    {fee.state === 'paid' && fee.owedMinor > 0 && <Tag tone="caution">Refund due</Tag>}
    {isReferred && state === 'submitted' && <Tag tone="primary">Referred</Tag>}
    {hasOpenAppeal && <Tag tone="caution">Appeal</Tag>}
    {isBarred && <Tag tone="caution">Not for you</Tag>}
  </span>
)
