import { findGuest, insertRecords, listAttendeeIds } from '#app/db/attendance.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { isAttendanceTime } from '#app/domain/live/attendance.ts'
import type { Actor } from '#app/domain/people.ts'
import { findOwnSession } from './change-session.server.ts'

/**
 * Records that somebody of another cohort came to make up the same session: one with the same short name, of the same course.
 * @param email in lower case.
 * @returns why not.
 * @throws 404 for a session out of the actor's reach.
 */
export function addGuest(
  actor: Actor,
  address: { cohortId: string; sessionId: string },
  email: string,
  now: Date,
): Promise<{ isAdded: true } | { refused: string }> {
  return transact(async (tx) => {
    const { cohort, session } = await findOwnSession(tx, actor, address)
    if (session.isCancelled) return { refused: 'This session was cancelled.' }
    if (!isAttendanceTime(session, now)) return { refused: 'The session has not begun.' }
    const userId = await findGuest(tx, { email, key: session.key, cohort })
    if (!userId || userId === actor.id)
      return { refused: `No trainee of another cohort with the session ${session.key} has this address.` }
    if ((await listAttendeeIds(tx, cohort.id, session.id)).includes(userId))
      return { refused: 'This person is in the list already.' }
    const record = { userId, sessionId: session.id, state: 'present', minutes: null, task: '' } as const
    await insertRecords(tx, [{ ...record, via: 'lead', recordedById: actor.id }], now)
    await recordAudit(tx, {
      actor,
      action: 'attendance.guest-recorded',
      object: { kind: 'cohort', id: cohort.id },
      details: { sessionId: session.id, userId },
      at: now,
    })
    return { isAdded: true }
  })
}
