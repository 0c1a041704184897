import { criterionDifficulty } from '#app/domain/agreement/difficulty.ts'
import { driftByPosition } from '#app/domain/agreement/drift.ts'
import { agreementFigures, type FigureOptions } from '#app/domain/agreement/figures.ts'
import { recalibrationReasons } from '#app/domain/agreement/recalibration.ts'
import { severities } from '#app/domain/agreement/severity.ts'
import type { PlacedRating } from './read-ratings.ts'

/** Everything that can be said of some ratings, as `docs/agreement.md` describes it. */
export function reportOn(ratings: readonly PlacedRating[], options: FigureOptions) {
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

/** Of each marker on each criterion; nothing where the file has no positions. */
function driftOf(ratings: readonly PlacedRating[]) {
  const placed = ratings.flatMap(({ rater, criterion = '', score, position }) =>
    position === undefined ? [] : [{ rater, criterion, score, position }],
  )
  const groups = Map.groupBy(placed, ({ rater, criterion }) => JSON.stringify([rater, criterion]))
  return [...groups].sort().map(([, marks]) => {
    const { rater, criterion } = marks[0] ?? {}
    return { rater, criterion, ...driftByPosition(marks) }
  })
}
