import { transact } from '#app/db/client.server.ts'
import { holdRecordingsDue } from '#app/db/clips.server.ts'
import { notify } from '#app/db/notices.server.ts'
import { REMIND_DAYS_BEFORE } from '#app/domain/portfolio/clip-rules.ts'
import { DAY_MS } from '#app/domain/time.ts'

/** At most once a week for each of the two; the half day is for a job that comes a little earlier than the last. */
const PAUSE_MS = 6.5 * DAY_MS

/** Reminds people of recordings that have to be destroyed soon or should have been, however often and wherever it runs. @returns how many notices. */
export function remindOfRecordings(now: Date): Promise<number> {
  return transact(async (tx) => {
    const notSince = new Date(now.getTime() - PAUSE_MS)
    const due = await holdRecordingsDue(tx, { now, daysBefore: REMIND_DAYS_BEFORE, notSince })
    for (const { ownerId: userId, count, isOverdue } of due)
      await notify(tx, { userId, kind: 'recordings-due', params: { count, isOverdue }, now })
    return due.length
  })
}
