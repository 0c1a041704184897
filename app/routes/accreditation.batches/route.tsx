import { requirePermission } from '#app/auth/guards.server.ts'
import { viewOwnBatches } from '#app/features/credentials/desk/view-batches.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'Your batches · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const officer = await requirePermission(args, 'certificates.issue')
  return { batches: await viewOwnBatches(officer), zone: officer.timeZone }
}

export default function Batches({ loaderData: { batches, zone } }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: '/accreditation', label: 'Accreditation' }]} />}
        title="Your batches"
        lead="Certificates that you had issued all at once."
      />
      <Table
        caption="Your batches, the newest first"
        hideCaption
        rows={batches}
        rowKey={({ id }) => id}
        empty="You have not issued any in a batch."
        columns={[
          {
            key: 'begun',
            header: 'Begun',
            cell: ({ id, createdAt }) => (
              <a href={`/accreditation/batches/${id}`}>
                <Time value={createdAt} zone={zone} style="date-time" />
              </a>
            ),
          },
          { key: 'count', header: 'Certificates', numeric: true, cell: ({ count }) => count },
          { key: 'issued', header: 'Issued', numeric: true, cell: ({ issued }) => issued },
          { key: 'refused', header: 'Refused', numeric: true, cell: ({ refused }) => refused },
          { key: 'state', header: 'State', cell: ({ finishedAt }) => (finishedAt ? 'Finished' : 'Under way') },
        ]}
      />
    </>
  )
}
