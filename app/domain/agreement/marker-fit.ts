import type { FacetsData } from './facets-data.ts'
import type { FacetsFit } from './facets-fit.ts'
import { expectationOf, facetsOf } from './facets-likelihood.ts'

export type MarkerFit = {
  /** How many marks the marker gave, and to how many scripts. */
  marks: number
  scripts: number
  /**
   * Squared residuals beside those of all markers of the set: 1 is usual, 2 is twice as erratic. `infit` weighs marks by how much they tell,
   * `outfit` counts single surprises in full. Wright & Masters 1982. They are set beside each other and not beside 1, because
   * joint estimation makes all residuals smaller where scripts have few marks.
   */
  infit: number
  outfit: number
}

/** How erratically each marker marks, given their severity. */
export function markerFits(data: FacetsData, { shared, places, blocks }: FacetsFit): MarkerFit[] {
  const facets = facetsOf(shared, blocks)
  const none = () => ({ marks: 0, scripts: 0, squares: 0, variance: 0, standardised: 0 })
  const sums = data.raters.map(none)
  const all = none()
  data.scripts.forEach((script, unit) => {
    for (const rater of new Set(script.map((rating) => rating.rater))) (sums[rater] ?? none()).scripts += 1
    for (const rating of script) {
      const { mean, variance } = expectationOf(rating, places[unit] ?? 0, facets)
      const square = (rating.category - mean) ** 2
      for (const at of [sums[rating.rater] ?? none(), all]) {
        at.marks += 1
        at.squares += square
        at.variance += variance
        at.standardised += square / variance
      }
    }
  })
  const beside = (own: number, usual: number) => (usual === 0 ? 1 : own / usual)
  return sums.map(({ marks, scripts, squares, variance, standardised }) => ({
    marks,
    scripts,
    infit: beside(squares / variance, all.squares / all.variance),
    outfit: beside(standardised / marks, all.standardised / all.marks),
  }))
}
