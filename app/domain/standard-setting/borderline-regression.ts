import { UPPER_SHARE } from '../agreement/distributions.ts'
import type { NoFigure } from '../agreement/figure.ts'
import { quantileOf, squaresAboutMean, sum } from '../agreement/numbers.ts'
import { seededRandom } from '../seeded-random.ts'

/** One mark: the mean of its criteria, and the global rating that the marker gave apart from them. */
export type GlobalMark = { unit: string; criteria: number; global: number }

export type BorderlineRegression = {
  /** The mean over criteria that the line gives at the borderline rating. */
  cut: number
  low: number
  high: number
  standardError: number
  slope: number
  intercept: number
  /** The share of the spread of criterion means that the global rating explains. */
  r2: number
  /** How far a mark's criterion mean lies from the line: sqrt(residual squares / (n - 2)). */
  rmse: number
  marks: number
  scripts: number
}

const FEWEST_SCRIPTS = 10
const RESAMPLES = 1000

/**
 * Borderline regression (Wood, Humphrey-Murto & Norman 2006; Kramer et al. 2003): criterion means regressed on global ratings by least squares,
 * the cut being read off at the borderline rating. Standard error and interval are bootstrapped by script, since marks of one script hang together.
 * @param borderline the global rating that is only just good enough.
 * @param seed the same seed gives the same interval.
 */
export function borderlineRegression(
  marks: readonly GlobalMark[],
  borderline: number,
  seed: string,
): BorderlineRegression | NoFigure {
  const scripts = scriptsInOrder(marks)
  if (scripts.length < FEWEST_SCRIPTS) return { reason: `Fewer than ${FEWEST_SCRIPTS} scripts were marked.` }
  const fit = lineOf(sumsOf(marks))
  if (!fit) return { reason: 'Every script has the same global rating, so there is no line.' }
  const cuts = bootstrap(scripts, borderline, seed)
  if (cuts.length < RESAMPLES / 2)
    return { reason: 'Nearly every script has the same global rating, so the line is not firm.' }
  return {
    cut: fit.intercept + fit.slope * borderline,
    low: quantileOf(cuts, 1 - UPPER_SHARE),
    high: quantileOf(cuts, UPPER_SHARE),
    standardError: Math.sqrt(squaresAboutMean(cuts) / (cuts.length - 1)),
    ...fit,
    ...residuals(marks, fit),
    marks: marks.length,
    scripts: scripts.length,
  }
}

/** By their marks and not by their names: a resample then does not depend on what the scripts are called. */
function scriptsInOrder(marks: readonly GlobalMark[]): GlobalMark[][] {
  const byMark = (a: GlobalMark, b: GlobalMark) => a.global - b.global || a.criteria - b.criteria
  const keyOf = (script: readonly GlobalMark[]) => script.map(({ global, criteria }) => `${global}/${criteria}`).join()
  return [...Map.groupBy(marks, ({ unit }) => unit).values()]
    .map((script) => script.toSorted(byMark))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

type Line = { slope: number; intercept: number }

/** Of some marks: their number and the sums of x (global), y (criteria), x² and xy, from which the line follows. */
type Sums = [n: number, x: number, y: number, xx: number, xy: number]

const sumsOf = (marks: readonly GlobalMark[]): Sums =>
  marks.reduce<Sums>(
    ([n, x, y, xx, xy], { global, criteria }) => [
      n + 1,
      x + global,
      y + criteria,
      xx + global ** 2,
      xy + global * criteria,
    ],
    [0, 0, 0, 0, 0],
  )

function lineOf([n, x, y, xx, xy]: Sums): Line | undefined {
  const spread = n * xx - x * x
  // Global ratings are small whole numbers, so these sums are exact.
  if (spread === 0) return undefined
  const slope = (n * xy - x * y) / spread
  return { slope, intercept: (y - slope * x) / n }
}

function residuals(marks: readonly GlobalMark[], { slope, intercept }: Line): { r2: number; rmse: number } {
  const left = sum(marks.map(({ global, criteria }) => (criteria - intercept - slope * global) ** 2))
  const all = squaresAboutMean(marks.map(({ criteria }) => criteria))
  return { r2: all === 0 ? 0 : Math.max(0, 1 - left / all), rmse: Math.sqrt(left / (marks.length - 2)) }
}

/** The cuts of resamples of whole scripts, sorted; a resample with one global rating has none. */
function bootstrap(scripts: readonly (readonly GlobalMark[])[], borderline: number, seed: string): number[] {
  const random = seededRandom(seed)
  const sums = scripts.map(sumsOf)
  const cuts = Array.from({ length: RESAMPLES }, () => {
    const drawn: Sums = [0, 0, 0, 0, 0]
    for (let draw = 0; draw < sums.length; draw++) {
      const script = sums[Math.floor(random() * sums.length)]
      script?.forEach((value, at) => {
        drawn[at] = (drawn[at] ?? 0) + value
      })
    }
    const line = lineOf(drawn)
    return line ? line.intercept + line.slope * borderline : undefined
  })
  return cuts.filter((cut) => cut !== undefined).sort((a, b) => a - b)
}
