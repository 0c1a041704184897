import { normalQuantile, UPPER_SHARE } from './distributions.ts'
import { type Figure, NONE_SHARED } from './figure.ts'
import { mean } from './numbers.ts'
import { type RatingTable, sharedScores } from './rating.ts'

/**
 * The share of pairs of marks that agree, averaged over the scripts that two markers or more rated.
 * @param within how many levels apart still counts: 0 is exact, 1 is adjacent.
 * The interval is Wilson's (1927) for a share of n scripts. It is right for two markers and somewhat too wide for more.
 */
export function percentAgreement(table: RatingTable, within = 0): Figure {
  const scripts = sharedScores(table)
  if (scripts.length === 0) return NONE_SHARED
  const value = mean(scripts.map((scores) => shareOfPairs(scores, within)))
  return { value, ...wilsonInterval(value, scripts.length), n: scripts.length }
}

function shareOfPairs(scores: readonly number[], within: number): number {
  const pairs = scores.flatMap((a, index) => scores.slice(index + 1).map((b) => Math.abs(a - b) <= within))
  return pairs.filter(Boolean).length / pairs.length
}

/** Wilson 1927: it stays between 0 and 1, and does not shrink to a point where everybody agrees. */
function wilsonInterval(share: number, n: number): { low: number; high: number } {
  const z = normalQuantile(UPPER_SHARE)
  const centre = (share + z ** 2 / (2 * n)) / (1 + z ** 2 / n)
  const margin = (z / (1 + z ** 2 / n)) * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2))
  // Full and no agreement are ends of their own intervals, which rounding would leave just outside.
  return { low: share === 0 ? 0 : Math.max(0, centre - margin), high: share === 1 ? 1 : Math.min(1, centre + margin) }
}
