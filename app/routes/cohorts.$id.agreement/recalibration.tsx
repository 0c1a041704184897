import { recalibrationReasons } from '#app/domain/agreement/recalibration.ts'
import type { ReportBody } from '#app/features/agreement/view-agreement.server.ts'

type Props = { body: Pick<ReportBody, 'severity' | 'calibration'>; nameOf: (marker: string) => string }

/** Who should practise on benchmarks before marking on, and why. Shown to leads: it is a talk among colleagues, not a verdict. */
export function Recalibration({ body, nameOf }: Props) {
  const reasons = reasonsByMarker(body)
  if (reasons.length === 0) return <p>Nobody, by these marks.</p>
  return (
    <ul className="grid max-w-measure gap-4">
      {reasons.map(([marker, because]) => (
        <li key={marker}>
          <p className="font-medium wrap-anywhere">{nameOf(marker)}</p>
          <ul className="text-ink-muted">
            {because.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

function reasonsByMarker({ severity, calibration }: Props['body']): [string, string[]][] {
  const markers = severity.sets.flatMap((set) => ('reason' in set ? [] : set.markers))
  const all = [
    ...markers.flatMap((marker) => recalibrationReasons(marker).map((because) => ({ marker: marker.rater, because }))),
    ...calibration
      .filter(({ outside }) => outside > 0)
      .map(({ marker, outside, marked }) => ({
        marker,
        because: `${outside} of ${marked} benchmarks marked beyond the tolerance at the last try.`,
      })),
  ]
  return [...Map.groupBy(all, ({ marker }) => marker)].map(([marker, found]) => [
    marker,
    found.map(({ because }) => because),
  ])
}
