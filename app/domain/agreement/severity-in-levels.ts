import type { FacetsData } from './facets-data.ts'
import type { FacetsFit } from './facets-fit.ts'
import { facetsOf } from './facets-likelihood.ts'
import { expectMark } from './rating-scale.ts'

/**
 * A severity as levels of the scale, which people can picture: by how many levels the marks of all of these scripts would be lower, on average,
 * if this marker had given them instead of one of mean severity. From the fitted model, and so before any correction of its logits.
 */
export function levelsFromRest(
  data: FacetsData,
  fit: FacetsFit,
  severity: { value: number; low: number; high: number },
): { value: number; low: number; high: number } {
  const usual = meanLevel(data, fit, 0)
  const lower = (at: number) => usual - meanLevel(data, fit, at)
  return { value: lower(severity.value), low: lower(severity.low), high: lower(severity.high) }
}

/** A sample of the scripts is enough for a mean, and holds the time for thousands of them. */
const SCRIPTS = 200

function meanLevel({ criteria, levels }: FacetsData, { shared, places, blocks }: FacetsFit, severity: number): number {
  const { difficulties, thresholds } = facetsOf(shared, blocks)
  const every = Math.ceil(places.length / SCRIPTS)
  const some = [...places].sort((a, b) => a - b).filter((_, index) => index % every === Math.floor(every / 2))
  const expected = some.flatMap((place) =>
    criteria.map((_, index) => {
      const { shares } = expectMark(place - (difficulties[index] ?? 0) - severity, thresholds)
      return shares.reduce((sum, share, category) => sum + share * (levels[category] ?? 0), 0)
    }),
  )
  return expected.reduce((sum, level) => sum + level, 0) / expected.length
}
