import { z } from 'zod'
import { requirePermission } from '#app/auth/guards.server.ts'
import { listCohorts } from '#app/features/cohorts/list-cohorts.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'Cohorts · Stance' }]

const pageNumber = z.coerce.number().int().min(1).max(10_000).catch(1)

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'cohorts.read')
  const page = pageNumber.parse(new URL(args.request.url).searchParams.get('page'))
  const isAdministrator = actor.roles.includes('administrator')
  return { isAdministrator, page, ...(await listCohorts(actor, page)) }
}

export default function Cohorts({ loaderData: { isAdministrator, cohorts, page, pages } }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title="Cohorts"
        lead={
          isAdministrator ? 'Every group that takes a course together.' : 'The groups that you lead through a course.'
        }
        actions={<LinkButton href="/cohorts/new">New cohort</LinkButton>}
      />
      <Table
        caption="Cohorts"
        hideCaption
        rows={cohorts}
        rowKey={({ id }) => id}
        isDense
        columns={[
          { key: 'name', header: 'Cohort', cell: ({ id, name }) => <a href={`/cohorts/${id}`}>{name}</a> },
          { key: 'course', header: 'Course', speaksForItself: true, cell: ({ courseTitle }) => courseTitle },
          { key: 'starts', header: 'Starts', cell: ({ startsOn }) => <Day value={startsOn} /> },
          { key: 'ends', header: 'Ends', cell: ({ endsOn }) => (endsOn ? <Day value={endsOn} /> : 'Open') },
          { key: 'trainees', header: 'Trainees', numeric: true, cell: ({ trainees }) => trainees },
        ]}
        empty={<NoCohorts isAdministrator={isAdministrator} />}
      />
      <Pagination page={page} pageCount={pages} hrefOf={(number) => `/cohorts?page=${number}`} />
    </>
  )
}

const Day = ({ value }: { value: string }) => <Time value={value} zone="UTC" style="short-date" />

const NoCohorts = ({ isAdministrator }: { isAdministrator: boolean }) => (
  <EmptyState title={isAdministrator ? 'No cohort yet' : 'You lead no cohort yet'}>
    <p>A cohort is a group that takes one course together, with its own deadlines for the vignettes.</p>
  </EmptyState>
)
