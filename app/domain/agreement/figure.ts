/** A figure with its 95 % interval, and the number of scripts that it rests on. */
export type Estimate = {
  value: number
  low: number
  high: number
  n: number
  standardError?: number
  /** What somebody should know before they rely on the interval. */
  note?: string
}

/** Why there is no figure, as a sentence. */
export type NoFigure = { reason: string }

export type Figure = Estimate | NoFigure

/** Whether there is a figure, and not the reason why there is none. */
export const isFigure = <Some extends object>(figure: Some | NoFigure): figure is Some => !('reason' in figure)

/** What data too poor for a figure are told, in the same words everywhere. */
export const NONE_SHARED: NoFigure = { reason: 'No script was rated by two markers.' }
export const TOO_FEW: NoFigure = { reason: 'At least two scripts must be rated by two markers.' }
export const NO_VARIANCE: NoFigure = {
  reason: 'Every mark is at the same level: agreement cannot be told from there being nothing to disagree about.',
}

const ZERO_ERROR = 'The scripts show no spread, so the large-sample error is 0 and the interval too narrow.'

/** An estimate with the interval that a normal or t distribution gives, cut at 1, and at -1 unless the value itself lies lower. */
export function estimateFromError(
  { value, standardError, n }: { value: number; standardError: number; n: number },
  quantile: number,
): Estimate {
  const margin = quantile * standardError
  return {
    value,
    low: Math.max(Math.min(-1, value), value - margin),
    high: Math.min(1, value + margin),
    n,
    standardError,
    ...(standardError < 1e-12 ? { note: ZERO_ERROR } : {}),
  }
}

/** Whether scores differ at all. */
export const vary = (scores: readonly number[]): boolean => scores.some((score) => score !== scores[0])
