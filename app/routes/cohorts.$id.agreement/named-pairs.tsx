import type { ShownFigures } from '#app/domain/agreement/shown-figures.ts'
import { inList } from '#app/domain/listing.ts'
import { IntervalChart } from '#app/ui/interval-chart.tsx'
import { Table } from '#app/ui/table.tsx'
import { drawn } from './agreement-by-criterion.tsx'
import { figureText } from './figure-text.ts'

type Props = { pairs: ShownFigures['pairs']; nameOf: (marker: string) => string }

/** Kappa speaks of two people, so it is shown for each two by name. */
export function NamedPairs({ pairs, nameOf }: Props) {
  const rows = pairs.map(({ pair: [a, b], scripts, kappa }) => ({
    key: `${a} ${b}`,
    names: inList([nameOf(a), nameOf(b)].sort()),
    scripts,
    kappa,
  }))
  if (rows.length === 0) return <p className="text-ink-muted">No two markers have ten scripts in common yet.</p>
  return (
    <>
      <p className="mb-4 max-w-measure text-ink-muted">
        Quadratic-weighted kappa of the global rating, for each two markers with at least ten scripts in common.
      </p>
      <IntervalChart
        domain={[-0.2, 1]}
        ticks={[0, 0.2, 0.4, 0.6, 0.8, 1]}
        rows={rows.map(({ key, names, kappa }) => ({ key, label: names, words: figureText(kappa), ...drawn(kappa) }))}
      />
      <details className="mt-4">
        <summary className="font-medium">As a table</summary>
        <Table
          caption="Kappa of named pairs"
          hideCaption
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            { key: 'names', header: 'Markers', cell: ({ names }) => names },
            { key: 'scripts', header: 'Scripts in common', numeric: true, cell: ({ scripts }) => scripts },
            { key: 'kappa', header: 'Kappa (95 % interval)', cell: ({ kappa }) => figureText(kappa) },
          ]}
        />
      </details>
    </>
  )
}
