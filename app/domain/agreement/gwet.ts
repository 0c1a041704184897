import { tQuantile, UPPER_SHARE } from './distributions.ts'
import { estimateFromError, type Figure, NO_VARIANCE, NONE_SHARED, TOO_FEW, vary } from './figure.ts'
import { mean, sum } from './numbers.ts'
import type { RatingTable } from './rating.ts'
import { levelsOf, type Weighting, weightOf } from './weights.ts'

/**
 * Gwet's AC1 (unweighted) and AC2 (weighted): agreement beyond chance that, unlike kappa, does not collapse where nearly all scripts are at
 * the same level. Any number of markers, marks may be missing. Gwet 2008 (AC1 and its variance); Gwet 2014, chapters 3 and 5 (AC2, missing marks).
 * Scripts with one mark count for how the levels are used, not for agreement. The interval is from t with n - 1 degrees of freedom.
 * @param levels of the scale, of which AC2 depends on the number; where left out, the levels in use.
 */
export function gwetsAc(table: RatingTable, weighting: Weighting, levels?: readonly number[]): Figure {
  const scripts = table.rows.map((row) => row.filter((score) => score !== undefined)).filter(({ length }) => length > 0)
  const shared = scripts.filter(({ length }) => length >= 2)
  if (shared.length === 0) return NONE_SHARED
  if (shared.length === 1) return TOO_FEW
  if (!vary(scripts.flat())) return NO_VARIANCE
  const scale = levelsOf([...(levels ?? []), ...scripts.flat()])
  const agreement = weightOf(weighting, scale)
  const units = unitsOf(scripts, scale, agreement)
  const use = shareOfLevels(units, scale.length)
  const spread = sumOfWeights(agreement, scale.length) / (scale.length * (scale.length - 1))
  const byChance = spread * sum(use.map((share) => share * (1 - share)))
  const observed = mean(units.flatMap(({ agreeing }) => agreeing ?? []))
  const value = (observed - byChance) / (1 - byChance)
  const influence = units.map(({ agreeing, marks }) => {
    const own = agreeing === undefined ? 0 : ((scripts.length / shared.length) * (agreeing - byChance)) / (1 - byChance)
    const chance = spread * mean(marks.map((level) => 1 - (use[level] ?? 0)))
    return own - (2 * (1 - value) * (chance - byChance)) / (1 - byChance)
  })
  const n = scripts.length
  const standardError = Math.sqrt(sum(influence.map((at) => (at - value) ** 2)) / (n * (n - 1)))
  return { ...estimateFromError({ value, standardError, n }, tQuantile(UPPER_SHARE, n - 1)), n: shared.length }
}

/** One script: the places of its marks on the scale, and how far its pairs of marks agree. */
type Unit = { marks: number[]; agreeing: number | undefined }

function unitsOf(scripts: readonly number[][], scale: readonly number[], agreement: Agreement): Unit[] {
  const placeOf = new Map(scale.map((level, place) => [level, place]))
  return scripts.map((scores) => {
    const marks = scores.map((score) => placeOf.get(score) ?? 0)
    const pairs = marks.flatMap((a, index) => marks.slice(index + 1).map((b) => agreement(a, b)))
    return { marks, agreeing: marks.length < 2 ? undefined : mean(pairs) }
  })
}

type Agreement = (i: number, j: number) => number

/** How much each level is used, every script counting the same. */
function shareOfLevels(units: readonly Unit[], levels: number): number[] {
  const use = Array<number>(levels).fill(0)
  for (const { marks } of units)
    for (const level of marks) use[level] = (use[level] ?? 0) + 1 / marks.length / units.length
  return use
}

function sumOfWeights(agreement: Agreement, levels: number): number {
  let total = 0
  for (let i = 0; i < levels; i++) for (let j = 0; j < levels; j++) total += agreement(i, j)
  return total
}
