import { insertRecords, listAttendeeIds, type NewRecord } from '#app/db/attendance.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { completeCourseIfDone } from '#app/db/completion.server.ts'
import { type AttendanceState, isAttendanceTime } from '#app/domain/live/attendance.ts'
import type { Actor } from '#app/domain/people.ts'
import { findOwnSession } from './change-session.server.ts'

const TASK_CHARACTERS = 300

/** What a lead says of one person; `minutes` where they were there for a part, `task` where an absence was made up by one. */
export type AttendanceWish = { userId: string; state: AttendanceState; minutes: number | null; task: string }

export type AttendanceFault = { userId: string; field: 'minutes' | 'task'; message: string }

/**
 * Records who was at a session, as further versions. A lead's word stands above what was entered by a code.
 * @param wishes only of those of whom something else is to hold than before.
 * @returns what has to be put right, and then nothing is recorded; or why nothing can be yet.
 * @throws 404 for a session out of the actor's reach.
 */
export function takeAttendance(
  actor: Actor,
  address: { cohortId: string; sessionId: string },
  wishes: readonly AttendanceWish[],
  now: Date,
): Promise<{ recorded: number } | { faults: AttendanceFault[] } | { refused: string }> {
  return transact(async (tx) => {
    const { cohort, session } = await findOwnSession(tx, actor, address)
    if (session.isCancelled) return { refused: 'This session was cancelled.' }
    if (!isAttendanceTime(session, now)) return { refused: 'The session has not begun.' }
    const faults = wishes.flatMap((wish) => faultOf(wish, session.countsMinutes))
    if (faults.length > 0) return { faults }
    const attendees = new Set(await listAttendeeIds(tx, cohort.id, session.id))
    const records = wishes
      .filter(({ userId }) => attendees.has(userId) && userId !== actor.id)
      .map((wish): NewRecord => ({ ...wish, sessionId: session.id, via: 'lead', recordedById: actor.id }))
    if (records.length === 0) return { recorded: 0 }
    await insertRecords(tx, records, now)
    await recordAudit(tx, {
      actor,
      action: 'attendance.recorded',
      object: { kind: 'cohort', id: cohort.id },
      details: { sessionId: session.id, people: records.map(({ userId, state }) => ({ userId, state })) },
      at: now,
    })
    for (const { userId } of records)
      await completeCourseIfDone(tx, { userId, course: { cohortId: cohort.id }, now, actor })
    return { recorded: records.length }
  })
}

function faultOf({ userId, state, minutes, task }: AttendanceWish, countsMinutes: number): AttendanceFault[] {
  if (state === 'present' && minutes !== null && (minutes <= 0 || minutes > countsMinutes))
    return [{ userId, field: 'minutes', message: 'A part is more than nothing, and no more than the session counts.' }]
  if (state === 'made-up' && task === '')
    return [{ userId, field: 'task', message: 'Say in a few words by which task it was made up.' }]
  if (task.length > TASK_CHARACTERS)
    return [{ userId, field: 'task', message: `Use at most ${TASK_CHARACTERS} characters.` }]
  return []
}
