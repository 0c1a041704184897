/**
 * How much two levels agree: 1 for the same level, 0 for the two ends of the scale, and between them
 * - `unweighted`: nothing;
 * - `linear`: 1 - d, where d is the distance as a share of the scale (Cicchetti & Allison 1971);
 * - `quadratic`: 1 - d² (Fleiss & Cohen 1973), under which one step apart costs little and three cost much;
 * - `ordinal`: by the number of pairs of levels between the two (Gwet 2014, chapter 3), which asks only for their order.
 */
export const WEIGHTINGS = ['unweighted', 'linear', 'quadratic', 'ordinal'] as const
export type Weighting = (typeof WEIGHTINGS)[number]

/** The levels in use, from low to high. */
export const levelsOf = (scores: Iterable<number>): number[] => [...new Set(scores)].sort((a, b) => a - b)

/** A square of weights, one row and one column for each level. */
export function weightMatrix(weighting: Weighting, levels: readonly number[]): number[][] {
  const span = (levels.at(-1) ?? 0) - (levels[0] ?? 0)
  return levels.map((a, i) =>
    levels.map((b, j) => (i === j ? 1 : weight(weighting, Math.abs(a - b) / span, Math.abs(i - j), levels.length))),
  )
}

function weight(weighting: Weighting, distance: number, steps: number, count: number): number {
  if (weighting === 'linear') return 1 - distance
  if (weighting === 'quadratic') return 1 - distance ** 2
  if (weighting === 'ordinal') return 1 - pairsAmong(steps + 1) / pairsAmong(count)
  return 0
}

const pairsAmong = (count: number) => (count * (count - 1)) / 2
