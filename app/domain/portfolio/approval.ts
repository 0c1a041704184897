import type { Day } from './entry.ts'

/** From one day to another, both of them in it; without an end while it is in force. */
export type Period = { startsOn: Day; endsOn: Day | null }

/** Whether an approval was in force on a day. */
export const isApprovedOn = (approvals: readonly Period[], day: Day): boolean =>
  approvals.some(({ startsOn, endsOn }) => startsOn <= day && (endsOn === null || day <= endsOn))
