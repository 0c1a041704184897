import { rubricVersion } from '#app/content/catalogue.server.ts'
import { holdOpenAllocation } from '#app/db/allocations.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { deleteDraft } from '#app/db/drafts.server.ts'
import { insertFinalMark } from '#app/db/final-marks.server.ts'
import { findScriptOfMarker, insertMark, type LockedMark } from '#app/db/marks.server.ts'
import { checkMark, type MarkFaults, type MarkFields } from '#app/domain/mark-form.ts'
import type { Actor } from '#app/domain/people.ts'
import { decideMark } from '#app/domain/rubric.ts'

type Locking = { isLocked: true } | { faults: MarkFaults }

/**
 * Locks the actor's mark of a script that they claimed. It is never changed again, and passes or does not by the rule of
 * the rubric's version that the script was written under. Sent twice, even at the same instant, it makes one mark.
 * @returns the faults by their fields when the mark is not complete; nothing is changed then.
 * @throws 404 for a script that is not with the actor.
 */
export async function lockMark(actor: Actor, code: string, fields: MarkFields, now: Date): Promise<Locking> {
  const script = await findScriptOfMarker({ code, markerId: actor.id })
  if (!script) throw notWithYou()
  if (script.mark) return { isLocked: true }

  const rubric = await rubricVersion(script.rubricVersionId)
  const checked = checkMark(rubric, fields)
  if ('faults' in checked) return checked
  const { hasPassed } = decideMark(rubric, checked.mark)
  await saveMark(actor, { code, rubricVersionId: script.rubricVersionId }, { ...checked.mark, hasPassed }, now)
  return { isLocked: true }
}

/** Looks again under the lock: the script may have been marked or given back in another window meanwhile. */
function saveMark(
  actor: Actor,
  { code, rubricVersionId }: { code: string; rubricVersionId: string },
  mark: LockedMark,
  now: Date,
): Promise<void> {
  return transact(async (tx) => {
    const script = await holdOpenAllocation(tx, { markerId: actor.id, code })
    if (!script) throw notWithYou()
    if (script.isLocked) return
    const markId = await insertMark(tx, { allocationId: script.id, markerId: actor.id, rubricVersionId, mark, now })
    await insertFinalMark(tx, {
      attemptId: script.attemptId,
      kind: 'single',
      mark,
      rubricVersionId,
      markIds: [markId],
      because: ['One marker marked this script.'],
      decidedById: actor.id,
      now,
    })
    await deleteDraft(tx, { ownerId: actor.id, kind: 'mark', subjectId: script.id })
    await recordAudit(tx, {
      actor,
      action: 'mark.locked',
      object: { kind: 'mark', id: markId },
      details: { allocationId: script.id, globalLevel: mark.globalLevel, hasPassed: mark.hasPassed },
      at: now,
    })
  })
}

const notWithYou = () => new Response('This script is not with you.', { status: 404 })
