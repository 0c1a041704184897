import type { NoFigure } from '../agreement/figure.ts'
import type { AdoptedCut } from './adopted-cut.ts'
import type { AngoffRound } from './angoff.ts'
import type { BorderlineRegression } from './borderline-regression.ts'

/** What a cut rests on. `rubric` is the rubric's own rule, to which one can go back. */
export const CUT_BASES = ['angoff-global', 'angoff-criteria', 'borderline-regression', 'rubric'] as const
export type CutBasis = (typeof CUT_BASES)[number]

export type ProposedCut = AdoptedCut & {
  basis: CutBasis
  /** The figures of the method, which are kept with the cut. */
  figures: Record<string, number>
}

/** The scale that each basis speaks of. */
export const scaleOf: Record<CutBasis, AdoptedCut['scale']> = {
  'angoff-global': 'global',
  'angoff-criteria': 'criterion_mean',
  'borderline-regression': 'criterion_mean',
  rubric: 'global',
}

/** The cuts that a person can adopt at this moment, to two decimals. A method without a result proposes nothing. */
export function proposedCuts(given: {
  angoff: { global: AngoffRound | NoFigure; criteria: AngoffRound | NoFigure } | undefined
  borderline: BorderlineRegression | NoFigure | undefined
  ownRule: number
}): ProposedCut[] {
  const { angoff, borderline, ownRule } = given
  return [
    ...(angoff ? [...ofAngoff('angoff-global', angoff.global), ...ofAngoff('angoff-criteria', angoff.criteria)] : []),
    ...(borderline && !('reason' in borderline) ? [ofRegression(borderline)] : []),
    { basis: 'rubric', scale: scaleOf.rubric, value: ownRule, figures: {} },
  ]
}

function ofAngoff(basis: 'angoff-global' | 'angoff-criteria', round: AngoffRound | NoFigure): ProposedCut[] {
  if ('reason' in round) return []
  const { cut, sd, standardError, judges } = round
  return [{ basis, scale: scaleOf[basis], value: hundredths(cut), figures: { cut, sd, standardError, judges } }]
}

function ofRegression(borderline: BorderlineRegression): ProposedCut {
  const { cut, low, high, standardError, rmse, r2, scripts } = borderline
  return {
    basis: 'borderline-regression',
    scale: scaleOf['borderline-regression'],
    value: hundredths(cut),
    figures: { cut, low, high, standardError, rmse, r2, scripts },
  }
}

const hundredths = (value: number) => Math.round(value * 100) / 100
