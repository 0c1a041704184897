import type { FacetRating, FacetsData } from './facets-data.ts'
import { type Expectation, expectMark, momentsOfMark } from './rating-scale.ts'

/** The unknowns in one list: severities, then difficulties, then thresholds; and apart from them each script's own place. */
export type Parameters = { shared: number[]; places: number[] }

export type Blocks = { raters: number; criteria: number; thresholds: number }

/** How many shared unknowns there are of each kind; they stand in this order in one vector. */
export const blocksOf = ({ raters, criteria, levels }: FacetsData): Blocks => ({
  raters: raters.length,
  criteria: criteria.length,
  thresholds: levels.length - 1,
})

/** Each script's slope of the log likelihood in the shared unknowns, and the information on them after the
 * scripts' places are taken out: a symmetric matrix of which the lower half is filled. */
export type Profile = { slopes: number[][]; information: number[][] }

/** The shared unknowns by what they are. */
export type Facets = { severities: readonly number[]; difficulties: readonly number[]; thresholds: readonly number[] }

/** The vector of shared unknowns, in logits, by what they are. */
export const facetsOf = (shared: readonly number[], { raters, criteria }: Blocks): Facets => ({
  severities: shared.slice(0, raters),
  difficulties: shared.slice(raters, raters + criteria),
  thresholds: shared.slice(raters + criteria),
})

/** How far a marker on a criterion stands above the origin of the scripts' places. */
const hurdle = ({ severities, difficulties }: Facets, { rater, criterion }: FacetRating) =>
  (severities[rater] ?? 0) + (difficulties[criterion] ?? 0)

/** What the model expects of a mark of a script at this place. */
export const expectationOf = (rating: FacetRating, place: number, facets: Facets): Expectation =>
  expectMark(place - hurdle(facets, rating), facets.thresholds)

/** The place of a script at which its marks sum to what is expected of them: Newton's method, in steps of one logit at most. */
export function placeOf(script: readonly FacetRating[], start: number, facets: Facets): number {
  let place = start
  for (let step = 0; step < 50; step++) {
    let [missing, spread] = [0, 0]
    for (const rating of script) {
      const { mean, variance } = momentsOfMark(place - hurdle(facets, rating), facets.thresholds)
      missing += rating.category - mean
      spread += variance
    }
    if (Math.abs(missing) < 1e-9) break
    place += Math.max(-1, Math.min(1, missing / spread))
  }
  return place
}

/** The profile likelihood at the shared unknowns, the scripts' places being at their best. */
export function profile({ scripts }: FacetsData, { shared, places }: Parameters, blocks: Blocks): Profile {
  const facets = facetsOf(shared, blocks)
  const information = shared.map(() => shared.map(() => 0))
  const slopes = scripts.map((script, unit) => {
    const slope = shared.map(() => 0)
    const withPlace = shared.map(() => 0)
    let ofPlace = 0
    for (const rating of script) {
      const expected = expectationOf(rating, places[unit] ?? 0, facets)
      const derivatives = derivativesOf(rating, expected, blocks)
      for (const at of derivatives) {
        slope[at.index] = (slope[at.index] ?? 0) - at.residual
        withPlace[at.index] = (withPlace[at.index] ?? 0) + at.withPlace
        for (const other of derivatives) {
          add(information, at.index, other.index, covariance(at, other, expected))
          if (other === at) break
        }
      }
      ofPlace += expected.variance
    }
    const touched = withPlace.flatMap((value, index) => (value === 0 ? [] : [{ index, value }]))
    for (const a of touched) {
      for (const b of touched) {
        if (b.index > a.index) break
        add(information, a.index, b.index, (-a.value * b.value) / ofPlace)
      }
    }
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
