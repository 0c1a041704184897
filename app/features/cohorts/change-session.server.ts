import { isAttendanceTaken } from '#app/db/attendance.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { type Db, transact } from '#app/db/client.server.ts'
import { cohortsOf, type HeldCohort, holdCohort } from '#app/db/cohorts.server.ts'
import { type HeldSession, holdSession, type SessionRow, updateSession } from '#app/db/live-sessions.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { type SessionFault, type SessionWish, sessionRow } from './plan-session.server.ts'
import { tellOfSession } from './tell-of-session.server.ts'

/** What people were recorded at stays what it was. */
export const TAKEN = 'Attendance has been taken at this session, so it stays as it was. Its materials can still change.'

type SessionAddress = { cohortId: string; sessionId: string }

/**
 * Changes a live session. The trainees are told where its title, times, place or link are others than before.
 * @returns or the field that has to be put right; a session that was cancelled, or at which attendance was taken, stays as it was.
 * @throws 404 for a session out of the actor's reach.
 */
export function changeSession(
  actor: Actor,
  address: SessionAddress,
  wish: SessionWish,
  now: Date,
): Promise<{ isChanged: boolean } | { fault: SessionFault } | { refused: string }> {
  return transact(async (tx) => {
    const { cohort, session } = await findOwnSession(tx, actor, address)
    if (session.isCancelled) return { refused: 'This session is cancelled. Plan another in its place.' }
    if (await isAttendanceTaken(tx, session.id)) return { refused: TAKEN }
    const row = await sessionRow(tx, cohort, wish, session.id)
    if ('fault' in row) return row
    const isForCalendars = isSeenByTrainees(session, row)
    await updateSession(tx, session.id, { ...row, isForCalendars, now })
    await recordAudit(tx, {
      actor,
      action: 'session.changed',
      object: { kind: 'cohort', id: cohort.id },
      details: { sessionId: session.id, startsAt: row.startsAt.toISOString(), countsMinutes: row.countsMinutes },
      at: now,
    })
    if (isForCalendars) await tellOfSession(tx, { cohortId: cohort.id, change: 'changed', sessionId: session.id }, now)
    return { isChanged: true }
  })
}

const isSeenByTrainees = (before: HeldSession, after: SessionRow): boolean =>
  before.title !== after.title ||
  before.startsAt.getTime() !== after.startsAt.getTime() ||
  before.endsAt.getTime() !== after.endsAt.getTime() ||
  before.place !== after.place ||
  before.link !== after.link

/** Holds a session of a cohort within the actor's reach. @throws 404 where there is none. */
export async function findOwnSession(
  tx: Db,
  actor: Actor,
  { cohortId, sessionId }: SessionAddress,
): Promise<{ cohort: HeldCohort; session: HeldSession }> {
  const cohort = await holdCohort(tx, cohortId, cohortsOf(actor))
  const session = cohort && (await holdSession(tx, cohort.id, sessionId))
  if (!session) throw new Response('There is no such session.', { status: 404 })
  return { cohort, session }
}
