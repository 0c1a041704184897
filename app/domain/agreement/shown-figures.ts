import { type Forms, inNumber } from '../wording.ts'
import type { Allowance } from './design.ts'
import type { Figure, NoFigure } from './figure.ts'
import type { CriterionFigures } from './figures.ts'

/** Fewer scripts say too little to be shown. */
export const FEWEST_SCRIPTS = 10

/** What is shown of one criterion. */
export type ShownFigures = {
  criterion: string
  /** Double-marked scripts on which two could rate this. */
  scripts: number
  statistics: Allowance[]
  exact: Figure
  withinOne: Figure
  icc: CriterionFigures['icc']
  /** Ordinal. */
  alpha: Figure
  /** With quadratic weights over the whole scale. */
  ac2: Figure
  /** Quadratic-weighted kappa of each two markers with enough scripts in common. */
  pairs: { pair: readonly [string, string]; scripts: number; kappa: Figure }[]
}

/** The figures that the page shows; those of too few scripts are a reason in place of a figure. */
export function shownFigures(criterion: string, figures: Omit<CriterionFigures, 'criterion'>): ShownFigures {
  const { design, statistics, percentAgreement, icc, alpha, gwet, pairs } = figures
  const scripts = design.sharedScripts
  const shown = (figure: Figure) => (scripts < FEWEST_SCRIPTS ? tooFewScripts(scripts) : figure)
  return {
    criterion,
    scripts,
    statistics,
    exact: shown(percentAgreement.exact),
    withinOne: shown(percentAgreement.withinOne),
    icc: {
      'ICC(1,1)': shown(icc['ICC(1,1)']),
      'ICC(1,k)': shown(icc['ICC(1,k)']),
      'ICC(2,1)': shown(icc['ICC(2,1)']),
      'ICC(2,k)': shown(icc['ICC(2,k)']),
      'ICC(3,1)': shown(icc['ICC(3,1)']),
      'ICC(3,k)': shown(icc['ICC(3,k)']),
    },
    alpha: shown(alpha.ordinal),
    ac2: shown(gwet.quadratic),
    pairs: pairs
      .filter((of) => of.scripts >= FEWEST_SCRIPTS)
      .map((of) => ({ pair: of.pair, scripts: of.scripts, kappa: of.kappa.quadratic })),
  }
}

/** Says that a figure is hidden, and why. */
const tooFew = (count: number, forms: Forms): NoFigure => ({
  reason: inNumber(count, forms, { least: FEWEST_SCRIPTS }),
})

export const tooFewScripts = (count: number): NoFigure =>
  tooFew(count, {
    one: 'Hidden: 1 double-marked script, and at least {least} are needed.',
    other: 'Hidden: {n} double-marked scripts, and at least {least} are needed.',
  })

export const tooFewMarks = (count: number): NoFigure =>
  tooFew(count, {
    one: 'Hidden: 1 mark, and at least {least} are needed.',
    other: 'Hidden: {n} marks, and at least {least} are needed.',
  })
