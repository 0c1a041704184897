import type { StandardView } from '#app/features/standards/view-standard.server.ts'
import { Table } from '#app/ui/table.tsx'

type Results = NonNullable<NonNullable<NonNullable<StandardView['shown']>['exercise']>['results']>
type Row = { key: string; name: string; round: Results['global']['first'] }

/** The cut of each round on each scale, with how far the judges lay apart. */
export function ExerciseResults({ results: { global, criteria } }: { results: Results }) {
  const rows: Row[] = [
    { key: 'global 1', name: 'Global rating, first round', round: global.first },
    { key: 'global 2', name: 'Global rating, second round', round: global.second },
    { key: 'criteria 1', name: 'Mean of the criteria, first round', round: criteria.first },
    { key: 'criteria 2', name: 'Mean of the criteria, second round', round: criteria.second },
  ]
  const figure = (value: (round: Extract<Row['round'], { cut: number }>) => string) => (row: Row) =>
    'reason' in row.round ? row.round.reason : value(row.round)
  return (
    <>
      <Table
        caption="The exercise that was held last"
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: 'name', header: 'What was judged', cell: ({ name }) => name },
          { key: 'judges', header: 'Judges', numeric: true, cell: figure(({ judges }) => String(judges)) },
          { key: 'cut', header: 'Cut', numeric: true, cell: figure(({ cut }) => cut.toFixed(2)) },
          { key: 'sd', header: 'SD of judges', numeric: true, cell: figure(({ sd }) => sd.toFixed(2)) },
          {
            key: 'error',
            header: 'Standard error',
            numeric: true,
            cell: figure(({ standardError }) => standardError.toFixed(2)),
          },
        ]}
      />
      <p className="mt-3 text-ink-muted text-sm">
        {changeText(ON_GLOBAL, global.change)} {changeText(ON_MEAN, criteria.change)}
      </p>
    </>
  )
}

type ChangeTexts = { left: string; moved: (by: string) => string }

const ON_GLOBAL: ChangeTexts = {
  left: 'The second round left the cut on the global rating where it was.',
  moved: (by) => `The second round moved the cut on the global rating by ${by}.`,
}

const ON_MEAN: ChangeTexts = {
  left: 'The second round left the cut on the mean of the criteria where it was.',
  moved: (by) => `The second round moved the cut on the mean of the criteria by ${by}.`,
}

function changeText({ left, moved }: ChangeTexts, change: Results['global']['change']): string {
  if ('reason' in change) return ''
  return Math.abs(change.cut) < 0.005 ? left : moved(signed(change.cut))
}

const signed = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`
