import { z } from 'zod'
import { createAllocation } from '#app/db/allocations.server.ts'
import { reopenMarking } from '#app/db/appeals.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { cohortsOf, holdCohort } from '#app/db/cohorts.server.ts'
import {
  drawModerations,
  findModeration,
  holdModeration,
  listModerations,
  saveVerdict,
} from '#app/db/moderation.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { type RecordView, viewRecord } from './marking-record.server.ts'

const PAGE_SIZE = 25
/** Global levels on both sides of the pass standard: where a mark decides most. */
const NEAR_THE_STANDARD = [3, 4]

/** One page, counted from 1, of a cohort's moderation sample. Throws 404 for a cohort that the actor does not lead. */
export async function viewModerations(actor: Actor, cohortId: string, page: number) {
  const where = { cohortId, reach: cohortsOf(actor), personId: actor.id }
  const found = await listModerations(where, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE })
  if (!found) throw new Response('There is no such cohort.', { status: 404 })
  return { ...found, pageCount: Math.max(1, Math.ceil(found.counts.drawn / PAGE_SIZE)) }
}

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

export type ModerationView = RecordView & {
  cohortName: string
  verdict: 'agree' | 'disagree' | null
  comment: string
  isChangedSince: boolean
}

type Which = { cohortId: string; id: string }

const reachOf = (actor: Actor, which: Which) => ({ ...which, reach: cohortsOf(actor), personId: actor.id })

/** One drawn answer with its marks. Throws 404 where the actor had a part in the marking. */
export async function viewModeration(actor: Actor, which: Which): Promise<ModerationView> {
  const record = await findModeration(reachOf(actor, which))
  if (!record) throw new Response('There is no such answer in the sample.', { status: 404 })
  const { cohortName, verdict, comment, isChangedSince } = record
  return { cohortName, verdict, comment, isChangedSince, ...(await viewRecord(record)) }
}

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
    const held = await holdModeration(tx, reachOf(actor, which))
    if (!held) throw new Response('There is no such answer in the sample.', { status: 404 })
    const isMarkedAgain = verdict === 'disagree' && again !== undefined
    if (isMarkedAgain && held.isReleased)
      return 'The trainee has this mark already, so it can no longer be marked again from here.'
    const { id, attemptId, vignetteId, cohortId, finalMarkId } = held
    await saveVerdict(tx, id, { verdict, comment, finalMarkId, moderatorId: actor.id, moderatedAt: now })
    if (isMarkedAgain) {
      await reopenMarking(tx, attemptId)
      await createAllocation(tx, { attemptId, vignetteId, cohortId, purpose: 'again' })
    }
    const details = { attemptId, finalMarkId, verdict, isMarkedAgain }
    await recordAudit(tx, { actor, action: 'mark.moderated', object: { kind: 'moderation', id }, details, at: now })
    return null
  })
}
