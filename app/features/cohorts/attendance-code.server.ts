import { randomInt } from 'node:crypto'
import { holdCodedSession, insertRecords, saveCode } from '#app/db/attendance.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { completeCourseIfDone } from '#app/db/completion.server.ts'
import { codeEndsAt, isCodeTime, standingRecord } from '#app/domain/live/attendance.ts'
import type { Actor } from '#app/domain/people.ts'
import { findOwnSession } from './change-session.server.ts'

/** Without those that are taken for one another when read from a wall: O and 0, I, L and 1, S and 5, Z and 2, B and 8. */
const LETTERS = 'ACDEFGHJKMNPQRTUVWXY34679'
const CODE_LENGTH = 6

type SessionAddress = { cohortId: string; sessionId: string }

const drawCode = () => Array.from({ length: CODE_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('')

/**
 * Draws a code for a session to be shown in the room, in the place of an earlier one.
 * @param minutes how long it is good; null for until the session is over.
 * @returns why not: it is too early, too late or cancelled.
 * @throws 404 for a session out of the actor's reach.
 */
export function openCode(
  actor: Actor,
  address: SessionAddress,
  minutes: number | null,
  now: Date,
): Promise<{ code: string } | { refused: string }> {
  return transact(async (tx) => {
    const { cohort, session } = await findOwnSession(tx, actor, address)
    if (session.isCancelled) return { refused: 'This session was cancelled.' }
    if (!isCodeTime(session, now))
      return {
        refused: 'A code is good from a quarter of an hour before the session to a quarter of an hour after it.',
      }
    const code = drawCode()
    await saveCode(tx, session.id, { code, codeEndsAt: codeEndsAt(session, minutes, now) })
    await recordAudit(tx, {
      actor,
      action: 'attendance.code-opened',
      object: { kind: 'cohort', id: cohort.id },
      details: { sessionId: session.id },
      at: now,
    })
    return { code }
  })
}

/** Ends a session's code. A second time changes nothing. @throws 404 for a session out of the actor's reach. */
export function closeCode(actor: Actor, address: SessionAddress, now: Date): Promise<void> {
  return transact(async (tx) => {
    const { cohort, session } = await findOwnSession(tx, actor, address)
    await saveCode(tx, session.id, { code: null, codeEndsAt: null })
    await recordAudit(tx, {
      actor,
      action: 'attendance.code-closed',
      object: { kind: 'cohort', id: cohort.id },
      details: { sessionId: session.id },
      at: now,
    })
  })
}

/** As it was shown, however it was typed. */
const asShown = (typed: string) => typed.toUpperCase().replace(/[^A-Z0-9]/g, '')

/**
 * Records a trainee as present by the code that is shown in the room. A second time changes nothing.
 * @returns why not: what a lead recorded stands, or the code is not the one that is good now.
 * @throws 404 for a session of a cohort in which the actor does not learn.
 */
export function enterCode(
  actor: Actor,
  sessionId: string,
  typed: string,
  now: Date,
): Promise<{ isPresent: true } | { refused: string }> {
  return transact(async (tx) => {
    const session = await holdCodedSession(tx, sessionId, actor.id)
    if (!session) throw new Response('There is no such session.', { status: 404 })
    const isGood = session.code !== null && session.codeEndsAt !== null && now <= session.codeEndsAt
    if (!isGood || !isCodeTime(session, now) || asShown(typed) !== session.code)
      return { refused: 'This is not the code that is shown now. Look again, or ask the training lead.' }
    const standing = standingRecord(session.records)
    if (standing?.via === 'lead' && standing.state !== 'present')
      return { refused: 'A training lead has recorded something else for you. Ask them to put it right.' }
    if (standing) return { isPresent: true }
    const record = { sessionId: session.id, userId: actor.id, state: 'present', minutes: null, task: '' } as const
    await insertRecords(tx, [{ ...record, via: 'code', recordedById: actor.id }], now)
    await recordAudit(tx, {
      actor,
      action: 'attendance.entered-by-code',
      object: { kind: 'cohort', id: session.cohortId },
      details: { sessionId: session.id },
      at: now,
    })
    await completeCourseIfDone(tx, { userId: actor.id, course: { cohortId: session.cohortId }, now, actor })
    return { isPresent: true }
  })
}
