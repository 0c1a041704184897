import type { AgreementPoint } from '#app/domain/calibration-standing.ts'
import { LineChart } from '#app/ui/line-chart.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { Status } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'

type Row = AgreementPoint & { number: number }

/** The share of ratings within one level of the consensus, benchmark by benchmark, drawn and as figures. */
export function AgreementOverTime({ series, title, zone }: { series: AgreementPoint[]; title: string; zone: string }) {
  const rows = series.map((point, index) => ({ ...point, number: index + 1 }))
  return (
    <div className="grid max-w-form gap-3">
      <h3 className="text-lg">Your agreement over time</h3>
      <p className="text-ink-muted text-sm">
        The share of your ratings within one level of the consensus, from none at the bottom to all at the top, one dot
        for each benchmark.
      </p>
      <LineChart values={series.map(({ near, ratings }) => near / ratings)} domain={[0, 1]} />
      <details>
        <summary className="min-h-8 text-primary">
          The figures<span className="sr-only"> of {title}</span>
        </summary>
        <Table
          caption={`Your agreement on ${title}`}
          hideCaption
          rows={rows}
          rowKey={({ number }) => String(number)}
          columns={columns(zone)}
        />
      </details>
    </div>
  )
}

const columns = (zone: string): Column<Row>[] => [
  { key: 'number', header: 'Benchmark', cell: ({ number }) => number },
  { key: 'on', header: 'Marked', cell: ({ markedAt }) => <Time value={markedAt} zone={zone} style="short-date" /> },
  { key: 'where', header: 'Where', cell: ({ source }) => (source === 'gold' ? 'Among your scripts' : 'Calibration') },
  { key: 'exact', header: 'The same level', numeric: true, cell: ({ exact, ratings }) => `${exact} of ${ratings}` },
  { key: 'near', header: 'Within one', numeric: true, cell: ({ near, ratings }) => `${near} of ${ratings}` },
  {
    key: 'tolerance',
    header: 'Tolerance',
    cell: ({ isWithin, counts }) => (
      <>
        <Status status={isWithin ? 'met' : 'not-yet'}>{isWithin ? 'Within' : 'Beyond'}</Status>
        {counts || ' Does not count'}
      </>
    ),
  },
]
