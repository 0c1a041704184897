import { requirePermission } from '#app/auth/guards.server.ts'
import { inNumber } from '#app/domain/wording.ts'
import { viewCredentials } from '#app/features/credentials/desk/view-credentials.server.ts'
import { requestContext } from '#app/http/context.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { StateTag } from '#app/ui/state-tag.tsx'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Route } from './+types/route'
import { Filters } from './filters.tsx'
import { pageHref, readQuery } from './query.ts'

export const meta: Route.MetaFunction = () => [{ title: 'All credentials · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const officer = await requirePermission(args, 'certificates.issue')
  const filter = readQuery(args.request.url)
  return { filter, ...(await viewCredentials(officer, filter, args.context.get(requestContext).now)) }
}

export default function Credentials({ loaderData }: Route.ComponentProps) {
  const { filter, credentials, total, pageCount } = loaderData
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: '/accreditation', label: 'Accreditation' }]} />}
        title="All credentials"
        lead="Every certificate, status and note that was ever issued, as it stands today."
      />
      <Filters filter={filter} />
      <Table
        caption={inNumber(total, { one: '1 credential', other: '{n} credentials, the newest first' })}
        rows={credentials}
        rowKey={({ number }) => number}
        empty="Nothing that was issued fits this choice."
        isDense
        columns={[
          {
            key: 'name',
            header: 'Name as printed',
            cell: ({ holderName }) => <bdi className="wrap-anywhere">{holderName}</bdi>,
          },
          { key: 'title', header: 'What for', speaksForItself: true, cell: ({ title }) => title },
          {
            key: 'number',
            header: 'Number',
            speaksForItself: true,
            cell: ({ number }) => <NumberLink number={number} />,
          },
          {
            key: 'state',
            header: 'Today',
            speaksForItself: true,
            cell: ({ state, isAsked }) => (
              <>
                <StateTag state={state} />
                {isAsked && <span className="block text-ink-muted text-sm">A correction is asked for</span>}
              </>
            ),
          },
          {
            key: 'issued',
            header: 'Issued',
            cell: ({ issuedAt }) => <Time value={issuedAt} zone="UTC" style="short-date" />,
          },
          {
            key: 'until',
            header: 'Until',
            cell: ({ validUntil }) =>
              validUntil ? (
                <Time value={validUntil} zone="UTC" style="short-date" />
              ) : (
                <span className="text-ink-muted">No end</span>
              ),
          },
        ]}
      />
      <Pagination page={filter.page} pageCount={pageCount} hrefOf={(page) => pageHref(filter, page)} />
    </>
  )
}

const NumberLink = ({ number }: { number: string }) => (
  <a href={`/accreditation/credentials/${number}`} className="tabular-nums wrap-anywhere sm:whitespace-nowrap">
    {number}
  </a>
)
