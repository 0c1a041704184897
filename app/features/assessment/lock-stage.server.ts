import { writtenVersion } from '#app/content/catalogue.server.ts'
import { insertStage, readLockedStages } from '#app/db/attempt-stages.server.ts'
import { holdAttempt } from '#app/db/attempts.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { deleteDraft, findDraft } from '#app/db/drafts.server.ts'
import type { Json } from '#app/domain/json.ts'
import type { Actor } from '#app/domain/people.ts'
import { askedAt, isLastStage } from './asked.ts'
import { checkWritten } from './check-written.server.ts'
import type { RefusedAttempt } from './refused-attempt.ts'
import type { SentAttempt } from './submit-attempt.server.ts'

/**
 * Locks the answer to one stage of an unfolding vignette, after which what was said then is shown. It is never changed again.
 * Sent twice, also at the same instant, it locks once and answers the same.
 * @param sent with the stage that the page was on, from 0.
 * @returns null, or what has to be put right, with all that was typed; nothing is changed then.
 * @throws 404 for an attempt that is not the actor's, and for a stage that is not there to be locked.
 */
export function lockStage(
  actor: Actor,
  slug: string,
  { stage, ...sent }: SentAttempt & { stage: number },
  now: Date,
): Promise<RefusedAttempt | null> {
  return transact(async (tx) => {
    const attempt = await holdAttempt(tx, { userId: actor.id, attemptId: sent.attemptId }, 'update')
    if (attempt?.slug !== slug) throw notThere()
    const lockedStages = (await readLockedStages(tx, attempt.id)).length
    if (attempt.state !== 'open' || stage < lockedStages) return null

    const vignette = await writtenVersion(attempt.vignetteVersionId)
    const asked = askedAt(vignette, lockedStages)
    if (stage > lockedStages || isLastStage(asked)) throw notThere()
    const draftKey = { ownerId: actor.id, kind: 'answer', subjectId: attempt.id } as const
    const saved = await findDraft(tx, draftKey)
    const checked = checkWritten({ actor, attempt, vignette, sent, saved, now }, asked)
    if ('refused' in checked) return checked.refused

    const answers = checked.answers as unknown as Record<string, Json>
    await insertStage(tx, { attemptId: attempt.id, stage, answers, now })
    // It held this stage only; what is written next is a draft of its own.
    await deleteDraft(tx, draftKey)
    const object = { kind: 'attempt', id: attempt.id } as const
    await recordAudit(tx, { actor, action: 'attempt.stage-locked', object, details: { stage }, at: now })
    return null
  })
}

const notThere = () => new Response('There is no such attempt of yours.', { status: 404 })
