import { db } from './client.server.ts'
import type { Member } from './cohort-members.server.ts'
import { ownCohorts } from './cohort-members.server.ts'
import { isReadable, isUnread } from './discussion.server.ts'

export type WaitsForLeads = {
  /** Threads in which others wrote since this lead last read them. */
  threads: number
  /** Leaves and changes of cohort that nobody has answered. */
  requests: number
}

/** What waits in a cohort for one of its leads; nothing for whoever leads it not. One statement. */
export async function readWaitsForLead(lead: Member, cohortId: string): Promise<WaitsForLeads> {
  const [waits] = await db().$queryRaw<WaitsForLeads[]>`
    SELECT (SELECT count(*)::int FROM discussion_thread t WHERE t.cohort_id = c.id AND ${isReadable} AND ${isUnread}) AS threads,
      (SELECT count(*)::int FROM leave l WHERE l.cohort_id = c.id AND l.answer IS NULL)
      + (SELECT count(*)::int FROM transfer_wish t WHERE t.cohort_id = c.id AND t.answer IS NULL) AS requests
    FROM ${ownCohorts(lead)} own JOIN cohort c ON c.id = own.cohort_id
    WHERE own.is_lead AND c.id::text = ${cohortId}`
  return waits ?? { threads: 0, requests: 0 }
}
