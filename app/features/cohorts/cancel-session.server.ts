import { isAttendanceTaken } from '#app/db/attendance.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { saveCancelled } from '#app/db/live-sessions.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { findOwnSession, TAKEN } from './change-session.server.ts'
import { tellOfSession } from './tell-of-session.server.ts'

/**
 * Cancels a live session that is not over. It stays on every page and in every calendar, as cancelled. A second time changes nothing.
 * @returns why not.
 * @throws 404 for a session out of the actor's reach.
 */
export function cancelSession(
  actor: Actor,
  address: { cohortId: string; sessionId: string },
  now: Date,
): Promise<{ isCancelled: true } | { refused: string }> {
  return transact(async (tx) => {
    const { cohort, session } = await findOwnSession(tx, actor, address)
    if (session.isCancelled) return { isCancelled: true }
    if (session.endsAt <= now) return { refused: 'This session is over, so that there is nothing to cancel.' }
    if (await isAttendanceTaken(tx, session.id)) return { refused: TAKEN }
    await saveCancelled(tx, session.id, now)
    await recordAudit(tx, {
      actor,
      action: 'session.cancelled',
      object: { kind: 'cohort', id: cohort.id },
      details: { sessionId: session.id },
      at: now,
    })
    await tellOfSession(tx, { cohortId: cohort.id, change: 'cancelled', sessionId: session.id }, now)
    return { isCancelled: true }
  })
}
