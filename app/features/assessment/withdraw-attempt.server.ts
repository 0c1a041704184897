import { holdScriptsOf, voidScriptsOf } from '#app/db/allocations.server.ts'
import { withdrawSubmitted } from '#app/db/attempts.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { findRateable } from '#app/db/self-ratings.server.ts'
import type { Actor } from '#app/domain/people.ts'

export type Withdrawal = { isWithdrawn: true } | { refused: string }

/**
 * Takes an answer back that was handed in and is not released: nobody marks it any more, and marks that are locked already come
 * to nothing. It was an attempt all the same and stays readable. Sent twice, also at the same instant, it withdraws once.
 * @returns why not: the feedback was given a moment before.
 * @throws 404 for an attempt that is not the actor's or is still being written.
 */
export async function withdrawAttempt(
  actor: Actor,
  at: { slug: string; number: number },
  now: Date,
): Promise<Withdrawal> {
  const attempt = await findRateable(actor.id, at)
  if (!attempt || attempt.state === 'open') throw new Response('There is no such attempt of yours.', { status: 404 })
  if (attempt.state === 'withdrawn') return { isWithdrawn: true }
  const { id } = attempt
  const isNow = await transact(async (tx) => {
    // The scripts first: a marker who locks one holds it before the attempt.
    await holdScriptsOf(tx, id)
    if (!(await withdrawSubmitted(tx, id, now))) return false
    await voidScriptsOf(tx, id)
    await recordAudit(tx, { actor, action: 'attempt.withdrawn', object: { kind: 'attempt', id }, at: now })
    return true
  })
  if (isNow) return { isWithdrawn: true }
  const standing = await findRateable(actor.id, at)
  return standing?.state === 'withdrawn' ? { isWithdrawn: true } : { refused: RELEASED }
}

const RELEASED = 'The feedback on this answer has been given, so it can no longer be withdrawn.'
