import type { FacetRating, FacetsData } from './facets-data.ts'
import { type Expectation, expectMark } from './rating-scale.ts'

/** The unknowns in one list: severities, then difficulties, then thresholds; and apart from them each script's own place. */
export type Parameters = { shared: number[]; places: number[] }

export type Blocks = { raters: number; criteria: number; thresholds: number }

export const blocksOf = ({ raters, criteria, levels }: FacetsData): Blocks => ({
  raters: raters.length,
  criteria: criteria.length,
  thresholds: levels.length - 1,
})

/** Each script's slope of the log likelihood in the shared unknowns, and the information on them after the scripts' places are taken out. */
export type Profile = { slopes: number[][]; information: number[][] }

/** What the model expects of a mark. */
export function expectationOf(
  rating: FacetRating,
  place: number,
  shared: readonly number[],
  blocks: Blocks,
): Expectation {
  const severity = shared[rating.rater] ?? 0
  const difficulty = shared[blocks.raters + rating.criterion] ?? 0
  return expectMark(place - severity - difficulty, shared.slice(blocks.raters + blocks.criteria))
}

/** The place of a script at which its marks sum to what is expected of them: Newton's method, in steps of one logit at most. */
export function placeOf(
  script: readonly FacetRating[],
  start: number,
  shared: readonly number[],
  blocks: Blocks,
): number {
  let place = start
  for (let step = 0; step < 50; step++) {
    let [missing, variance] = [0, 0]
    for (const rating of script) {
      const expected = expectationOf(rating, place, shared, blocks)
      missing += rating.category - expected.mean
      variance += expected.variance
    }
    if (Math.abs(missing) < 1e-9) break
    place += Math.max(-1, Math.min(1, missing / variance))
  }
  return place
}

/** The profile likelihood at the shared unknowns, the scripts' places being at their best. */
export function profile({ scripts }: FacetsData, { shared, places }: Parameters, blocks: Blocks): Profile {
  const information = shared.map(() => shared.map(() => 0))
  const slopes = scripts.map((script, unit) => {
    const slope = shared.map(() => 0)
    const withPlace = shared.map(() => 0)
    let ofPlace = 0
    for (const rating of script) {
      const expected = expectationOf(rating, places[unit] ?? 0, shared, blocks)
      const derivatives = derivativesOf(rating, expected, blocks)
      for (const at of derivatives) {
        slope[at.index] = (slope[at.index] ?? 0) - at.residual
        withPlace[at.index] = (withPlace[at.index] ?? 0) + at.withPlace
        for (const other of derivatives) add(information, at.index, other.index, covariance(at, other, expected))
      }
      ofPlace += expected.variance
    }
    const touched = withPlace.flatMap((value, index) => (value === 0 ? [] : [{ index, value }]))
    for (const a of touched) for (const b of touched) add(information, a.index, b.index, (-a.value * b.value) / ofPlace)
    return slope
  })
  return { slopes, information }
}

/** `threshold` is 0 for a severity or difficulty, which act on the whole mark; else which threshold it is. */
type Derivative = { index: number; threshold: number; residual: number; withPlace: number }

function derivativesOf(
  { rater, criterion, category }: FacetRating,
  expected: Expectation,
  blocks: Blocks,
): Derivative[] {
  const { mean, variance, shares, reached } = expected
  const whole = { threshold: 0, residual: category - mean, withPlace: variance }
  const first = blocks.raters + blocks.criteria
  let above = mean
  return [
    { index: rater, ...whole },
    { index: blocks.raters + criterion, ...whole },
    ...reached.map((share, k): Derivative => {
      above -= k * (shares[k] ?? 0)
      const residual = (category > k ? 1 : 0) - share
      return { index: first + k, threshold: k + 1, residual, withPlace: above - mean * share }
    }),
  ]
}

/** The covariance of two statistics of one mark: the category itself, or whether it reached a threshold. */
function covariance(a: Derivative, b: Derivative, { variance, reached }: Expectation): number {
  if (a.threshold === 0) return b.threshold === 0 ? variance : b.withPlace
  if (b.threshold === 0) return a.withPlace
  const [low, high] = [Math.min(a.threshold, b.threshold), Math.max(a.threshold, b.threshold)]
  return (reached[high - 1] ?? 0) * (1 - (reached[low - 1] ?? 0))
}

function add(matrix: number[][], row: number, column: number, value: number): void {
  const line = matrix[row] ?? []
  line[column] = (line[column] ?? 0) + value
}
