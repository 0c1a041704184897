import { fQuantile, UPPER_SHARE } from './distributions.ts'
import { type Figure, NO_VARIANCE, type NoFigure, vary } from './figure.ts'
import { averaged } from './icc-one-way.ts'
import { type TwoWay, twoWay } from './mean-squares.ts'
import { completeRows, type RatingTable } from './rating.ts'

export type TwoWayIcc = { single: Figure; average: Figure }

/**
 * ICC(2,1) and ICC(2,k): the markers are a sample of those who could have marked, and severity counts as error, so it is
 * absolute agreement. Shrout & Fleiss 1979; McGraw & Wong 1996 call it ICC(A,1). The interval takes its degrees of freedom by
 * Satterthwaite, written here without dividing by the error, which may be 0.
 */
export function iccAgreement(table: RatingTable): TwoWayIcc {
  return ofCompleteRows(table, (squares) => {
    const { n, raters: k, scripts, markers, error } = squares
    const value = bounded((scripts - error) / (scripts + (k - 1) * error + (k * (markers - error)) / n))
    const df = satterthwaite(squares, value)
    if (df === undefined) return { value, low: value, high: value }
    const spread = k * markers + (k * n - k - n) * error
    const lower = fQuantile(UPPER_SHARE, n - 1, df)
    const upper = fQuantile(UPPER_SHARE, df, n - 1)
    return {
      value,
      low: (n * (scripts - lower * error)) / (lower * spread + n * scripts),
      high: (n * (upper * scripts - error)) / (spread + n * upper * scripts),
    }
  })
}

/**
 * ICC(3,1) and ICC(3,k): these markers and no others, whose severity is set aside, so it is consistency and not absolute agreement
 * (McGraw & Wong 1996: ICC(C,1)). Shrout & Fleiss 1979, with their intervals from F.
 */
export function iccConsistency(table: RatingTable): TwoWayIcc {
  return ofCompleteRows(table, ({ n, raters: k, scripts, error }) => {
    if (error === 0) return { value: 1, low: 1, high: 1 }
    const df = (n - 1) * (k - 1)
    const of = (ratio: number) => (ratio - 1) / (ratio + k - 1)
    const ratio = scripts / error
    return {
      value: of(ratio),
      low: of(ratio / fQuantile(UPPER_SHARE, n - 1, df)),
      high: of(ratio * fQuantile(UPPER_SHARE, df, n - 1)),
    }
  })
}

type Interval = { value: number; low: number; high: number }

function ofCompleteRows(table: RatingTable, single: (squares: TwoWay) => Interval): TwoWayIcc {
  const rows = completeRows(table)
  const [n, k] = [rows.length, table.raters.length]
  const fault = faultOf(rows, k)
  if (fault) return { single: fault, average: fault }
  const { value, low, high } = single(twoWay(rows))
  return {
    single: { value: bounded(value), low: bounded(low), high: bounded(high), n },
    average: { value: averaged(value, k), low: averaged(low, k), high: averaged(high, k), n },
  }
}

function faultOf(rows: readonly number[][], raters: number): NoFigure | undefined {
  if (raters < 2) return { reason: 'There is only one marker.' }
  if (rows.length < 2) return { reason: 'Fewer than two scripts were marked by every marker.' }
  if (!vary(rows.flat())) return NO_VARIANCE
  const isEveryRowAlike = rows.every((row) => row.every((score, rater) => score === rows[0]?.[rater]))
  if (isEveryRowAlike) return { reason: 'Each marker gave every script the same level: the scripts do not differ.' }
  return undefined
}

/**
 * The degrees of freedom of the denominator; `undefined` where nothing is left to estimate an error from. A negative ICC can take
 * the formula below 1, which no variance has.
 */
function satterthwaite({ n, raters: k, markers, error }: TwoWay, icc: number): number | undefined {
  const rest = (n * (1 + (k - 1) * icc) - k * icc) * error
  const below = (n - 1) * (k * icc * markers) ** 2 + rest ** 2
  if (below === 0) return undefined
  return Math.max(1, ((k - 1) * (n - 1) * (k * icc * markers + rest) ** 2) / below)
}

/** With two scripts and two markers the formula can leave the range of a correlation. */
const bounded = (icc: number) => Math.max(-1, Math.min(1, icc))
