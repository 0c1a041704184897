import { requirePermission } from '#app/auth/guards.server.ts'
import { trainingKindNames } from '#app/domain/portfolio/words.ts'
import { TrainingStandingTag } from '#app/features/portfolio/training-standing-tag.tsx'
import { viewTrainings } from '#app/features/portfolio/view-trainings.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'Training elsewhere · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'portfolio.keep')
  return { trainings: await viewTrainings(actor) }
}

export default function Trainings({ loaderData: { trainings } }: Route.ComponentProps) {
  const add = <LinkButton href="/portfolio/trainings/new">Enter a training</LinkButton>
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: '/portfolio', label: 'Portfolio' }]} />}
        title="Training elsewhere"
        lead="Courses that others gave, with their certificates. One counts when staff have found its certificate in order and its provider was approved on its days."
        actions={trainings.length > 0 && add}
      />
      {trainings.length === 0 ? (
        <EmptyState title="No training entered yet" actions={add}>
          <p>Have the certificate at hand, as a PDF or a photograph. What you did on this platform counts by itself.</p>
        </EmptyState>
      ) : (
        <Table caption="Trainings" hideCaption columns={columns} rows={trainings} rowKey={({ id }) => id} />
      )}
    </>
  )
}

type Row = Route.ComponentProps['loaderData']['trainings'][number]

const columns: Column<Row>[] = [
  {
    key: 'title',
    header: 'Training',
    cell: ({ id, body }) => (
      <>
        <a href={`/portfolio/trainings/${id}`} className="wrap-anywhere">
          {body.title}
        </a>
        <span className="block font-normal text-ink-muted text-sm">{trainingKindNames[body.training]}</span>
      </>
    ),
  },
  {
    key: 'provider',
    header: 'Given by',
    cell: ({ provider }) => <span className="wrap-anywhere">{provider.name}</span>,
  },
  { key: 'on', header: 'Ended', cell: ({ body }) => <Time value={body.endedOn} zone="UTC" style="short-date" /> },
  { key: 'days', header: 'Days', numeric: true, cell: ({ body }) => body.days },
  { key: 'state', header: 'Stands', cell: ({ standing }) => <TrainingStandingTag standing={standing} /> },
]
