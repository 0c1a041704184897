import { requirePermission } from '#app/auth/guards.server.ts'
import { cpdMethodNames } from '#app/domain/portfolio/words.ts'
import { viewCpd } from '#app/features/portfolio/view-cpd.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Route } from './+types/route'
import { MeasuredCourses } from './measured-courses.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'CPD · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'portfolio.keep')
  return viewCpd(actor)
}

export default function Cpd({ loaderData: { years, courses } }: Route.ComponentProps) {
  const add = <LinkButton href="/portfolio/cpd/new">Add CPD</LinkButton>
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: '/portfolio', label: 'Portfolio' }]} />}
        title="Continuing professional development"
        actions={years.length > 0 && add}
      />
      {courses.length > 0 && <MeasuredCourses courses={courses} />}
      {years.length === 0 ? (
        <EmptyState title="Nothing yet" actions={add}>
          <p>Courses, conferences, reading, peer groups: with the hours, and what changes in your practice.</p>
        </EmptyState>
      ) : (
        <div className="grid gap-section">
          {years.map(({ year, hours, participatoryHours, entries }) => (
            <Table
              key={year}
              caption={
                <>
                  {year}{' '}
                  <span className="font-sans text-base text-ink-muted">
                    {hours} h, {participatoryHours} of them with others
                  </span>
                </>
              }
              rows={entries}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'topic',
                  header: 'Topic',
                  cell: ({ id, body }) => <a href={`/portfolio/cpd/${id}`}>{body.topic}</a>,
                },
                {
                  key: 'on',
                  header: 'Day',
                  cell: ({ body }) => <Time value={body.on} zone="UTC" style="short-date" />,
                },
                { key: 'method', header: 'Method', cell: ({ body }) => cpdMethodNames[body.method] },
                { key: 'hours', header: 'Hours', numeric: true, cell: ({ body }) => body.hours },
                { key: 'with', header: 'With others', numeric: true, cell: ({ body }) => body.participatoryHours },
              ]}
            />
          ))}
        </div>
      )}
    </>
  )
}
