import { normalQuantile, tQuantile, UPPER_SHARE } from './distributions.ts'
import type { NoFigure } from './figure.ts'
import { mean, standardDeviation } from './numbers.ts'

type Limit = { value: number; low: number; high: number }

/** In levels of the scale: positive where the first marker gives more. */
export type LimitsOfAgreement = { bias: Limit; lower: Limit; upper: Limit; sd: number; n: number }

/**
 * How much more one marker gives than the other on average (bias), and between which differences 95 % of scripts lie. Bland & Altman
 * 1986; the error of a limit is their sqrt(3 sd² / n). Limits are at 1.96 sd, which the paper of 1986 rounded to 2.
 * @param pairs the two markers' scores on each script that both of them rated.
 */
export function blandAltman(pairs: readonly (readonly [number, number])[]): LimitsOfAgreement | NoFigure {
  const n = pairs.length
  if (n < 3) return { reason: 'Fewer than three scripts were marked by both.' }
  const differences = pairs.map(([a, b]) => a - b)
  const sd = standardDeviation(differences)
  const bias = mean(differences)
  const t = tQuantile(UPPER_SHARE, n - 1)
  const around = (value: number, error: number) => ({ value, low: value - t * error, high: value + t * error })
  const reach = normalQuantile(UPPER_SHARE) * sd
  return {
    bias: around(bias, sd / Math.sqrt(n)),
    lower: around(bias - reach, sd * Math.sqrt(3 / n)),
    upper: around(bias + reach, sd * Math.sqrt(3 / n)),
    sd,
    n,
  }
}
