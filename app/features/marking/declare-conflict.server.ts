import { recordAudit } from '#app/db/audit.server.ts'
import { type Db, transact } from '#app/db/client.server.ts'
import { cohortsOf } from '#app/db/cohorts.server.ts'
import {
  findTrainees,
  holdConflict,
  holdUnmarkedScripts,
  insertConflict,
  isMarker,
  saveEnded,
} from '#app/db/conflicts.server.ts'
import { holdMarkers, returnScripts } from '#app/db/script-claims.server.ts'
import type { ConflictKind } from '#app/domain/allocation.ts'
import type { Actor } from '#app/domain/people.ts'

/** `who`: a trainee's name or e-mail address. */
export type Declaration = { markerId: string; who: string; kind: ConflictKind; note: string }

type Declared = { isDeclared: true } | { fault: { field: 'marker' | 'who'; message: string } }

/**
 * Declares that a marker supervises a trainee or has a conflict of interest with them. From then on nothing of theirs is allocated
 * to the marker or can be taken by them, and what is with them and not locked goes back to the others; nobody is told which
 * scripts these were, as that would tell whose they are. Somebody who marks declares their own; about a trainee of a cohort in their
 * reach a lead or an administrator may declare for any marker.
 * @returns which field has to be put right; nothing is changed then.
 */
export function declareConflict(actor: Actor, declaration: Declaration, now: Date): Promise<Declared> {
  const { markerId, kind, note } = declaration
  return transact(async (tx) => {
    if (!(await isMarker(tx, markerId, now))) return fault('marker', 'This person is not a training lead any more.')
    const found = await findTrainee(tx, actor, declaration)
    if ('fault' in found) return found
    const { traineeId } = found
    await holdMarkers(tx, [markerId])
    const by = { declaredById: actor.id, isByScript: false }
    const id = await insertConflict(tx, { markerId, traineeId, kind, note, ...by, now })
    if (!id) return fault('who', 'This is declared already.')
    await returnScripts(tx, await holdUnmarkedScripts(tx, { markerId, traineeId }))
    const details = { markerId, traineeId, kind }
    await recordAudit(tx, { actor, action: 'conflict.declared', object: { kind: 'conflict', id }, details, at: now })
    return { isDeclared: true }
  })
}

async function findTrainee(
  tx: Db,
  actor: Actor,
  { markerId, who }: Declaration,
): Promise<{ traineeId: string } | { fault: { field: 'who'; message: string } }> {
  const anywhere = markerId === actor.id || actor.roles.includes('administrator')
  const [trainee, another] = await findTrainees(tx, { who, cohorts: cohortsOf(actor), anywhere })
  if (another) return fault('who', 'Several people have this name. Use the e-mail address.')
  if (!trainee) return fault('who', nobody(anywhere))
  if (trainee.id === markerId) return fault('who', 'Nobody marks their own work in any case.')
  return { traineeId: trainee.id }
}

const nobody = (anywhere: boolean) =>
  anywhere
    ? 'No trainee has this e-mail address, and none of your cohorts has anybody of this name.'
    : 'None of your cohorts has a trainee of this name or e-mail address.'

const fault = <Field extends 'marker' | 'who'>(field: Field, message: string) => ({ fault: { field, message } })

/**
 * Ends a conflict: from then on the marker may be given the trainee's work again. Ending it a second time changes nothing.
 * @throws 404 for a conflict that is neither the actor's own nor about a trainee of a cohort in their reach.
 */
export function endConflict(actor: Actor, id: string, now: Date): Promise<void> {
  return transact(async (tx) => {
    const conflict = await holdConflict(tx, id, { ownId: actor.id, cohorts: cohortsOf(actor) })
    if (!conflict) throw new Response('There is no such conflict.', { status: 404 })
    if (conflict.isEnded) return
    await saveEnded(tx, id, now)
    await recordAudit(tx, { actor, action: 'conflict.ended', object: { kind: 'conflict', id }, at: now })
  })
}
