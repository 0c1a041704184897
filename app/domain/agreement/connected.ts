import { inList } from '../listing.ts'
import { type Rating, sortedNames } from './rating.ts'

/**
 * The markers that can be compared: two markers are in one set when they have a script in common, or are joined by others who have. Union
 * and find over the scripts. Sets and their members stand in the order of the alphabet.
 */
export function connectedSets(ratings: readonly Pick<Rating, 'unit' | 'rater'>[]): string[][] {
  const raters = sortedNames(ratings.map(({ rater }) => rater))
  const parents = new Map(raters.map((rater) => [rater, rater]))
  const rootOf = (rater: string): string => {
    const parent = parents.get(rater) ?? rater
    return parent === rater ? rater : rootOf(parent)
  }
  const firstOf = new Map<string, string>()
  for (const { unit, rater } of ratings) {
    const [root, other] = [rootOf(rater), rootOf(firstOf.get(unit) ?? rater)]
    firstOf.set(unit, other)
    if (root !== other) parents.set(root, other)
  }
  return [...Map.groupBy(raters, rootOf).values()]
}

/** What somebody must know who would compare markers of different sets; undefined where all are in one. */
export function describeSets(sets: readonly (readonly string[])[]): string | undefined {
  if (sets.length < 2) return undefined
  const named = sets.map((set) => inList(set)).join('; ')
  return `These groups of markers have no script in common, not even by way of others, so severity can be compared within a group and not between them: ${named}.`
}
