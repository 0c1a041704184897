import { inNumber } from '#app/domain/wording.ts'
import type { StandardView } from '#app/features/standards/view-standard.server.ts'
import { StatGroup } from '#app/ui/stat.tsx'

/** Where the criteria stand when the global rating is only just good enough. */
export function Borderline({ result }: { result: NonNullable<StandardView['shown']>['borderline'] }) {
  return (
    <section aria-labelledby="borderline">
      <h2 id="borderline" className="mb-3 text-2xl">
        Borderline regression
      </h2>
      <p className="mb-5 max-w-measure text-ink-muted">
        The mean of the criteria, regressed on the global rating over all first and second marks of this cohort; the cut
        is read off at the rubric’s borderline rating. It is worked out with the report on agreement.
      </p>
      {!result && <p>Nothing has been worked out yet: no mark of this vignette was locked.</p>}
      {result && 'reason' in result && <p>{result.reason}</p>}
      {result && !('reason' in result) && (
        <StatGroup
          stats={[
            {
              label: 'Cut on the mean of the criteria',
              value: result.cut.toFixed(2),
              note: `95 % interval ${result.low.toFixed(2)} to ${result.high.toFixed(2)}`,
            },
            { label: 'RMSE', value: result.rmse.toFixed(2), note: 'levels' },
            { label: 'R²', value: result.r2.toFixed(2) },
            { label: 'Standard error of the cut', value: result.standardError.toFixed(2), note: 'bootstrap by script' },
            {
              label: 'Scripts',
              value: result.scripts,
              note: inNumber(result.marks, { one: '1 mark', other: '{n} marks' }),
            },
          ]}
        />
      )}
    </section>
  )
}
