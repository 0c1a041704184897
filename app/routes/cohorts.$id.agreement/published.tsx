import { publishedAgreement } from '#app/domain/agreement/published-agreement.ts'
import type { ShownFigures } from '#app/domain/agreement/shown-figures.ts'
import { inList } from '#app/domain/listing.ts'
import { IntervalChart } from '#app/ui/interval-chart.tsx'
import { Table } from '#app/ui/table.tsx'
import { drawn } from './agreement-by-criterion.tsx'
import { decimal, figureText, reliabilityOf } from './figure-text.ts'

/** Ours beside what was published for scales of the same field. */
export function PublishedBesideOurs({ global }: { global: ShownFigures }) {
  const { name, figure } = reliabilityOf(global)
  const rows = publishedAgreement.map((of) => ({ ...of, key: `${of.scale} ${of.design}` }))
  return (
    <>
      <p className="mb-4 max-w-measure text-ink-muted">
        For scale, not as a target: these are other coefficients of other designs, of whole sessions and not of written
        answers. Two points are the two figures that were published.
      </p>
      <IntervalChart
        domain={[0, 1]}
        ticks={[0, 0.2, 0.4, 0.6, 0.8, 1]}
        rows={[
          { key: 'ours', label: `Here: global rating, ${name}`, words: figureText(figure), ...drawn(figure) },
          ...rows.map(({ key, scale, design, values }) => ({
            key,
            label: `${scale}: ${design}`,
            words: inList(values.map((value) => decimal(value))),
            points: values,
          })),
        ]}
      />
      <details className="mt-4">
        <summary className="font-medium">As a table, with sources</summary>
        <Table
          caption="Published agreement"
          hideCaption
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            { key: 'scale', header: 'Scale', cell: ({ scale }) => scale },
            { key: 'design', header: 'Design', cell: ({ design }) => design },
            {
              key: 'values',
              header: 'Published',
              cell: ({ values }) => values.map((value) => decimal(value)).join(', '),
            },
            { key: 'source', header: 'Source', cell: ({ source }) => source ?? 'To be added by an MBT clinician' },
          ]}
        />
      </details>
    </>
  )
}
