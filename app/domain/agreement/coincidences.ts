import { sum } from './numbers.ts'

/** What a difference between two levels counts: any, the ranks between them, or their distance squared. */
export const METRICS = ['nominal', 'ordinal', 'interval'] as const
export type Metric = (typeof METRICS)[number]

/** Scripts as patterns of marks; a mark is the place of its level among `levels`. */
export type Coincidences = { levels: readonly number[]; patterns: readonly (readonly number[])[] }

/**
 * Krippendorff's alpha of scripts of which pattern i occurs `counts[i]` times: 1 - observed / expected disagreement, from the
 * coincidence matrix, in which a script with m marks has m (m - 1) ordered pairs of weight 1 / (m - 1) each.
 * @returns undefined where the marks do not vary.
 */
export function alphaFrom(data: Coincidences, counts: readonly number[], metric: Metric): number | undefined {
  const { levels, patterns } = data
  const totals = levels.map(() => 0)
  const observed = levels.map(() => levels.map(() => 0))
  patterns.forEach((marks, pattern) => {
    addPairs({ marks, times: counts[pattern] ?? 0 }, observed, totals)
  })
  const n = sum(totals)
  let [disagreement, byChance] = [0, 0]
  for (let c = 0; c < levels.length; c++) {
    for (let k = 0; k < c; k++) {
      const difference = squaredDifference(metric, data, totals, k, c)
      disagreement += (observed[k]?.[c] ?? 0) * difference
      byChance += (totals[k] ?? 0) * (totals[c] ?? 0) * difference
    }
  }
  return byChance === 0 ? undefined : 1 - ((n - 1) * disagreement) / byChance
}

/** Adds a pattern's pairs, lower level first; a pair in either order counts the same. */
function addPairs(
  { marks, times }: { marks: readonly number[]; times: number },
  observed: number[][],
  totals: number[],
): void {
  if (times === 0) return
  marks.forEach((low, index) => {
    totals[low] = (totals[low] ?? 0) + times
    const row = observed[low] ?? []
    for (const high of marks.slice(index + 1)) row[high] = (row[high] ?? 0) + times / (marks.length - 1)
  })
}

function squaredDifference(
  metric: Metric,
  { levels }: Coincidences,
  totals: readonly number[],
  low: number,
  high: number,
): number {
  if (metric === 'nominal') return 1
  if (metric === 'interval') return ((levels[high] ?? 0) - (levels[low] ?? 0)) ** 2
  const between = sum(totals.slice(low, high + 1))
  return (between - ((totals[low] ?? 0) + (totals[high] ?? 0)) / 2) ** 2
}
