import { requirePermission } from '#app/auth/guards.server.ts'
import { type OwnDrift, viewOwnDrift } from '#app/features/marking/view-own-drift.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Table } from '#app/ui/table.tsx'
import type { Route } from './+types/route'
import { DriftChart } from './drift-chart.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'Your marks in their order · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  return viewOwnDrift(await requirePermission(args, 'marking.mark'))
}

export default function Drift({ loaderData: { marks, drift } }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: '/marking', label: 'Marking' }]} />}
        title="Your marks in their order"
        lead="Scripts come to you in random order, so your levels should neither rise nor fall as you go on. Only you see this page."
      />
      {marks.length === 0 ? (
        <EmptyState title="You have not locked a mark yet">
          <p>Come back after the first ten.</p>
        </EmptyState>
      ) : (
        <div className="grid max-w-measure gap-8">
          <p>{inWords(drift)}</p>
          <DriftChart marks={marks} means={drift.means} marksPerMean={drift.marksPerMean} />
          <Table
            caption={`Mean of each ${drift.marksPerMean} marks`}
            rows={drift.means.map((mean, index) => ({ mean, index }))}
            rowKey={({ index }) => String(index)}
            columns={[
              { key: 'marks', header: 'Marks', cell: ({ index }) => rangeOf(index, drift.marksPerMean, marks.length) },
              { key: 'mean', header: 'Mean level', numeric: true, cell: ({ mean }) => mean.toFixed(1) },
            ]}
          />
        </div>
      )}
    </>
  )
}

/** Said only where the interval is clear of nought: otherwise a slope is chance. */
function inWords(drift: OwnDrift['drift']): string {
  if ('reason' in drift) return drift.reason
  const { value, low, high } = drift.perTenScripts
  const interval = `${figure(low)} to ${figure(high)}`
  if (low <= 0 && high >= 0)
    return `Your levels change by no more than chance may have it: ${figure(value)} for each ten scripts (95 % interval ${interval}).`
  return value > 0
    ? `You have become milder by ${figure(value)} levels for each ten scripts (95 % interval ${interval}). A break, or two benchmarks, may help.`
    : `You have become more severe by ${figure(-value)} levels for each ten scripts (95 % interval ${interval}). A break, or two benchmarks, may help.`
}

const figure = (value: number) => value.toFixed(2).replace('-', '−')

const rangeOf = (group: number, size: number, count: number) =>
  `${group * size + 1} to ${Math.min(count, (group + 1) * size)}`
