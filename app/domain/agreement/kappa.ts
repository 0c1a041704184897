import { normalQuantile, UPPER_SHARE } from './distributions.ts'
import { estimateFromError, type Figure, NO_VARIANCE, TOO_FEW, vary } from './figure.ts'
import { sum } from './numbers.ts'
import { levelsOf, type Weighting, weightMatrix } from './weights.ts'

/**
 * Cohen's kappa of two named markers: agreement beyond what their own use of the levels would give by chance.
 * - Unweighted: Cohen 1960; weighted: Cohen 1968. Quadratic weights make it an intraclass correlation (Fleiss & Cohen 1973).
 * - Standard error: the large-sample one of Fleiss, Cohen & Everitt 1969 that does not assume kappa to be 0.
 * @param pairs the two markers' scores on each script that both of them rated.
 */
export function cohensKappa(pairs: readonly (readonly [number, number])[], weighting: Weighting): Figure {
  if (pairs.length < 2) return TOO_FEW
  if (!vary(pairs.flat())) return NO_VARIANCE
  if (!vary(pairs.map(([a]) => a)) || !vary(pairs.map(([, b]) => b))) return ONE_LEVEL
  const levels = levelsOf(pairs.flat())
  const shares = shareMatrix(pairs, levels)
  const weights = weightMatrix(weighting, levels)
  const rows = levels.map((_, i) => sum(levels.map((_, j) => shares[i]?.[j] ?? 0)))
  const columns = levels.map((_, j) => sum(levels.map((_, i) => shares[i]?.[j] ?? 0)))
  const cells = levels.flatMap((_, i) =>
    levels.map((_, j) => ({
      share: shares[i]?.[j] ?? 0,
      expected: (rows[i] ?? 0) * (columns[j] ?? 0),
      weight: weights[i]?.[j] ?? 0,
      usual: rowMean(weights, i, columns) + rowMean(weights, j, rows),
    })),
  )
  const observed = sum(cells.map(({ share, weight }) => share * weight))
  const expected = sum(cells.map((cell) => cell.expected * cell.weight))
  const value = (observed - expected) / (1 - expected)
  // Their squares about their mean, which loses no digits where a difference of squares would.
  const influence = cells.map(({ share, weight, usual }) => ({ share, at: weight - usual * (1 - value) }))
  const centre = sum(influence.map(({ share, at }) => share * at))
  const spread = sum(influence.map(({ share, at }) => share * (at - centre) ** 2))
  const standardError = Math.sqrt(spread / pairs.length) / (1 - expected)
  return estimateFromError({ value, standardError, n: pairs.length }, normalQuantile(UPPER_SHARE))
}

const ONE_LEVEL = {
  reason: 'One of the two gave every script the same level, which makes kappa 0 whatever the other did.',
}

/** The mean weight of a level against another marker's use of the levels; weights are symmetric. */
const rowMean = (weights: readonly number[][], level: number, use: readonly number[]) =>
  sum(use.map((share, other) => share * (weights[level]?.[other] ?? 0)))

function shareMatrix(pairs: readonly (readonly [number, number])[], levels: readonly number[]): number[][] {
  const index = new Map(levels.map((level, i) => [level, i]))
  const shares = levels.map(() => levels.map(() => 0))
  for (const [a, b] of pairs) {
    const row = shares[index.get(a) ?? 0] ?? []
    const column = index.get(b) ?? 0
    row[column] = (row[column] ?? 0) + 1 / pairs.length
  }
  return shares
}
