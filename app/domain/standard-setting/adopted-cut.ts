import type { MarkedRubric } from '../rubric.ts'

/** The least global rating, or the least mean of the criteria, that a person adopted as good enough. */
export type AdoptedCut = { scale: 'global' | 'criterion_mean'; value: number }

/**
 * The rubric with the cut that was adopted for a cohort: a global cut takes the place of the rubric's own, a cut on the mean of the criteria
 * is asked for beside the rest.
 */
export function withAdoptedCut<Rubric extends MarkedRubric>(rubric: Rubric, cut: AdoptedCut | undefined): Rubric {
  if (!cut) return rubric
  const rule = cut.scale === 'global' ? { globalAtLeast: cut.value } : { criterionMeanAtLeast: cut.value }
  return { ...rubric, pass: { ...rubric.pass, ...rule } }
}
