import { daysBetween } from '../portfolio/days.ts'
import type { Day, PathwayFacts } from './facts.ts'
import type { KeptEntry } from './portfolio-facts.ts'

/** Six weeks without anything new: longer than a holiday, and early enough to help. A choice of ours; nothing is published. */
const STANDSTILL_DAYS = 42

/** The last day on which anything came: written down, signed, reviewed, checked, declared, or studied. */
export function lastNews(
  entries: readonly KeptEntry[],
  { courses, vignettes, attestations, documents }: PathwayFacts,
  lastStudiedOn: Day | null,
): Day | undefined {
  const days = [
    ...entries.flatMap(({ keptOn, countersignedOn, reviewedOn, checkedOn }) => [
      ...[keptOn, countersignedOn, reviewedOn, checkedOn],
    ]),
    ...courses.map(({ completedOn }) => completedOn),
    ...vignettes.map(({ passedOn }) => passedOn),
    ...[...attestations, ...documents].map(({ on }) => on),
    lastStudiedOn,
  ]
  return days
    .filter((day) => day !== null && day !== undefined)
    .sort()
    .at(-1)
}

/** Whether nothing has come for so long that somebody should ask; also of whoever never began. */
export const isAtStandstill = (last: Day | undefined, today: Day): boolean =>
  last === undefined || daysBetween(last, today) >= STANDSTILL_DAYS
