import { seededRandom } from '../seeded-random.ts'
import { alphaFrom, type Coincidences, type Metric } from './coincidences.ts'
import { UPPER_SHARE } from './distributions.ts'
import { type Figure, NO_VARIANCE, NONE_SHARED, TOO_FEW, vary } from './figure.ts'
import { quantileOf } from './numbers.ts'
import { type RatingTable, sharedScores } from './rating.ts'
import { levelsOf } from './weights.ts'

export const RESAMPLES = 1000

/** An interval needs this share of resamples that vary at all. */
const ENOUGH_THAT_VARY = 0.5

/**
 * Krippendorff's alpha (Krippendorff 2011, "Computing Krippendorff's alpha-reliability"): any number of markers, marks may be missing; a
 * script with one mark tells nothing and is left out.
 * The interval is the percentile bootstrap by script: whole scripts are drawn again, so that marks of one script stay together. (Krippendorff's
 * own programs draw pairs of marks and hold chance agreement fixed, which gives somewhat narrower intervals.)
 * @param seed the same seed gives the same interval.
 */
export function krippendorffsAlpha(table: RatingTable, metric: Metric, seed: string, resamples = RESAMPLES): Figure {
  const scripts = sharedScores(table)
  if (scripts.length === 0) return NONE_SHARED
  if (scripts.length === 1) return TOO_FEW
  if (!vary(scripts.flat())) return NO_VARIANCE
  const patterns = coincidencePatterns(scripts)
  const value = alphaFrom(patterns, patterns.counts, metric) ?? 0
  const drawn = bootstrap(patterns, metric, { seed, resamples }).sort((a, b) => a - b)
  if (drawn.length < resamples * ENOUGH_THAT_VARY) {
    return {
      reason: 'Nearly every mark is at the same level: drawn again, most samples have nothing to disagree about.',
    }
  }
  const note = drawn.length < resamples ? { note: `${resamples - drawn.length} resamples had no variance.` } : {}
  return {
    value,
    low: quantileOf(drawn, 1 - UPPER_SHARE),
    high: quantileOf(drawn, UPPER_SHARE),
    n: scripts.length,
    ...note,
  }
}

type Patterns = Coincidences & { counts: number[]; patternOf: number[] }

/** Scripts with the same marks are one pattern: thousands of scripts have a few dozen, which makes resampling cheap. */
function coincidencePatterns(scripts: readonly number[][]): Patterns {
  const levels = levelsOf(scripts.flat())
  const index = new Map(levels.map((level, place) => [level, place]))
  const places = new Map<string, number>()
  const counts: number[] = []
  const patterns: number[][] = []
  // By their marks and not by their names: a resample then does not depend on what the scripts are called.
  const inOrder = scripts.map((scores) => scores.toSorted((a, b) => a - b)).sort(byMarks)
  const patternOf = inOrder.map((scores) => {
    const marks = scores.map((score) => index.get(score) ?? 0)
    const place = places.get(marks.join()) ?? patterns.push(marks) - 1
    places.set(marks.join(), place)
    counts[place] = (counts[place] ?? 0) + 1
    return place
  })
  return { levels, patterns, counts, patternOf }
}

function byMarks(a: readonly number[], b: readonly number[]): number {
  const first = a.findIndex((score, place) => score !== b[place])
  return first < 0 ? a.length - b.length : (a[first] ?? 0) - (b[first] ?? Number.NEGATIVE_INFINITY)
}

/** Alpha of each resample that varies at all. */
function bootstrap(patterns: Patterns, metric: Metric, { seed, resamples }: { seed: string; resamples: number }) {
  const random = seededRandom(seed)
  const { patternOf } = patterns
  return Array.from({ length: resamples }, () => {
    const counts = patterns.counts.map(() => 0)
    for (let draw = 0; draw < patternOf.length; draw++) {
      const place = patternOf[Math.floor(random() * patternOf.length)] ?? 0
      counts[place] = (counts[place] ?? 0) + 1
    }
    return alphaFrom(patterns, counts, metric)
  }).filter((alpha) => alpha !== undefined)
}
