import { tQuantile, UPPER_SHARE } from './distributions.ts'
import type { NoFigure } from './figure.ts'
import { mean, standardDeviation } from './numbers.ts'
import { type Rating, sortedNames } from './rating.ts'

export type CriterionDifficulty = { criterion: string } & (
  | { value: number; low: number; high: number; sd: number; n: number; shareBelow?: number }
  | NoFigure
)

/**
 * How high each criterion is marked: the mean over scripts of each script's mean mark, its interval from t over scripts (marks of one
 * script hang together), and the share of marks below the standard.
 * @param standard the level that is good enough, e.g. 4; where left out, no share is given.
 */
export function criterionDifficulty(ratings: readonly Rating[], standard?: number): CriterionDifficulty[] {
  const byCriterion = Map.groupBy(ratings, ({ criterion = '' }) => criterion)
  return sortedNames([...byCriterion.keys()]).map((criterion) => {
    const marks = byCriterion.get(criterion) ?? []
    const scripts = [...Map.groupBy(marks, ({ unit }) => unit).values()].map((of) => mean(of.map(({ score }) => score)))
    const n = scripts.length
    if (n < 2) return { criterion, reason: 'Fewer than two scripts were marked.' }
    const value = mean(scripts)
    const sd = standardDeviation(scripts)
    const margin = (tQuantile(UPPER_SHARE, n - 1) * sd) / Math.sqrt(n)
    const below = marks.filter(({ score }) => standard !== undefined && score < standard).length / marks.length
    return {
      criterion,
      value,
      low: value - margin,
      high: value + margin,
      sd,
      n,
      ...(standard === undefined ? {} : { shareBelow: below }),
    }
  })
}
