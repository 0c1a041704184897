/** A criterion of the rubric, or the global rating. */
export type JudgedItem = { id: string; title: string }

export type Estimates = Record<string, number>

/** The field of a judge's estimate. */
export const estimateField = (item: string): string => `estimate.${item}`

const QUARTER = 0.25

/**
 * A judge's estimates as they were typed: for each item the level that somebody only just good enough would reach, from 1 to 7, in quarters at
 * the finest.
 * @returns every fault by its field.
 */
export function checkEstimates(
  items: readonly JudgedItem[],
  fields: Record<string, unknown>,
): { estimates: Estimates } | { faults: Record<string, string[]> } {
  const faults: Record<string, string[]> = {}
  const estimates: Estimates = {}
  for (const { id } of items) {
    const typed = fields[estimateField(id)]
    const level = typeof typed === 'string' && typed.trim() !== '' ? Number(typed.replace(',', '.')) : Number.NaN
    if (level >= 1 && level <= 7 && Number.isInteger(level / QUARTER)) estimates[id] = level
    else faults[estimateField(id)] = ['Give a level from 1 to 7, in quarters at the finest.']
  }
  return Object.keys(faults).length > 0 ? { faults } : { estimates }
}
