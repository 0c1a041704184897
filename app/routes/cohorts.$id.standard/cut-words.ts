import type { AdoptedCut } from '#app/domain/standard-setting/adopted-cut.ts'
import type { CutBasis } from '#app/domain/standard-setting/proposed-cut.ts'

export const basisNames: Record<CutBasis, string> = {
  'angoff-global': 'Modified Angoff, global rating',
  'angoff-criteria': 'Modified Angoff, mean of the criteria',
  'borderline-regression': 'Borderline regression',
  rubric: 'The rubric’s own rule',
}

/** What a cut asks of a script. Global ratings are whole levels. */
export function whatItAsks({ scale, value }: AdoptedCut): string {
  if (scale !== 'global') return `a mean of the criteria of at least ${value}, beside the rubric’s own rule`
  return Number.isInteger(value)
    ? `a global rating of at least ${value}`
    : `a global rating of at least ${Math.ceil(value)} (the cut is ${value}; ratings are whole levels)`
}
