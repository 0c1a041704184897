import { db, transact } from '#app/db/client.server.ts'
import { findDueAttempts, holdDueAttempt } from '#app/db/releases.server.ts'
import { releaseAttempt } from './release-attempt.server.ts'

const AT_ONCE = 200

/**
 * Releases whatever is due, each attempt in a transaction of its own and once, however many workers do this at the same time. What
 * something holds stays due. @returns how many were released.
 */
export async function releaseDue(now: Date): Promise<number> {
  let released = 0
  let due = await findDueAttempts(db(), { now, after: null, limit: AT_ONCE })
  while (due.length > 0) {
    for (const id of due) if (await releaseOne(id, now)) released += 1
    due = await findDueAttempts(db(), { now, after: due.at(-1) ?? null, limit: AT_ONCE })
  }
  return released
}

const releaseOne = (id: string, now: Date): Promise<boolean> =>
  transact(async (tx) => {
    const attempt = await holdDueAttempt(tx, { id, now })
    if (!attempt?.releaseDueById) return false
    return (await releaseAttempt(tx, attempt, { actor: { id: attempt.releaseDueById }, now })) === 'released'
  })
