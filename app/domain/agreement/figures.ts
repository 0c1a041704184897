import { krippendorffsAlpha } from './alpha.ts'
import { blandAltman, type LimitsOfAgreement } from './bland-altman.ts'
import { METRICS, type Metric } from './coincidences.ts'
import { type Allowance, allowedStatistics, type Design, designOf } from './design.ts'
import type { Figure, NoFigure } from './figure.ts'
import { gwetsAc } from './gwet.ts'
import { iccOneWay } from './icc-one-way.ts'
import { iccAgreement, iccConsistency } from './icc-two-way.ts'
import { cohensKappa } from './kappa.ts'
import { percentAgreement } from './percent-agreement.ts'
import { pairedScores, type Rating, ratingTable, sortedNames } from './rating.ts'
import { WEIGHTINGS, type Weighting } from './weights.ts'

export type CriterionFigures = {
  criterion: string
  design: Design
  /** Which of the figures below may be read on this design. All are computed, so that they can be checked. */
  statistics: Allowance[]
  percentAgreement: { exact: Figure; withinOne: Figure }
  icc: Record<'ICC(1,1)' | 'ICC(1,k)' | 'ICC(2,1)' | 'ICC(2,k)' | 'ICC(3,1)' | 'ICC(3,k)', Figure>
  alpha: Record<Metric, Figure>
  /** `unweighted` is AC1, the others are AC2. */
  gwet: Record<Weighting, Figure>
  pairs: PairFigures[]
}

export type PairFigures = {
  pair: readonly [string, string]
  scripts: number
  kappa: Record<Weighting, Figure>
  blandAltman: LimitsOfAgreement | NoFigure
}

export type FigureOptions = {
  /** For the bootstrap: the same seed gives the same intervals. */
  seed: string
  /** The levels of the scale, for Gwet's coefficients; where left out, the levels in use. */
  levels?: readonly number[]
  /** Criteria that were asked for, also those without any mark; where left out, those that have marks. */
  criteria?: readonly string[]
}

/** Every figure of agreement for each criterion, in the order of their names. A figure that cannot be had is a reason. */
export function agreementFigures(ratings: readonly Rating[], options: FigureOptions): CriterionFigures[] {
  const byCriterion = Map.groupBy(ratings, ({ criterion = '' }) => criterion)
  return sortedNames([...byCriterion.keys(), ...(options.criteria ?? [])]).map((criterion) => ({
    criterion,
    ...criterionFigures(byCriterion.get(criterion) ?? [], options),
  }))
}

/** Every figure of agreement for ratings on one criterion. */
export function criterionFigures(
  ratings: readonly Rating[],
  { seed, levels }: FigureOptions,
): Omit<CriterionFigures, 'criterion'> {
  const table = ratingTable(ratings)
  const design = designOf(table)
  const [oneWay, agreement, consistency] = [iccOneWay(table), iccAgreement(table), iccConsistency(table)]
  return {
    design,
    statistics: allowedStatistics(design),
    percentAgreement: { exact: percentAgreement(table), withinOne: percentAgreement(table, 1) },
    icc: {
      'ICC(1,1)': oneWay.single,
      'ICC(1,k)': oneWay.average,
      'ICC(2,1)': agreement.single,
      'ICC(2,k)': agreement.average,
      'ICC(3,1)': consistency.single,
      'ICC(3,k)': consistency.average,
    },
    alpha: forEach(METRICS, (metric) => krippendorffsAlpha(table, metric, seed)),
    gwet: forEach(WEIGHTINGS, (weighting) => gwetsAc(table, weighting, levels)),
    pairs: design.pairs.map(({ pair, scripts }) => {
      const scores = pairedScores(table, pair)
      return {
        pair,
        scripts,
        kappa: forEach(WEIGHTINGS, (weighting) => cohensKappa(scores, weighting)),
        blandAltman: blandAltman(scores),
      }
    }),
  }
}

const forEach = <Key extends string, Value>(keys: readonly Key[], value: (key: Key) => Value): Record<Key, Value> =>
  Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<Key, Value>
