import { holdOpenAllocation } from '#app/db/allocations.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { deleteDraft } from '#app/db/drafts.server.ts'
import { returnScript } from '#app/db/scripts.server.ts'
import type { Actor } from '#app/domain/people.ts'

/**
 * Puts a claimed script back into everybody's queue and removes the actor's draft of a mark, so that whoever takes it next begins
 * with nothing.
 * @returns why not, when the mark is locked already.
 * @throws 404 for a script that is not with the actor.
 */
export function giveBackScript(
  actor: Actor,
  code: string,
  now: Date,
): Promise<{ isGivenBack: true } | { refused: string }> {
  return transact(async (tx) => {
    const script = await holdOpenAllocation(tx, { markerId: actor.id, code })
    if (!script) throw new Response('This script is not with you.', { status: 404 })
    if (script.isLocked) return { refused: 'Your mark of this script is locked, so the script stays with you.' }
    await returnScript(tx, script.id)
    await deleteDraft(tx, { ownerId: actor.id, kind: 'mark', subjectId: script.id })
    await recordAudit(tx, {
      actor,
      action: 'script.given-back',
      object: { kind: 'allocation', id: script.id },
      at: now,
    })
    return { isGivenBack: true }
  })
}
