import { z } from 'zod'
import { createAllocation } from '#app/db/allocations.server.ts'
import { reopenMarking } from '#app/db/appeals.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { cohortsOf, holdCohort } from '#app/db/cohorts.server.ts'
import { deleteKeptForm } from '#app/db/drafts.server.ts'
import { drawModerations, holdModeration, saveVerdict } from '#app/db/moderation.server.ts'
import type { Actor } from '#app/domain/people.ts'

/** Global levels on both sides of the pass standard: where a mark decides most. */
const NEAR_THE_STANDARD = [3, 4]

export const drawForm = z.object({
  reason: z.enum(['random', 'near_pass'], { error: 'Choose from which answers to draw.' }),
  count: z.coerce
    .number('Say how many, as a number.')
    .int('Say how many, as a whole number.')
    .min(1, 'Draw at least one.')
    .max(500, 'Draw at most 500 at a time.'),
})

/**
 * Draws finally marked answers by chance, to be looked at by somebody who had no part in their marking. Until they have been,
 * they are not released. @returns how many were drawn: fewer than asked for where there are no more.
 */
export function drawSample(
  actor: Actor,
  cohortId: string,
  { reason, count }: z.output<typeof drawForm>,
  now: Date,
): Promise<number> {
  return transact(async (tx) => {
    const cohort = await holdCohort(tx, cohortId, cohortsOf(actor))
    if (!cohort) throw new Response('There is no such cohort.', { status: 404 })
    const draw = { cohortId: cohort.id, reason, count, near: NEAR_THE_STANDARD, drawnById: actor.id, now }
    const drawn = await drawModerations(tx, draw)
    const object = { kind: 'cohort', id: cohort.id }
    await recordAudit(tx, { actor, action: 'moderation.drawn', object, details: { reason, count, drawn }, at: now })
    return drawn
  })
}

type Which = { cohortId: string; id: string }

export const verdictForm = z
  .object({
    verdict: z.enum(['agree', 'disagree'], { error: 'Choose whether you agree with the mark.' }),
    comment: z.string().trim().max(5000, 'Use at most 5,000 characters.'),
    again: z.string().optional(),
  })
  .refine(({ verdict, comment }) => verdict === 'agree' || comment.length >= 20, {
    path: ['comment'],
    message: 'Say in a sentence or two what you would have given and why.',
  })

/**
 * Says whether the mark is agreed with. A moderator changes no mark: where they disagree they can have the answer marked again by
 * somebody else, as long as the trainee has not been given the mark.
 * @returns why not, or null. Throws 404 where the actor had a part in the marking.
 */
export function moderate(
  actor: Actor,
  which: Which,
  { verdict, comment, again }: z.output<typeof verdictForm>,
  now: Date,
): Promise<string | null> {
  return transact(async (tx) => {
    const held = await holdModeration(tx, { ...which, reach: cohortsOf(actor), personId: actor.id })
    if (!held) throw new Response('There is no such answer in the sample.', { status: 404 })
    const isMarkedAgain = verdict === 'disagree' && again !== undefined
    if (isMarkedAgain && held.isReleased)
      return 'The trainee has this mark already, so it can no longer be marked again from here.'
    const { id, attemptId, vignetteId, cohortId, finalMarkId } = held
    await saveVerdict(tx, id, { verdict, comment, finalMarkId, moderatorId: actor.id, moderatedAt: now })
    await deleteKeptForm(tx, actor, 'moderation', `${which.cohortId}.${which.id}`)
    if (isMarkedAgain) {
      await reopenMarking(tx, attemptId)
      await createAllocation(tx, { attemptId, vignetteId, cohortId, purpose: 'again' })
    }
    const details = { attemptId, finalMarkId, verdict, isMarkedAgain }
    await recordAudit(tx, { actor, action: 'mark.moderated', object: { kind: 'moderation', id }, details, at: now })
    return null
  })
}
