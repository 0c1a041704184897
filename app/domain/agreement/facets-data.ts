import { type Rating, sortedNames } from './rating.ts'
import { levelsOf } from './weights.ts'

/** Ratings as places in lists, for estimating: `categories` count the levels in use upwards from 0. */
export type FacetsData = {
  units: readonly string[]
  raters: readonly string[]
  criteria: readonly string[]
  /** The level of each category, from low to high. Levels that nobody used have no category: nothing is known of them. */
  levels: readonly number[]
  /** For each unit, its ratings. */
  scripts: readonly (readonly FacetRating[])[]
}

export type FacetRating = { rater: number; criterion: number; category: number }

/** Who could not be placed, since all of their marks lie at one end of the scale. */
export type Extremes = { units: string[]; raters: string[]; criteria: string[] }

/**
 * Leaves out scripts, markers and criteria whose marks are all at the lowest or all at the highest level: their place on the scale is infinite, and
 * they say nothing of anybody else's. Without them others can become extreme, so it goes on until nobody is.
 */
export function withoutExtremes(ratings: readonly Rating[]): { ratings: Rating[]; extremes: Extremes } {
  const extremes: Extremes = { units: [], raters: [], criteria: [] }
  let rest = [...ratings]
  for (;;) {
    const scores = levelsOf(rest.map(({ score }) => score))
    const units = extremeNames(rest, ({ unit }) => unit, scores)
    const raters = extremeNames(rest, ({ rater }) => rater, scores)
    const criteria = extremeNames(rest, criterionOf, scores)
    if (units.size + raters.size + criteria.size === 0) return { ratings: rest, extremes }
    extremes.units.push(...units)
    extremes.raters.push(...raters)
    extremes.criteria.push(...criteria)
    rest = rest.filter((at) => !units.has(at.unit) && !raters.has(at.rater) && !criteria.has(criterionOf(at)))
  }
}

function extremeNames(ratings: readonly Rating[], nameOf: (rating: Rating) => string, levels: readonly number[]) {
  const isAt = (level: number | undefined, group: readonly Rating[]) => group.every(({ score }) => score === level)
  const groups = [...Map.groupBy(ratings, nameOf)]
  const atAnEnd = groups.filter(([, group]) => isAt(levels[0], group) || isAt(levels.at(-1), group))
  return new Set(atAnEnd.map(([name]) => name))
}

/** Ratings without a criterion are all on one. */
const criterionOf = ({ criterion = '' }: Rating) => criterion

/** The ratings of one connected set, by place. Names stand in the order of the alphabet. */
export function facetsData(ratings: readonly Rating[]): FacetsData {
  const place = (names: readonly string[]) => new Map(names.map((name, index) => [name, index]))
  const raters = sortedNames(ratings.map(({ rater }) => rater))
  const criteria = sortedNames(ratings.map(criterionOf))
  const units = sortedNames(ratings.map(({ unit }) => unit))
  const levels = levelsOf(ratings.map(({ score }) => score))
  const [raterAt, criterionAt, unitAt] = [place(raters), place(criteria), place(units)]
  const categoryOf = new Map(levels.map((level, category) => [level, category]))
  const scripts: FacetRating[][] = units.map(() => [])
  for (const rating of ratings) {
    scripts[unitAt.get(rating.unit) ?? 0]?.push({
      rater: raterAt.get(rating.rater) ?? 0,
      criterion: criterionAt.get(criterionOf(rating)) ?? 0,
      category: categoryOf.get(rating.score) ?? 0,
    })
  }
  // Sums depend on their order in the last digit, and the order of the ratings is to change nothing at all.
  for (const script of scripts) script.sort((a, b) => a.rater - b.rater || a.criterion - b.criterion)
  return { units, raters, criteria, levels, scripts }
}
