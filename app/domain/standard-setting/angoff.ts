import type { NoFigure } from '../agreement/figure.ts'
import { mean, standardDeviation } from '../agreement/numbers.ts'
import { sortedNames } from '../agreement/rating.ts'

/** The level that a judge expects of a clinician who is only just good enough, on one criterion or on the whole. */
export type AngoffEstimate = { judge: string; item: string; estimate: number }

export type AngoffItem = { item: string; mean: number; sd: number; lowest: number; highest: number; judges: number }

export type AngoffRound = {
  judges: number
  /** The mean of the judges' own cuts; each judge's cut is the mean of their estimates. */
  cut: number
  /** How far the judges' cuts lie apart, and the error of their mean: sd / sqrt(judges). */
  sd: number
  standardError: number
  items: AngoffItem[]
}

export const FEWEST_JUDGES = 2

/**
 * One round of a modified Angoff procedure (Angoff 1971; the extension to levels in place of probabilities is Hambleton & Plake 1995). A judge
 * counts who judged every item: a cut from other items is another cut.
 */
export function angoffRound(estimates: readonly AngoffEstimate[]): AngoffRound | NoFigure {
  const items = sortedNames(estimates.map(({ item }) => item))
  const byJudge = [...Map.groupBy(estimates, ({ judge }) => judge).values()]
  const complete = byJudge.filter((of) => new Set(of.map(({ item }) => item)).size === items.length)
  if (complete.length < FEWEST_JUDGES) {
    return { reason: `Fewer than ${FEWEST_JUDGES} judges have judged everything in this round.` }
  }
  const cuts = complete.map((of) => mean(of.map(({ estimate }) => estimate)))
  const sd = standardDeviation(cuts)
  const counted = complete.flat()
  return {
    judges: cuts.length,
    cut: mean(cuts),
    sd,
    standardError: sd / Math.sqrt(cuts.length),
    items: items.map((item) => spreadOf(item, counted)),
  }
}

function spreadOf(item: string, estimates: readonly AngoffEstimate[]): AngoffItem {
  const own = estimates.filter((estimate) => estimate.item === item).map(({ estimate }) => estimate)
  return {
    item,
    mean: mean(own),
    sd: standardDeviation(own),
    lowest: Math.min(...own),
    highest: Math.max(...own),
    judges: own.length,
  }
}

/** What the second round, after the judges saw the spread of the first, changed; a reason while either is not complete. */
export function angoffChange(
  first: AngoffRound | NoFigure,
  second: AngoffRound | NoFigure,
): { cut: number; sd: number } | NoFigure {
  if ('reason' in first) return first
  if ('reason' in second) return second
  return { cut: second.cut - first.cut, sd: second.sd - first.sd }
}
