import { normalQuantile, UPPER_SHARE } from './distributions.ts'
import { estimateFromError, type Figure, NO_VARIANCE, TOO_FEW, vary } from './figure.ts'
import { sum } from './numbers.ts'
import { levelsOf, type Weighting, weightOf } from './weights.ts'

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
  const weight = weightOf(weighting, levels)
  const cells = cellsOf(pairs, levels)
  const [rows, columns] = [marginOf(cells, levels, 'row'), marginOf(cells, levels, 'column')]
  const usualOfRow = levels.map((_, i) => sum(columns.map((share, j) => share * weight(i, j))))
  const usualOfColumn = levels.map((_, j) => sum(rows.map((share, i) => share * weight(i, j))))
  const observed = sum(cells.map(({ row, column, share }) => share * weight(row, column)))
  const expected = sum(rows.map((share, i) => share * (usualOfRow[i] ?? 0)))
  const value = (observed - expected) / (1 - expected)
  // Their squares about their mean, which loses no digits where a difference of squares would.
  const influence = cells.map(({ row, column, share }) => {
    const usual = (usualOfRow[row] ?? 0) + (usualOfColumn[column] ?? 0)
    return { share, at: weight(row, column) - usual * (1 - value) }
  })
  const centre = sum(influence.map(({ share, at }) => share * at))
  const spread = sum(influence.map(({ share, at }) => share * (at - centre) ** 2))
  const standardError = Math.sqrt(spread / pairs.length) / (1 - expected)
  return estimateFromError({ value, standardError, n: pairs.length }, normalQuantile(UPPER_SHARE))
}

const ONE_LEVEL = {
  reason: 'One of the two gave every script the same level, which makes kappa 0 whatever the other did.',
}

/** The share of scripts that the first marker put at one level, and the second at another. Cells without a script are not kept. */
type Cell = { row: number; column: number; share: number }

function cellsOf(pairs: readonly (readonly [number, number])[], levels: readonly number[]): Cell[] {
  const placeOf = new Map(levels.map((level, place) => [level, place]))
  const cells = new Map<number, Cell>()
  for (const [a, b] of pairs) {
    const [row, column] = [placeOf.get(a) ?? 0, placeOf.get(b) ?? 0]
    const cell = cells.get(row * levels.length + column) ?? { row, column, share: 0 }
    cells.set(row * levels.length + column, { ...cell, share: cell.share + 1 / pairs.length })
  }
  // Sums depend on their order in the last digit, and the order of the scripts is to change nothing at all.
  return [...cells.values()].sort((a, b) => a.row - b.row || a.column - b.column)
}

function marginOf(cells: readonly Cell[], levels: readonly number[], side: 'row' | 'column'): number[] {
  const use = levels.map(() => 0)
  for (const cell of cells) use[cell[side]] = (use[cell[side]] ?? 0) + cell.share
  return use
}
