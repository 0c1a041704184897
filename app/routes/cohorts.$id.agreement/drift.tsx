import type { MarkerDrift } from '#app/domain/agreement/marker-drift.ts'
import { LineChart } from '#app/ui/line-chart.tsx'
import { Table } from '#app/ui/table.tsx'
import { decimal, intervalText } from './figure-text.ts'

type Props = { drift: readonly MarkerDrift[]; nameOf: (marker: string) => string }

/** Whether marks rise or fall as a marker goes on. Scripts come in random order, so it is the marker that changes. */
export function DriftByPosition({ drift, nameOf }: Props) {
  if (drift.length === 0) return <p className="text-ink-muted">Nobody has marked yet.</p>
  return (
    <>
      <ul className="grid gap-x-10 gap-y-8 sm:grid-cols-2 lg:grid-cols-3">
        {drift.map((of) => (
          <li key={of.marker} className="break-inside-avoid">
            <p className="font-medium wrap-anywhere">{nameOf(of.marker)}</p>
            {!('reason' in of) && <LineChart values={of.means} domain={[1, 7]} reference={4} />}
            <p className="text-ink-muted text-sm">{driftText(of)}</p>
          </li>
        ))}
      </ul>
      <details className="mt-6">
        <summary className="font-medium">As a table</summary>
        <Table
          caption="Mean global ratings of each marker’s marks, in their order"
          hideCaption
          rows={drift}
          rowKey={({ marker }) => marker}
          columns={[
            { key: 'marker', header: 'Marker', cell: ({ marker }) => nameOf(marker) },
            { key: 'marks', header: 'Marks', numeric: true, cell: ({ marks }) => marks },
            { key: 'slope', header: 'Levels for every ten scripts', cell: driftText },
            { key: 'rank', header: 'Rank correlation', cell: rankText },
            { key: 'means', header: 'Means in order', cell: meansText },
          ]}
        />
      </details>
    </>
  )
}

function driftText(of: MarkerDrift): string {
  if ('reason' in of) return of.reason
  const { low, high, value } = of.perTenScripts
  if (low <= 0 && high >= 0)
    return `No drift that the marks could tell: ${intervalText(of.perTenScripts)} levels for every ten scripts.`
  return value > 0
    ? `Marks rise: ${intervalText(of.perTenScripts)} levels for every ten scripts.`
    : `Marks fall: ${intervalText(of.perTenScripts)} levels for every ten scripts.`
}

const rankText = (of: MarkerDrift) => ('reason' in of ? 'None' : intervalText(of.rankCorrelation))

const meansText = (of: MarkerDrift) =>
  'reason' in of ? 'None' : `of ${of.marksPerMean} marks each: ${of.means.map((mean) => decimal(mean, 1)).join(', ')}`
