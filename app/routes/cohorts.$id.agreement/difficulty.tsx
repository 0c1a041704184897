import type { CriterionDifficulty } from '#app/domain/agreement/difficulty.ts'
import { IntervalChart } from '#app/ui/interval-chart.tsx'
import { Table } from '#app/ui/table.tsx'
import { intervalText, percent } from './figure-text.ts'

type Props = { difficulty: readonly CriterionDifficulty[]; titleOf: (criterion: string) => string }

/** How high each criterion is marked: what trainees find hard, and what a rubric asks too much or too little of. */
export function Difficulty({ difficulty, titleOf }: Props) {
  const rows = difficulty.flatMap((of) => ('reason' in of ? [] : [of])).sort((a, b) => a.value - b.value)
  return (
    <>
      <IntervalChart
        domain={[1, 7]}
        ticks={[1, 2, 3, 4, 5, 6, 7]}
        references={[4]}
        rows={rows.map(({ criterion, value, low, high }) => ({
          key: criterion,
          label: titleOf(criterion),
          words: intervalText({ value, low, high }),
          ...{ points: [value], low, high },
        }))}
      />
      <details className="mt-4">
        <summary className="font-medium">As a table</summary>
        <Table
          caption="Mean mark of each criterion, the hardest first"
          hideCaption
          rows={rows}
          rowKey={({ criterion }) => criterion}
          columns={[
            { key: 'criterion', header: 'Criterion', cell: ({ criterion }) => titleOf(criterion) },
            { key: 'n', header: 'Scripts', numeric: true, cell: ({ n }) => n },
            { key: 'mean', header: 'Mean mark (95 % interval)', cell: (of) => intervalText(of) },
            {
              key: 'below',
              header: 'Marks below the standard',
              numeric: true,
              cell: ({ shareBelow = 0 }) => percent(shareBelow),
            },
          ]}
        />
      </details>
    </>
  )
}
