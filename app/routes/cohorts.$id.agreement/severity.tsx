import type { MarkerSeverity } from '#app/domain/agreement/severity.ts'
import type { VignetteAgreement } from '#app/domain/agreement/vignette-agreement.ts'
import { inList } from '#app/domain/listing.ts'
import { IntervalChart } from '#app/ui/interval-chart.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Table } from '#app/ui/table.tsx'
import { decimal, intervalText } from './figure-text.ts'

type Props = { severity: VignetteAgreement['severity']; nameOf: (marker: string) => string }

/** By how much each marker marks the same scripts lower or higher than the others, within each set that can be compared. */
export function Severity({ severity, nameOf }: Props) {
  const { sets, note, leftOut } = severity
  return (
    <div className="grid gap-6">
      {note && <Notice kind="info">{withNames(note, sets, nameOf)}</Notice>}
      {sets.map((set) => (
        <div key={set.raters.join()}>
          {'reason' in set ? (
            <p>
              {inList(set.raters.map(nameOf))}: {set.reason}
            </p>
          ) : (
            <SeveritySet markers={set.markers} nameOf={nameOf} />
          )}
        </div>
      ))}
      {leftOut.raters.length > 0 && (
        <p className="text-ink-muted">
          {inList(leftOut.raters.map(nameOf))}: every mark lies at one end of the scale, so there is no finite figure.
        </p>
      )}
    </div>
  )
}

function SeveritySet({ markers, nameOf }: { markers: readonly MarkerSeverity[]; nameOf: Props['nameOf'] }) {
  const furthest = Math.max(1, ...markers.flatMap(({ levels: { low, high } }) => [Math.abs(low), Math.abs(high)]))
  const end = Math.min(6, Math.ceil(furthest))
  return (
    <>
      <IntervalChart
        domain={[-end, end]}
        ticks={Array.from({ length: 2 * end + 1 }, (_, index) => index - end)}
        references={[0]}
        rows={markers.map(({ rater, levels }) => ({
          key: rater,
          label: nameOf(rater),
          words: levelsText(levels),
          points: [levels.value],
          low: levels.low,
          high: levels.high,
        }))}
      />
      <details className="mt-4">
        <summary className="font-medium">As a table, with the figures of the Rasch model</summary>
        <Table
          caption="Severity of markers"
          hideCaption
          rows={markers}
          rowKey={({ rater }) => rater}
          columns={[
            { key: 'marker', header: 'Marker', cell: ({ rater }) => nameOf(rater) },
            { key: 'scripts', header: 'Scripts', numeric: true, cell: ({ scripts }) => scripts },
            { key: 'levels', header: 'Levels lower', cell: ({ levels }) => intervalText(levels) },
            { key: 'severity', header: 'Severity, logits', cell: ({ severity }) => intervalText(severity) },
            { key: 'infit', header: 'Infit', numeric: true, cell: ({ infit }) => decimal(infit) },
            { key: 'outfit', header: 'Outfit', numeric: true, cell: ({ outfit }) => decimal(outfit) },
          ]}
        />
      </details>
    </>
  )
}

/** `0.60 higher (0.45 to 0.74)`: a severity below 0 turned over, so that nobody has to. */
function levelsText({ value, low, high }: MarkerSeverity['levels']): string {
  if (Math.abs(value) < 0.05) return `like the rest (${decimal(low)} to ${decimal(high)})`
  if (value > 0) return `${decimal(value)} lower (${decimal(low)} to ${decimal(high)})`
  return `${decimal(-value)} higher (${decimal(-high)} to ${decimal(-low)})`
}

/** The model knows markers by their ids alone. */
const withNames = (note: string, sets: VignetteAgreement['severity']['sets'], nameOf: Props['nameOf']) =>
  sets.flatMap(({ raters }) => raters).reduce((text, rater) => text.replaceAll(rater, nameOf(rater)), note)
