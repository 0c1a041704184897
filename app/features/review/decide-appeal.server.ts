import { z } from 'zod'
import { createAllocation } from '#app/db/allocations.server.ts'
import { type HeldAppeal, holdAppeal, reopenMarking, saveAppealDecided, saveHandler } from '#app/db/appeals.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { type Db, transact } from '#app/db/client.server.ts'
import { deleteKeptForm } from '#app/db/drafts.server.ts'
import { notify } from '#app/db/notices.server.ts'
import type { Actor } from '#app/domain/people.ts'

export const decisionForm = z.object({
  outcome: z.enum(['upheld', 'not_upheld'], { error: 'Choose whether the appeal is upheld.' }),
  reasons: z
    .string()
    .trim()
    .min(50, 'Give the reasons in a few sentences: the trainee reads them.')
    .max(5000, 'Use at most 5,000 characters.'),
})

/**
 * Takes an appeal on, so that two people do not look into the same one.
 * @returns why not, or null. Throws 404 for an appeal in which the actor is involved.
 */
export function takeAppeal(actor: Actor, appealId: string, now: Date): Promise<string | null> {
  return transact(async (tx) => {
    const appeal = await heldAppeal(tx, actor, appealId)
    if (appeal.handlerId === actor.id) return null
    if (appeal.handlerId) return 'Somebody else has taken this appeal on.'
    await saveHandler(tx, appeal.id, actor.id, now)
    await record(tx, { actor, appeal, action: 'appeal.taken', now })
    return null
  })
}

/**
 * Decides an appeal with reasons that the trainee reads. Where it is upheld the answer is marked again by somebody who had no
 * part in it; what was given before stays in the record. Academic judgement is not replaced: the decider marks nothing.
 * @returns why not, or null. Throws 404 for an appeal in which the actor is involved.
 */
export function decideAppeal(
  actor: Actor,
  appealId: string,
  { outcome, reasons }: z.output<typeof decisionForm>,
  now: Date,
): Promise<string | null> {
  return transact(async (tx) => {
    const appeal = await heldAppeal(tx, actor, appealId)
    if (appeal.decidedAt) return 'This appeal has been decided already.'
    if (appeal.handlerId !== actor.id) return 'Take this appeal on before you decide it.'
    await saveAppealDecided(tx, appeal.id, { outcome, reasons, decidedAt: now })
    await deleteKeptForm(tx, actor, 'appeal-decision', appeal.id)
    if (outcome === 'upheld') await markAgain(tx, appeal)
    await record(tx, { actor, appeal, action: 'appeal.decided', details: { outcome }, now })
    const { userId, vignetteTitle, path } = appeal
    await notify(tx, { userId, kind: 'appeal-decided', params: { vignetteTitle, path }, now })
    return null
  })
}

async function heldAppeal(tx: Db, actor: Actor, appealId: string): Promise<HeldAppeal> {
  const appeal = await holdAppeal(tx, actor.id, appealId)
  if (!appeal) throw new Response('There is no such appeal.', { status: 404 })
  return appeal
}

async function markAgain(tx: Db, { attemptId, vignetteId, cohortId }: HeldAppeal): Promise<void> {
  await reopenMarking(tx, attemptId)
  await createAllocation(tx, { attemptId, vignetteId, cohortId, purpose: 'again' })
}

type Step = { actor: Actor; appeal: HeldAppeal; action: `appeal.${string}`; details?: { outcome: string }; now: Date }

const record = (tx: Db, { actor, appeal: { id, attemptId }, action, details, now }: Step) =>
  recordAudit(tx, { actor, action, object: { kind: 'appeal', id }, details: { attemptId, ...details }, at: now })
