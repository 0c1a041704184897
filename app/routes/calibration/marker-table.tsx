import type { MarkerStanding, RubricPractice } from '#app/features/calibration/view-calibration.server.ts'
import { type Column, Table } from '#app/ui/table.tsx'
import { Status } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'

type MarkerTableProps = { markers: MarkerStanding[]; rubrics: RubricPractice[]; zone: string }

/** Who is calibrated for what, for whoever answers for the marking. No marks and no answers. */
export function MarkerTable({ markers, rubrics, zone }: MarkerTableProps) {
  return (
    <section aria-labelledby="markers" className="grid gap-4">
      <h2 id="markers" className="text-2xl">
        Markers
      </h2>
      <p className="max-w-measure text-ink-muted">Those who mark for the cohorts in your reach.</p>
      <Table
        caption="Markers"
        hideCaption
        rows={markers}
        rowKey={({ id }) => id}
        columns={columns(rubrics, zone)}
        empty="Nobody marks for a cohort of yours."
      />
    </section>
  )
}

const columns = (rubrics: RubricPractice[], zone: string): Column<MarkerStanding>[] => [
  { key: 'name', header: 'Marker', cell: ({ name }) => name },
  ...rubrics.map(({ slug, title }) => ({
    key: slug,
    header: title,
    cell: ({ standings }: MarkerStanding) => <Standing standing={standings[slug]} zone={zone} />,
  })),
]

function Standing({ standing, zone }: { standing: MarkerStanding['standings'][string] | undefined; zone: string }) {
  if (!standing) return null
  const { isCalibrated, lastAt } = standing
  return (
    <>
      <Status status={isCalibrated ? 'met' : 'not-yet'}>{isCalibrated ? 'Calibrated' : 'Not calibrated'}</Status>{' '}
      <span className="text-ink-muted text-sm">
        {lastAt ? (
          <>
            last on <Time value={lastAt} zone={zone} style="short-date" />
          </>
        ) : (
          'never practised'
        )}
      </span>
    </>
  )
}
