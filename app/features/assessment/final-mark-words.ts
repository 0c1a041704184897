import type { FinalMarkKind } from '#app/domain/marking.ts'

/** How a mark came about, for whoever was marked. Never who. */
export const finalMarkWords: Record<FinalMarkKind, string> = {
  single: 'One person marked your answer.',
  agreed_automatically: 'Two people marked your answer, neither seeing the other’s mark, and their marks agree.',
  agreed:
    'Two people marked your answer, neither seeing the other’s mark. They talked over where they differed and agreed on this one.',
  adjudicated: 'Two people marked your answer, neither seeing the other’s mark, and a third person decided.',
  again: 'Your answer was marked once more, by somebody who had no part in the mark before.',
}

/**
 * The same with what it rested on. The first reason tells markers who marked, which stands above in words for whoever was marked.
 * @returns a sentence for each line.
 */
export const howItCameAbout = (kind: FinalMarkKind, because: readonly string[]): string[] => [
  finalMarkWords[kind],
  ...because.slice(1),
]
