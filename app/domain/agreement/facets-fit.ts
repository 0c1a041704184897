import type { FacetsData } from './facets-data.ts'
import { type Blocks, blocksOf, facetsOf, type Parameters, placeOf, profile } from './facets-likelihood.ts'
import { inverseOf, quadraticForm, times } from './linear-algebra.ts'
import type { Steps } from './steps.ts'

/** A facet further out than this is on its way to infinity: somebody is always above somebody else. */
const FURTHEST = 15
const STEPS = 100

export type FacetsFit = Parameters & {
  blocks: Blocks
  /** The standard error of each shared unknown. */
  errors: number[]
}

/**
 * Joint maximum likelihood for the many-facet Rasch model (Linacre 1989) with one rating scale: script, marker and criterion. Newton's method
 * on the shared unknowns, each script's place being solved for at every step. Severities, difficulties and thresholds each sum to 0.
 *
 * Errors are robust ("sandwich", Huber 1967; White 1982) with the script as the cluster: marks that one marker gives one script hang together
 * (halo), and the model's own errors, which take them for independent, would be too small.
 * @returns undefined where no finite estimate exists or the facets cannot be told apart.
 */
export function* fitFacets(data: FacetsData): Steps<FacetsFit | undefined> {
  const blocks = blocksOf(data)
  let shared = Array<number>(blocks.raters + blocks.criteria + blocks.thresholds).fill(0)
  let places = data.scripts.map(() => 0)
  for (let step = 0; step < STEPS; step++) {
    yield
    const facets = facetsOf(shared, blocks)
    places = data.scripts.map((script, unit) => placeOf(script, places[unit] ?? 0, facets))
    const { slopes, information } = profile(data, { shared, places }, blocks)
    const inverse = inverseOf(withSumsHeld(information, blocks))
    if (!inverse) return undefined
    const move = times(
      inverse,
      shared.map((_, index) => slopes.reduce((sum, slope) => sum + (slope[index] ?? 0), 0)),
    )
    const furthest = Math.max(...move.map(Math.abs))
    if (furthest < 1e-7) return { shared, places, blocks, errors: robustErrors(inverse, slopes) }
    shared = shared.map((value, index) => value + (move[index] ?? 0) / Math.max(1, furthest))
    if (shared.some((value) => Math.abs(value) > FURTHEST)) return undefined
  }
  return undefined
}

/** A facet moved as a whole is taken up by the scripts' places, so its sum is held at 0. */
function withSumsHeld(information: readonly number[][], { raters, criteria }: Blocks): number[][] {
  const blockOf = (index: number) => (index < raters ? 'rater' : index < raters + criteria ? 'criterion' : 'threshold')
  const weight = information.reduce((sum, row, index) => sum + (row[index] ?? 0), 0) / information.length
  return information.map((row, i) => row.map((value, j) => value + (blockOf(i) === blockOf(j) ? weight : 0)))
}

/** n / (n - 1) for the number of scripts, as for any mean of them. */
function robustErrors(inverse: readonly number[][], slopes: readonly number[][]): number[] {
  const spread = inverse.map((_, i) =>
    inverse.map((_, j) => slopes.reduce((sum, slope) => sum + (slope[i] ?? 0) * (slope[j] ?? 0), 0)),
  )
  const share = slopes.length / (slopes.length - 1)
  return inverse.map((row) => Math.sqrt(Math.max(0, share * quadraticForm(spread, row))))
}
