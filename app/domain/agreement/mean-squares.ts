import { mean, squaresAboutMean, sum } from './numbers.ts'

/** The analysis of variance of scripts that each have marks of their own markers. */
export type OneWay = { n: number; marksPerScript: number; df: number; between: number; within: number }

/**
 * One-way mean squares. Where scripts have different numbers of marks, `marksPerScript` is the number that an equal design would have
 * to have for the same expected mean squares (k0 of Snedecor & Cochran).
 */
export function oneWay(scripts: readonly (readonly number[])[]): OneWay {
  const n = scripts.length
  const marks = sum(scripts.map(({ length }) => length))
  const grandMean = mean(scripts.flat())
  const between = sum(scripts.map((scores) => scores.length * (mean(scores) - grandMean) ** 2)) / (n - 1)
  const df = marks - n
  return {
    n,
    marksPerScript: (marks - sum(scripts.map(({ length }) => length ** 2)) / marks) / (n - 1),
    df,
    between,
    within: sum(scripts.map(squaresAboutMean)) / df,
  }
}

/** The analysis of variance of scripts that the same markers all marked. */
export type TwoWay = { n: number; raters: number; scripts: number; markers: number; error: number }

/** Two-way mean squares without repeats: of scripts (BMS), of markers (JMS) and of what is left (EMS). */
export function twoWay(rows: readonly (readonly number[])[]): TwoWay {
  const n = rows.length
  const raters = rows[0]?.length ?? 0
  const grandMean = mean(rows.flat())
  const rowMeans = rows.map(mean)
  const markerMeans = Array.from({ length: raters }, (_, rater) => mean(rows.map((row) => row[rater] ?? 0)))
  const left = rows.flatMap((row, unit) =>
    row.map((score, rater) => score - (rowMeans[unit] ?? 0) - (markerMeans[rater] ?? 0) + grandMean),
  )
  return {
    n,
    raters,
    scripts: (raters * squaresAboutMean(rowMeans)) / (n - 1),
    markers: (n * squaresAboutMean(markerMeans)) / (raters - 1),
    error: sum(left.map((value) => value ** 2)) / ((n - 1) * (raters - 1)),
  }
}
