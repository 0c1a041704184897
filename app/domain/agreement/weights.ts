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

/** How much two of the levels agree, by their places. A function and not a square of numbers: marks in percent have hundreds of levels. */
export function weightOf(weighting: Weighting, levels: readonly number[]): (i: number, j: number) => number {
  const span = (levels.at(-1) ?? 0) - (levels[0] ?? 0)
  const distance = (i: number, j: number) => Math.abs((levels[i] ?? 0) - (levels[j] ?? 0)) / span
  const allPairs = pairsAmong(levels.length)
  const apart: Record<Weighting, (i: number, j: number) => number> = {
    unweighted: () => 1,
    linear: distance,
    quadratic: (i, j) => distance(i, j) ** 2,
    ordinal: (i, j) => pairsAmong(Math.abs(i - j) + 1) / allPairs,
  }
  return (i, j) => (i === j ? 1 : 1 - apart[weighting](i, j))
}

const pairsAmong = (count: number) => (count * (count - 1)) / 2
