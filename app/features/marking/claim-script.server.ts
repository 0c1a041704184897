import { recordAudit } from '#app/db/audit.server.ts'
import { type Db, transact } from '#app/db/client.server.ts'
import { findHolder, takeNextScript, takeScript } from '#app/db/scripts.server.ts'
import type { Actor } from '#app/domain/people.ts'

export type Claim = { code: string } | { refused: string }

/**
 * Gives a waiting script to the actor. One script is marked by one person: when two ask at the same instant, one gets it
 * and the other is told so. Asking again for one's own script changes nothing.
 * @throws 404 for an unknown code and for the actor's own attempt, which is not in their reach.
 */
export function claimScript(actor: Actor, code: string, now: Date): Promise<Claim> {
  return transact(async (tx) => {
    const id = await takeScript(tx, { code, markerId: actor.id, now })
    if (id) {
      await recordClaim(tx, { id, actor, now })
      return { code }
    }
    const holder = await findHolder(tx, { code, markerId: actor.id })
    if (!holder) throw new Response('There is no such script.', { status: 404 })
    if (holder.markerId === actor.id) return { code }
    return { refused: 'Somebody else took this script a moment before you. The others below are still free.' }
  })
}

/** Gives the actor the first script of their queue, of one vignette if they chose one. */
export function claimNextScript(actor: Actor, vignetteSlug: string | undefined, now: Date): Promise<Claim> {
  return transact(async (tx) => {
    const script = await takeNextScript(tx, { vignetteSlug, markerId: actor.id, now })
    if (!script) return { refused: 'No script is waiting at the moment.' }
    await recordClaim(tx, { id: script.id, actor, now })
    return { code: script.code }
  })
}

const recordClaim = (tx: Db, { id, actor, now }: { id: string; actor: Actor; now: Date }) =>
  recordAudit(tx, { actor, action: 'script.claimed', object: { kind: 'allocation', id }, at: now })
