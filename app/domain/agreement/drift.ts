import { normalQuantile, tQuantile, UPPER_SHARE } from './distributions.ts'
import type { NoFigure } from './figure.ts'
import { vary } from './figure.ts'
import { mean, squaresAboutMean, sum } from './numbers.ts'

/** One mark and its place in the marker's own order of marking, from 1. */
export type PlacedMark = { position: number; score: number }

type Interval = { value: number; low: number; high: number }

export type Drift = {
  n: number
  /** By how many levels marks rise with every ten scripts; negative where the marker becomes more severe. */
  perTenScripts: Interval
  /** Spearman's rank correlation of mark and position. */
  rankCorrelation: Interval
}

const FEWEST = 5

/**
 * Whether a marker's marks rise or fall as they go on: the slope of mark on position by least squares with its interval from t, and Spearman's
 * rank correlation, whose interval is Bonett & Wright's (2000). Scripts come in random order, so position says nothing of their quality.
 */
export function driftByPosition(marks: readonly PlacedMark[]): Drift | NoFigure {
  const n = marks.length
  if (n < FEWEST) return { reason: `Fewer than ${FEWEST} scripts were marked.` }
  const scores = marks.map(({ score }) => score)
  const positions = marks.map(({ position }) => position)
  if (!vary(scores)) return { reason: 'Every mark is at the same level.' }
  if (!vary(positions)) return { reason: 'Every mark has the same position.' }
  const slope = products(positions, scores) / squaresAboutMean(positions)
  const residual = Math.max(0, squaresAboutMean(scores) - slope ** 2 * squaresAboutMean(positions))
  const error = Math.sqrt(residual / (n - 2) / squaresAboutMean(positions))
  const margin = tQuantile(UPPER_SHARE, n - 2) * error
  return {
    n,
    perTenScripts: { value: 10 * slope, low: 10 * (slope - margin), high: 10 * (slope + margin) },
    rankCorrelation: rankCorrelation(positions, scores),
  }
}

function rankCorrelation(a: readonly number[], b: readonly number[]): Interval {
  const [x, y] = [ranks(a), ranks(b)]
  const value = products(x, y) / Math.sqrt(squaresAboutMean(x) * squaresAboutMean(y))
  // Fisher's transformation of a correlation just short of 1, at which it would be infinite.
  const transformed = Math.atanh(Math.max(-0.9999, Math.min(0.9999, value)))
  const margin = normalQuantile(UPPER_SHARE) * Math.sqrt((1 + value ** 2 / 2) / (a.length - 3))
  return { value, low: Math.tanh(transformed - margin), high: Math.tanh(transformed + margin) }
}

/** Ties share the mean of their ranks. */
function ranks(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b)
  const rankOf = new Map(values.map((value) => [value, (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2 + 1]))
  return values.map((value) => rankOf.get(value) ?? 0)
}

function products(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [mean(a), mean(b)]
  return sum(a.map((value, index) => (value - meanA) * ((b[index] ?? 0) - meanB)))
}
