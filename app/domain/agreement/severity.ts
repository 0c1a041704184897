import { connectedSets, describeSets } from './connected.ts'
import { tQuantile, UPPER_SHARE } from './distributions.ts'
import { type Extremes, type FacetsData, facetsData, withoutExtremes } from './facets-data.ts'
import { type FacetsFit, fitFacets } from './facets-fit.ts'
import type { NoFigure } from './figure.ts'
import { type MarkerFit, markerFits } from './marker-fit.ts'
import { type Rating, sortedNames } from './rating.ts'
import { levelsFromRest } from './severity-in-levels.ts'
import { finish, type Steps } from './steps.ts'

export type Placed = { value: number; low: number; high: number }

export type MarkerSeverity = MarkerFit & {
  rater: string
  /** In logits against the mean of the set: positive is severe. */
  severity: Placed
  /** How many levels fewer than the mean marker of the set this one gives on the same scripts: positive is severe. */
  levels: Placed
}

export type SeveritySet = {
  raters: string[]
  scripts: number
  markers: MarkerSeverity[]
  /** In logits: positive is hard. */
  criteria: { criterion: string; difficulty: Placed }[]
}

export type SeverityReport = {
  sets: (SeveritySet | ({ raters: string[] } & NoFigure))[]
  /** Says which markers cannot be compared, where they fall into several sets; or why there is no set. */
  note?: string
  /** Scripts, markers and criteria whose marks all lie at one end of the scale, which says nothing finite of them. */
  leftOut: Extremes
}

/**
 * The severity of each marker within each set of connected markers, by a many-facet Rasch model with joint maximum likelihood (see `fitFacets`
 * for model, estimation and errors).
 *
 * Joint estimation spreads the facets too far where scripts have few marks; with L marks for each script the estimates and their errors are
 * multiplied by (L - 1) / L (Wright & Douglas 1977; Wright & Masters 1982), which the simulations in the tests bear out.
 */
export const severities = (ratings: readonly Rating[]): SeverityReport => finish(severitiesInSteps(ratings))

/** The same with pauses. */
export function* severitiesInSteps(ratings: readonly Rating[]): Steps<SeverityReport> {
  const leftOut: Extremes = { units: [], raters: [], criteria: [] }
  const groups = separate(ratings, leftOut)
  for (const names of Object.values(leftOut)) names.sort()
  const note = groups.length === 0 ? whyNoSet(ratings) : describeSets(groups.map(ratersOf))
  const sets: SeverityReport['sets'] = []
  for (const group of groups) sets.push(yield* severitiesOfSet(group))
  return { sets, ...(note ? { note } : {}), leftOut }
}

/** Connected groups without extremes. Leaving scripts out can part a group, and a part can have extremes of its own. */
function separate(ratings: readonly Rating[], leftOut: Extremes): Rating[][] {
  const { ratings: rest, extremes } = withoutExtremes(ratings)
  leftOut.units.push(...extremes.units)
  leftOut.raters.push(...extremes.raters)
  leftOut.criteria.push(...extremes.criteria)
  const sets = connectedSets(rest)
  if (sets.length < 2) return rest.length > 0 ? [rest] : []
  return sets.flatMap((set) => {
    const own = rest.filter(({ rater }) => set.includes(rater))
    return set.length > 1 ? separate(own, leftOut) : [own]
  })
}

const whyNoSet = (ratings: readonly Rating[]) =>
  ratings.length === 0 ? 'There are no marks.' : 'Every mark lies at one end of the scale, which places nobody on it.'

const ratersOf = (ratings: readonly Rating[]) => sortedNames(ratings.map(({ rater }) => rater))

function* severitiesOfSet(ratings: readonly Rating[]): Steps<SeverityReport['sets'][number]> {
  const data = facetsData(ratings)
  const raters = [...data.raters]
  if (raters.length < 2) return { raters, reason: 'No other marker marked any of these scripts.' }
  if (data.units.length < 3) return { raters, reason: 'Fewer than three scripts tell these markers apart.' }
  if (data.levels.length > MOST_LEVELS) return { raters, reason: tooManyLevels(data.levels.length) }
  const fit = yield* fitFacets(data)
  if (!fit) return { raters, reason: NO_FINITE_ESTIMATE }
  return { raters, scripts: data.units.length, ...placed(data, fit) }
}

/** A rating scale has a threshold between every two levels, and marks in percent have no levels. A product decision. */
const MOST_LEVELS = 25

const tooManyLevels = (count: number) =>
  `These marks lie at ${count} different levels, and a rating scale model is for ${MOST_LEVELS} at most.`

const NO_FINITE_ESTIMATE =
  'No finite severity fits: one marker or criterion always lies on the same side of another, or markers and criteria cannot be told apart.'

function placed(data: FacetsData, fit: FacetsFit): Pick<SeveritySet, 'markers' | 'criteria'> {
  const marks = data.scripts.reduce((count, script) => count + script.length, 0)
  const marksPerScript = marks / data.units.length
  const correction = (marksPerScript - 1) / marksPerScript
  const t = tQuantile(UPPER_SHARE, data.units.length - 1)
  const interval = (index: number): Placed => {
    const [value, margin] = [fit.shared[index] ?? 0, t * (fit.errors[index] ?? 0)]
    return { value, low: value - margin, high: value + margin }
  }
  const fits = markerFits(data, fit)
  return {
    markers: data.raters.map((rater, index) => ({
      rater,
      severity: scaled(interval(index), correction),
      levels: levelsFromRest(data, fit, interval(index)),
      ...(fits[index] ?? { marks: 0, scripts: 0, infit: 1, outfit: 1 }),
    })),
    criteria: several(data.criteria).map((criterion, index) => ({
      criterion,
      difficulty: scaled(interval(data.raters.length + index), correction),
    })),
  }
}

/** One criterion alone is neither hard nor easy. */
const several = (criteria: readonly string[]) => (criteria.length > 1 ? criteria : [])

const scaled = ({ value, low, high }: Placed, by: number): Placed => ({
  value: value * by,
  low: low * by,
  high: high * by,
})
