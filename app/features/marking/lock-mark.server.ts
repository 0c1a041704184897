import { rubricVersion } from '#app/content/catalogue.server.ts'
import { requestAgreement } from '#app/db/agreement.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { type Db, transact } from '#app/db/client.server.ts'
import { deleteDraftsOfMark } from '#app/db/drafts.server.ts'
import { afterGold, placeGoldIfDue } from '#app/db/gold.server.ts'
import { type HeldScript, holdScriptWithAttempt, type MarkedAttempt } from '#app/db/locking.server.ts'
import { policyOf } from '#app/db/marking-policies.server.ts'
import { findScriptOfMarker, insertMark } from '#app/db/marks.server.ts'
import type { Anchor } from '#app/domain/anchors.ts'
import type { SavedDraft } from '#app/domain/draft.ts'
import { isSameJson } from '#app/domain/json.ts'
import type { MarkFaults, MarkFields } from '#app/domain/mark-form.ts'
import type { Actor } from '#app/domain/people.ts'
import { decideMark, type Mark, type MarkedRubric } from '#app/domain/rubric.ts'
import { checkScriptMark } from './check-script-mark.server.ts'
import { readMarkFields } from './read-mark-fields.ts'
import { type Standing, settleAttempt } from './settle-attempt.server.ts'
import { withStandardInForce } from './standard-in-force.server.ts'

export type Locking =
  | { isLocked: true; standing: Standing }
  /** `newer`: another version of the draft, which would be lost. */
  | { faults: MarkFaults; newer?: SavedDraft<MarkFields> }
  /** Nothing was saved, in a sentence. */
  | { withdrawn: string }

const MEANWHILE = 'Another version of this mark was saved meanwhile.'

const WITHDRAWN = 'The trainee has withdrawn this answer. Your mark was not needed and nothing was saved.'

/**
 * Locks the actor's mark of a script that they claimed. It is never changed again, and passes or does not by the rule of
 * the rubric's version that the script was written under. Sent twice, even at the same instant, it makes one mark.
 * What follows for the attempt is settled in the same transaction: of two markers nobody learns anything before both are in.
 * @param draftVersion the version of the draft that the form was filled in on: what was saved elsewhere since is not lost unseen.
 * @returns the faults by their fields when the mark is not complete, or that the answer was withdrawn; nothing is changed then.
 * @throws 404 for a script that is not with the actor.
 */
export async function lockMark(
  actor: Actor,
  code: string,
  fields: MarkFields,
  now: Date,
  draftVersion = Number.POSITIVE_INFINITY,
): Promise<Locking> {
  const script = await findScriptOfMarker({ code, markerId: actor.id })
  if (!script) throw notWithYou()
  if (script.mark) return { isLocked: true, standing: 'waits' }
  if (script.isWithdrawn) return { withdrawn: WITHDRAWN }
  const newer = script.draft && script.draft.version > draftVersion ? script.draft : null
  if (newer && !isSameJson(newer.body, fields))
    return { faults: { '': MEANWHILE }, newer: { ...newer, body: readMarkFields(newer.body) } }

  const { rubricVersionId } = script
  const rubric = await rubricVersion(rubricVersionId)
  const checked = await checkScriptMark(script, rubric, fields)
  if ('faults' in checked) return checked
  return transact((tx) => saveMark(tx, { actor, code, rubric, rubricVersionId, ...checked, now }))
}

type MarkToSave = {
  actor: Actor
  code: string
  rubric: MarkedRubric
  rubricVersionId: string
  mark: Mark
  anchors: Anchor[]
  now: Date
}

/** Looks again under the lock: the script may have been marked, given back or withdrawn meanwhile. */
async function saveMark(tx: Db, { code, ...given }: MarkToSave): Promise<Locking> {
  const { actor, rubricVersionId, now } = given
  const script = await holdScriptWithAttempt(tx, { markerId: actor.id, code })
  if (!script) throw notWithYou()
  if (script.isLocked) return { isLocked: true, standing: 'waits' }
  if (script.attempt?.state === 'withdrawn') return { withdrawn: WITHDRAWN }
  if (script.isVoid) throw notWithYou()

  const cohortId = script.attempt?.cohortId ?? null
  const rubric = await withStandardInForce(tx, given.rubric, { vignetteId: script.vignetteId, cohortId })
  const mark = { ...given.mark, hasPassed: decideMark(rubric, given.mark).hasPassed }
  const kept = { allocationId: script.id, markerId: actor.id, rubricVersionId, now }
  const markId = await insertMark(tx, { ...kept, mark: { ...mark, anchors: given.anchors } })
  await deleteDraftsOfMark(tx, script.id)
  await recordAudit(tx, {
    actor,
    action: 'mark.locked',
    object: { kind: 'mark', id: markId },
    details: { allocationId: script.id, globalLevel: mark.globalLevel, hasPassed: mark.hasPassed },
    at: now,
  })
  await requestAgreement(tx, { cohortId, vignetteId: script.vignetteId }, now)
  return { isLocked: true, standing: await settle(tx, script, { actor, rubric, rubricVersionId, mark, markId, now }) }
}

type Saved = Omit<Parameters<typeof settleAttempt>[1], 'attempt' | 'purpose'>

async function settle(tx: Db, script: HeldScript, saved: Saved): Promise<Standing> {
  const { id: allocationId, purpose, attempt, benchmarkVersionId } = script
  if (attempt && purpose !== 'gold') {
    const { goldShare } = await policyOf(tx, attempt.cohortId)
    await placeGoldIfDue(tx, { allocationId, markerId: saved.actor.id, goldShare, ...placeOf(attempt) })
    return settleAttempt(tx, { ...saved, attempt, purpose })
  }
  if (benchmarkVersionId) await afterGold(tx, { ...saved, allocationId, benchmarkVersionId })
  return 'waits'
}

const placeOf = ({ vignetteId, cohortId }: MarkedAttempt) => ({ vignetteId, cohortId })

const notWithYou = () => new Response('This script is not with you.', { status: 404 })
