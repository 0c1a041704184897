import { recordAudit } from '#app/db/audit.server.ts'
import { type Db, transact } from '#app/db/client.server.ts'
import { cohortsOf, holdCohort } from '#app/db/cohorts.server.ts'
import { insertSession, isKeyTaken, type SessionRow } from '#app/db/live-sessions.server.ts'
import { keyFromTitle } from '#app/domain/live/session-key.ts'
import { type LocalSpan, sessionTimes } from '#app/domain/live/session-times.ts'
import type { Actor } from '#app/domain/people.ts'
import { tellOfSession } from './tell-of-session.server.ts'

/** A session as a lead writes it: its times as clocks of the cohort's zone show them. */
export type SessionWish = Omit<SessionRow, 'startsAt' | 'endsAt'> & LocalSpan

export type SessionFault = { field: 'startsAt' | 'endsAt' | 'countsMinutes' | 'key'; message: string }

/**
 * Plans a live session of a cohort. Its trainees are told, each in their own time.
 * @returns its id, or the field that has to be put right.
 * @throws 404 for a cohort out of the actor's reach.
 */
export function planSession(
  actor: Actor,
  cohortId: string,
  wish: SessionWish,
  now: Date,
): Promise<{ id: string } | { fault: SessionFault }> {
  return transact(async (tx) => {
    const cohort = await holdCohort(tx, cohortId, cohortsOf(actor))
    if (!cohort) throw new Response('There is no such cohort.', { status: 404 })
    const row = await sessionRow(tx, cohort, wish)
    if ('fault' in row) return row
    const id = await insertSession(tx, cohort.id, row, now)
    await recordAudit(tx, {
      actor,
      action: 'session.planned',
      object: { kind: 'cohort', id: cohort.id },
      details: { sessionId: id, startsAt: row.startsAt.toISOString(), countsMinutes: row.countsMinutes },
      at: now,
    })
    await tellOfSession(tx, { cohortId: cohort.id, change: 'planned', sessionId: id }, now)
    return { id }
  })
}

/** What is kept of a wish: the moments that its times stand for, and a key that no other session of the cohort has. */
export async function sessionRow(
  tx: Db,
  cohort: { id: string; timeZone: string },
  wish: SessionWish,
  butFor?: string,
): Promise<SessionRow | { fault: SessionFault }> {
  const times = sessionTimes(wish, wish.countsMinutes, cohort.timeZone)
  if ('fault' in times) return times
  const key = wish.key || keyFromTitle(wish.title)
  if (!key) return { fault: { field: 'key', message: 'Give the session a short name in plain letters or digits.' } }
  if (await isKeyTaken(tx, cohort.id, key, butFor))
    return { fault: { field: 'key', message: `Another session of this cohort has the short name ${key}.` } }
  return { ...wish, ...times, key }
}
