import { fQuantile, UPPER_SHARE } from './distributions.ts'
import { type Figure, NO_VARIANCE, NONE_SHARED, TOO_FEW, vary } from './figure.ts'
import { oneWay } from './mean-squares.ts'
import { type RatingTable, sharedScores } from './rating.ts'

/**
 * ICC(1,1), the reliability of one mark, and ICC(1,k), that of the mean of k marks, where each script has markers of its own, so that
 * a marker's severity is part of the error: absolute agreement. Shrout & Fleiss 1979, with their intervals from F.
 * Scripts with different numbers of marks enter with the mean number k0, for which the interval is an approximation.
 */
export function iccOneWay(table: RatingTable): { single: Figure; average: Figure } {
  const scripts = sharedScores(table)
  if (scripts.length === 0) return both(NONE_SHARED)
  if (scripts.length === 1) return both(TOO_FEW)
  if (!vary(scripts.flat())) return both(NO_VARIANCE)
  const { n, marksPerScript: k, df, between, within } = oneWay(scripts)
  const single = (ratio: number) => (ratio - 1) / (ratio + k - 1)
  const ratio = between / within
  const low = ratio / fQuantile(UPPER_SHARE, n - 1, df)
  const high = ratio * fQuantile(UPPER_SHARE, df, n - 1)
  const limited = (of: (ratio: number) => number): Figure =>
    within === 0 ? { value: 1, low: 1, high: 1, n } : { value: of(ratio), low: of(low), high: of(high), n }
  return { single: limited(single), average: limited((ratio) => averaged(single(ratio), k)) }
}

/**
 * Spearman & Brown: the reliability of the mean of k marks from that of one. Below 0 it falls without end and means nothing, so it is
 * given as -1 at the lowest.
 */
export function averaged(single: number, k: number): number {
  const share = 1 + (k - 1) * single
  return share <= 0 ? -1 : Math.max(-1, (k * single) / share)
}

const both = (figure: Figure) => ({ single: figure, average: figure })
