import { NONE_SHARED } from './figure.ts'
import { pairedScores, pairsOf, type RatingTable, sharedScores } from './rating.ts'

/** Who marked what, as far as it decides which statistic may be read. */
export type Design = {
  raters: number
  /** Scripts with two marks or more. */
  sharedScripts: number
  /** Whether each of those scripts was marked by every one of the markers. */
  isCrossed: boolean
  /** Pairs of markers with at least two scripts in common, and how many. */
  pairs: { pair: readonly [string, string]; scripts: number }[]
  /** The share of marks on the level that is given most. */
  mostGivenShare: number
}

/** Half of all marks on one level: a product decision of when "scores cluster". */
const CLUSTERED = 0.5

/** What the figures rest on: who marked how many of the same scripts, and how far the levels spread. Of scripts that two or more marked. */
export function designOf(table: RatingTable): Design {
  const shared = sharedScores(table)
  const scores = shared.flat()
  const counts = [...Map.groupBy(scores, (score) => score).values()].map(({ length }) => length)
  return {
    raters: table.raters.length,
    sharedScripts: shared.length,
    isCrossed: shared.length > 0 && shared.every(({ length }) => length === table.raters.length),
    pairs: pairsOf(table.raters)
      .map((pair) => ({ pair, scripts: pairedScores(table, pair).length }))
      .filter(({ scripts }) => scripts >= 2),
    mostGivenShare: scores.length === 0 ? 0 : Math.max(...counts) / scores.length,
  }
}

export const STATISTICS = [
  'kappa',
  'icc-agreement',
  'icc-consistency',
  'icc-one-way',
  'alpha',
  'ac2',
  'bland-altman',
] as const
export type Statistic = (typeof STATISTICS)[number]

export type Allowance = { statistic: Statistic; isAllowed: boolean; because: string }

/** Which statistic may be read on which design, and why, each in a sentence. All are named, in one order. */
export const allowedStatistics = (design: Design): Allowance[] =>
  design.sharedScripts === 0
    ? STATISTICS.map((statistic) => ({ statistic, isAllowed: false, because: NONE_SHARED.reason }))
    : allowedOnShared(design)

function allowedOnShared(design: Design): Allowance[] {
  const { raters, isCrossed, pairs, mostGivenShare } = design
  const percent = `${Math.round(mostGivenShare * 100)} %`
  const hasPair = pairs.length > 0
  const pairText = hasPair
    ? 'Kappa speaks of two named markers, and there are markers with scripts in common.'
    : 'Kappa speaks of two named markers, and no two have at least two scripts in common.'
  const crossedText = isCrossed
    ? `The same ${raters} markers marked every one of the scripts.`
    : 'The markers change from script to script, and ICC(2,1) and ICC(3,1) ask that the same ones mark every script.'
  const oneWayText = isCrossed
    ? 'The same markers marked every script, so ICC(2,1) says more: it takes their severity apart.'
    : 'The markers change from script to script, so their severity is part of the error.'
  const clustered = mostGivenShare >= CLUSTERED
  return [
    { statistic: 'kappa', isAllowed: hasPair, because: pairText },
    { statistic: 'icc-agreement', isAllowed: isCrossed, because: crossedText },
    { statistic: 'icc-consistency', isAllowed: isCrossed, because: crossedText },
    { statistic: 'icc-one-way', isAllowed: !isCrossed, because: oneWayText },
    {
      statistic: 'alpha',
      isAllowed: true,
      because: 'Alpha takes any number of markers, and marks may be missing.',
    },
    {
      statistic: 'ac2',
      isAllowed: clustered,
      because: clustered
        ? `${percent} of the marks are at one level, where kappa and alpha fall although markers agree.`
        : `No level has half of the marks (the most given has ${percent}), so alpha can be relied on.`,
    },
    {
      statistic: 'bland-altman',
      isAllowed: hasPair,
      because: pairText.replace('Kappa speaks', 'Limits of agreement speak'),
    },
  ]
}
