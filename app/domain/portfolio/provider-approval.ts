import type { Period } from './approval.ts'
import { addDays } from './days.ts'
import type { Day } from './entry.ts'

export type ApprovalFinding = { isApproved: true } | { isApproved: false; firstDayWithout: Day }

/**
 * Whether a provider was approved on each day of a training, from its first to its last. One approval may follow another without a
 * gap; one that was given later does not count backwards.
 * @returns the first day that no approval covers.
 */
export function approvedThroughout(
  approvals: readonly Period[],
  { startedOn, endedOn }: { startedOn: Day; endedOn: Day },
): ApprovalFinding {
  let day = startedOn
  while (day <= endedOn) {
    const lastDay = lastCoveredDay(approvals, day)
    if (!lastDay) return { isApproved: false, firstDayWithout: day }
    if (lastDay === 'open') break
    day = addDays(lastDay, 1)
  }
  return { isApproved: true }
}

/** Of the approvals in force on a day the one that goes on longest: its last day. */
function lastCoveredDay(approvals: readonly Period[], day: Day): Day | 'open' | undefined {
  const ends = approvals
    .filter(({ startsOn, endsOn }) => startsOn <= day && (endsOn === null || day <= endsOn))
    .map(({ endsOn }) => endsOn ?? 'open')
  return ends.includes('open') ? 'open' : ends.sort().at(-1)
}
