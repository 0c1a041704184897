import { sum } from './numbers.ts'

/** What a difference between two levels counts: any, the ranks between them, or their distance squared. */
export const METRICS = ['nominal', 'ordinal', 'interval'] as const
export type Metric = (typeof METRICS)[number]

/** Scripts as patterns of marks; a mark is the place of its level among `levels`. */
export type Coincidences = { levels: readonly number[]; patterns: readonly (readonly number[])[] }

/**
 * Krippendorff's alpha of scripts of which pattern i occurs `counts[i]` times: 1 - observed / expected disagreement, from the
 * coincidence matrix, in which a script with m marks has m (m - 1) ordered pairs of weight 1 / (m - 1) each.
 *
 * The matrix is never written out. Every metric but the nominal one is a squared distance of places, and the sum of those over all pairs
 * is n times the sum of squares about the mean: so the time goes by the number of scripts and not by the square of the levels in use,
 * of which marks in percent have hundreds.
 * @returns undefined where the marks do not vary.
 */
export function alphaFrom(data: Coincidences, counts: readonly number[], metric: Metric): number | undefined {
  const totals = totalsOf(data, counts)
  if (totals.filter((total) => total > 0).length < 2) return undefined
  const n = sum(totals)
  const places = placesOf(metric, data, totals)
  const byChance = places ? n * squaresOf(places, totals) : (n ** 2 - sum(totals.map((total) => total ** 2))) / 2
  const difference = (a: number, b: number) => (places ? ((places[a] ?? 0) - (places[b] ?? 0)) ** 2 : Number(a !== b))
  const disagreement = sum(
    data.patterns.map((marks, pattern) => {
      const times = counts[pattern] ?? 0
      return times === 0 ? 0 : (times * overPairs(marks, difference)) / (marks.length - 1)
    }),
  )
  return 1 - ((n - 1) * disagreement) / byChance
}

/** How many marks there are at each level. */
function totalsOf({ levels, patterns }: Coincidences, counts: readonly number[]): number[] {
  const totals = levels.map(() => 0)
  patterns.forEach((marks, pattern) => {
    for (const level of marks) totals[level] = (totals[level] ?? 0) + (counts[pattern] ?? 0)
  })
  return totals
}

/** Where each level lies: at its own value, or in the middle of the ranks that its marks take up; nowhere where only names count. */
function placesOf(metric: Metric, { levels }: Coincidences, totals: readonly number[]): readonly number[] | undefined {
  if (metric === 'nominal') return undefined
  if (metric === 'interval') return levels
  let below = 0
  return totals.map((total) => {
    below += total
    return below - total / 2
  })
}

/** The sum of squares about the mean of so many marks at each place. */
function squaresOf(places: readonly number[], totals: readonly number[]): number {
  const centre = sum(places.map((place, level) => place * (totals[level] ?? 0))) / sum(totals)
  return sum(places.map((place, level) => (totals[level] ?? 0) * (place - centre) ** 2))
}

function overPairs(marks: readonly number[], difference: (a: number, b: number) => number): number {
  let total = 0
  for (const [index, mark] of marks.entries())
    for (let other = index + 1; other < marks.length; other++) total += difference(mark, marks[other] ?? 0)
  return total
}
