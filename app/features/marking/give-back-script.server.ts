import { recordAudit } from '#app/db/audit.server.ts'
import { type Db, transact } from '#app/db/client.server.ts'
import { insertConflict } from '#app/db/conflicts.server.ts'
import { deleteDraft } from '#app/db/drafts.server.ts'
import { type HeldScript, holdMarkers, holdOwnScript, returnScripts, voidScript } from '#app/db/script-claims.server.ts'
import { GIVE_BACK_REASONS, type GiveBackReason } from '#app/domain/give-back.ts'
import type { Actor } from '#app/domain/people.ts'

/**
 * Puts a script that the actor has begun, or that was allocated to them, back into everybody's queue and removes their draft of a
 * mark, so that whoever takes it next begins with nothing. Where they hand it back because they recognise whoever wrote it, that is
 * declared at the same time, and nothing of that person comes to them again; they are not told who it is.
 * @returns why not, when the mark is locked already.
 * @throws 404 for a script that is not with the actor.
 */
export function giveBackScript(
  actor: Actor,
  code: string,
  now: Date,
  reason: GiveBackReason = 'other',
): Promise<{ isGivenBack: true } | { refused: string }> {
  return transact(async (tx) => {
    await holdMarkers(tx, [actor.id])
    const script = await holdOwnScript(tx, { markerId: actor.id, code })
    if (!script) throw new Response('This script is not with you.', { status: 404 })
    if (script.state === 'locked')
      return { refused: 'Your mark of this script is locked, so the script stays with you.' }
    await declareOver(tx, { script, actor, reason, now })
    await putBack(tx, script, reason)
    await deleteDraft(tx, { ownerId: actor.id, kind: 'mark', subjectId: script.id })
    await recordAudit(tx, {
      actor,
      action: 'script.given-back',
      object: { kind: 'allocation', id: script.id },
      details: { reason },
      at: now,
    })
    return { isGivenBack: true }
  })
}

/** What a marker may never mark again does not come back to them; nor does a benchmark whose writer they believe to know. */
const putBack = (tx: Db, { id, traineeId }: HeldScript, reason: GiveBackReason): Promise<void> =>
  traineeId === null && GIVE_BACK_REASONS[reason].conflict ? voidScript(tx, id) : returnScripts(tx, [id])

type Declaring = { script: HeldScript; actor: Actor; reason: GiveBackReason; now: Date }

/** Over a benchmark nothing is declared: nobody here wrote it. */
async function declareOver(tx: Db, { script, actor, reason, now }: Declaring): Promise<void> {
  const { conflict: kind } = GIVE_BACK_REASONS[reason]
  if (!kind || !script.traineeId) return
  const by = { markerId: actor.id, declaredById: actor.id, note: '', isByScript: true }
  const id = await insertConflict(tx, { ...by, traineeId: script.traineeId, kind, now })
  if (id) await recordAudit(tx, { actor, action: 'conflict.declared', object: { kind: 'conflict', id }, at: now })
}
