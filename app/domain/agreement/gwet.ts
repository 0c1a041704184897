import { tQuantile, UPPER_SHARE } from './distributions.ts'
import { estimateFromError, type Figure, NO_VARIANCE, NONE_SHARED, TOO_FEW, vary } from './figure.ts'
import { mean, sum } from './numbers.ts'
import type { RatingTable } from './rating.ts'
import { levelsOf, type Weighting, weightMatrix } from './weights.ts'

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
  const weights = weightMatrix(weighting, scale)
  const units = scripts.map((scores) => unitOf(scores, scale, weights))
  const use = scale.map((_, level) => mean(units.map(({ shares }) => shares[level] ?? 0)))
  const spread = sum(weights.flat()) / (scale.length * (scale.length - 1))
  const byChance = spread * sum(use.map((share) => share * (1 - share)))
  const observed = mean(units.flatMap(({ agreement }) => agreement ?? []))
  const value = (observed - byChance) / (1 - byChance)
  const influence = units.map(({ agreement, shares }) => {
    const own =
      agreement === undefined ? 0 : ((scripts.length / shared.length) * (agreement - byChance)) / (1 - byChance)
    const chance = spread * sum(shares.map((share, level) => share * (1 - (use[level] ?? 0))))
    return own - (2 * (1 - value) * (chance - byChance)) / (1 - byChance)
  })
  const n = scripts.length
  const standardError = Math.sqrt(sum(influence.map((at) => (at - value) ** 2)) / (n * (n - 1)))
  return { ...estimateFromError({ value, standardError, n }, tQuantile(UPPER_SHARE, n - 1)), n: shared.length }
}

type Unit = { shares: number[]; agreement: number | undefined }

/** How one script's marks use the scale, and how far its pairs agree. */
function unitOf(scores: readonly number[], scale: readonly number[], weights: readonly number[][]): Unit {
  const counts = scale.map((level) => scores.filter((score) => score === level).length)
  const marks = scores.length
  const weighted = counts.map((_, i) => sum(counts.map((count, j) => count * (weights[i]?.[j] ?? 0))))
  const agreeing = sum(counts.map((count, level) => count * ((weighted[level] ?? 0) - 1)))
  return {
    shares: counts.map((count) => count / marks),
    agreement: marks < 2 ? undefined : agreeing / (marks * (marks - 1)),
  }
}
