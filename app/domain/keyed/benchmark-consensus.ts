import { AGREED_BY } from './consensus.ts'
import type { BenchmarkConsensus } from './key.ts'

/** How one member marked a benchmark, with a reason each. Null: not rateable. */
export type BenchmarkMark = {
  ratings: Record<string, { level: number | null; because: string }>
  global: { level: number; because: string }
  criticalErrors: { id: string; because: string }[]
}

/**
 * The mark that a panel's marks come to: for each criterion and the global rating the median level, of an even number the lower
 * of the two in the middle, so that a level is never higher than half of the panel would give. A criterion that at least half
 * found not rateable is not rateable; a critical error stands when at least half saw it.
 */
export function benchmarkConsensus(
  asked: { criteria: readonly { id: string }[]; criticalErrors: readonly { id: string }[] },
  marks: readonly BenchmarkMark[],
): BenchmarkConsensus {
  const ratings = asked.criteria.map(({ id }) => {
    const given = marks.flatMap((mark) => mark.ratings[id] ?? [])
    return [id, { level: rating(given.map(({ level }) => level)), because: joined(given) }] as const
  })
  const globals = marks.map(({ global }) => global)
  const spreads = asked.criteria.map(({ id }) => [id, marks.map((mark) => mark.ratings[id]?.level ?? null)] as const)
  return {
    kind: 'benchmark',
    ratings: Object.fromEntries(ratings),
    global: { level: lowerMedian(globals.map(({ level }) => level)), because: joined(globals) },
    criticalErrors: asked.criticalErrors.flatMap(({ id }) => {
      const seen = marks.flatMap(({ criticalErrors }) => criticalErrors.filter((error) => error.id === id))
      return seen.length > 0 && seen.length >= AGREED_BY * marks.length ? [{ id, because: joined(seen) }] : []
    }),
    comment: '',
    spread: Object.fromEntries(
      [...spreads, ['global', globals.map(({ level }) => level)] as const].flatMap(([id, levels]) =>
        spreadOf(id, levels),
      ),
    ),
  }
}

function rating(levels: readonly (number | null)[]): number | null {
  const rated = levels.filter((level) => level !== null)
  return levels.length - rated.length >= AGREED_BY * levels.length ? null : lowerMedian(rated)
}

function lowerMedian(levels: readonly number[]): number {
  const sorted = [...levels].sort((a, b) => a - b)
  return sorted[Math.ceil(sorted.length / 2) - 1] ?? 1
}

function spreadOf(id: string, levels: readonly (number | null)[]): [string, BenchmarkConsensus['spread'][string]][] {
  const rated = levels.filter((level) => level !== null)
  if (rated.length === 0) return []
  const spread = { lowest: Math.min(...rated), highest: Math.max(...rated), notRateable: levels.length - rated.length }
  return [[id, spread]]
}

const joined = (given: readonly { because: string }[]): string =>
  given
    .flatMap(({ because }) => because.trim() || [])
    .sort()
    .join('\n')
