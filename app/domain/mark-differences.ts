import { decideMark, type Judgement, type MarkedRubric } from './rubric.ts'

/** The name of the global rating among the criteria's ids. */
export const GLOBAL = 'global'

export type Difference = {
  /** A criterion's id, or `global`. */
  id: string
  title: string
  /** The first mark's level and the second's; null for "not rateable". */
  levels: readonly [number | null, number | null]
  /** In levels, 0 where neither could rate it; null where only one could, which is no distance. */
  apart: number | null
}

type FlaggedError = { id: string; title: string; by: 'first' | 'second' | 'both' }

export type MarkDifferences = {
  /** The global rating first, then every criterion in the rubric's order, also those that are equal. */
  levels: Difference[]
  /** Every critical error that at least one of the two flagged. */
  criticalErrors: FlaggedError[]
  /** Whether the first mark passes by the rubric's rule, and whether the second does. */
  passes: readonly [boolean, boolean]
}

/** Where two marks of one script differ, level by level and error by error. */
export function differencesOf(rubric: MarkedRubric, first: Judgement, second: Judgement): MarkDifferences {
  return {
    levels: [
      difference(GLOBAL, 'Global rating', first.globalLevel, second.globalLevel),
      ...rubric.criteria.map(({ id, title }) => difference(id, title, levelOf(first, id), levelOf(second, id))),
    ],
    criticalErrors: rubric.criticalErrors.flatMap(({ id, title }) => {
      const [byFirst, bySecond] = [Object.hasOwn(first.criticalErrors, id), Object.hasOwn(second.criticalErrors, id)]
      if (!byFirst && !bySecond) return []
      return [{ id, title, by: byFirst && bySecond ? 'both' : byFirst ? 'first' : 'second' }]
    }),
    passes: [decideMark(rubric, first).hasPassed, decideMark(rubric, second).hasPassed],
  }
}

const levelOf = ({ ratings }: Judgement, id: string) => (Object.hasOwn(ratings, id) ? ratings[id]?.level : null) ?? null

function difference(id: string, title: string, first: number | null, second: number | null): Difference {
  const apart = first === null || second === null ? (first === second ? 0 : null) : Math.abs(first - second)
  return { id, title, levels: [first, second], apart }
}

/** Whether the two levels lie on either side of the least that the rubric asks for there. */
export function isAcrossStandard({ pass }: MarkedRubric, { id, levels: [first, second] }: Difference): boolean {
  if (first === null || second === null) return false
  const least = id === GLOBAL ? pass.globalAtLeast : pass.criterionAtLeast
  return first >= least !== second >= least
}

/** `3 and 5`, the lower first, whoever gave it. */
export function levelsInWords({ levels: [first, second] }: Difference): string {
  const [lower, higher] = [first, second].sort((a, b) => (a ?? 0) - (b ?? 0))
  return `${lower ?? 'not rateable'} and ${higher ?? 'not rateable'}`
}
