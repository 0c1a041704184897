import { z } from 'zod'
import { createAllocation } from '#app/db/allocations.server.ts'
import { reopenMarking } from '#app/db/appeals.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { cohortsOf, holdCohort } from '#app/db/cohorts.server.ts'
import { deleteKeptForm } from '#app/db/drafts.server.ts'
import { holdOutdated, insertRubricReviews, listOutdated } from '#app/db/rubric-reviews.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { listField } from '#app/http/form.server.ts'

const PAGE_SIZE = 50

/** One page, counted from 1, of the marks of a cohort that were given on an earlier version of their rubric. Throws 404 out of reach. */
export async function viewRubricChanges(actor: Actor, cohortId: string, page: number) {
  const where = { cohortId, reach: cohortsOf(actor) }
  const found = await listOutdated(where, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE })
  if (!found) throw new Response('There is no such cohort.', { status: 404 })
  return { ...found, pageCount: Math.max(1, Math.ceil(found.total / PAGE_SIZE)) }
}

export const rubricReviewForm = z.object({
  code: listField(z.string()).refine((codes) => codes.length > 0, 'Tick the scripts that you decide about.'),
  decision: z.enum(['stands', 'mark_again'], { error: 'Choose what follows for them.' }),
  reason: z
    .string()
    .trim()
    .min(20, 'Give the reason in a sentence: it stays with each of them.')
    .max(5000, 'Use at most 5,000 characters.'),
})

/**
 * Decides about marks that were given on an earlier version of a rubric: they stand, or the answer is marked again on the
 * corrected version. No mark is ever worked out anew by itself.
 * @returns how many it was decided about: those that somebody else had decided on meanwhile are left as they are.
 */
export function reviewRubricChange(
  actor: Actor,
  cohortId: string,
  { code, decision, reason }: z.output<typeof rubricReviewForm>,
  now: Date,
): Promise<number> {
  return transact(async (tx) => {
    const cohort = await holdCohort(tx, cohortId, cohortsOf(actor))
    if (!cohort) throw new Response('There is no such cohort.', { status: 404 })
    await deleteKeptForm(tx, actor, 'rubric-change', cohortId)
    const held = await holdOutdated(tx, cohort.id, code)
    const decided = { decision, reason, decidedById: actor.id, decidedAt: now }
    await insertRubricReviews(
      tx,
      held.map(({ attemptId, rubricVersionId }) => ({ attemptId, rubricVersionId, ...decided })),
    )
    for (const { attemptId, vignetteId, cohortId: ofCohort, rubricVersionId } of held) {
      if (decision === 'mark_again') {
        await reopenMarking(tx, attemptId)
        await createAllocation(tx, { attemptId, vignetteId, cohortId: ofCohort, purpose: 'again' })
      }
      const object = { kind: 'attempt', id: attemptId }
      await recordAudit(tx, {
        actor,
        action: 'rubric.reviewed',
        object,
        details: { decision, rubricVersionId },
        at: now,
      })
    }
    return held.length
  })
}
