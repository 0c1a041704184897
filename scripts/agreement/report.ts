import { criterionDifficulty } from '#app/domain/agreement/difficulty.ts'
import { driftByPosition } from '#app/domain/agreement/drift.ts'
import { agreementFigures } from '#app/domain/agreement/figures.ts'
import { recalibrationReasons } from '#app/domain/agreement/recalibration.ts'
import { severities } from '#app/domain/agreement/severity.ts'
import type { PlacedRating } from './read-ratings.ts'

/** Everything that can be said of some ratings, as `docs/agreement.md` describes it. */
export function reportOn(ratings: readonly PlacedRating[], options: { seed: string; levels?: number[] }) {
  const severity = severities(ratings)
  return {
    criteria: agreementFigures(ratings, options),
    difficulty: criterionDifficulty(ratings),
    severity,
    recalibration: severity.sets.flatMap((set) =>
      'reason' in set
        ? []
        : set.markers.flatMap(({ rater, ...marker }) => {
            const because = recalibrationReasons(marker)
            return because.length > 0 ? [{ rater, because }] : []
          }),
    ),
    drift: driftOf(ratings),
  }
}

/** Nothing where the file has no positions. */
function driftOf(ratings: readonly PlacedRating[]) {
  const placed = ratings.flatMap(({ rater, score, position }) =>
    position === undefined ? [] : [{ rater, score, position }],
  )
  return [...Map.groupBy(placed, ({ rater }) => rater)].map(([rater, marks]) => ({ rater, ...driftByPosition(marks) }))
}
