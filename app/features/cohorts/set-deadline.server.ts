import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { cohortsOf, deleteDeadline, findVignetteOfCohort, holdCohort, upsertDeadline } from '#app/db/cohorts.server.ts'
import type { Actor } from '#app/domain/people.ts'

/**
 * Sets the last moment at which a cohort's trainees may hand in a vignette, or takes the deadline away.
 * @param dueAt `null` for no deadline.
 * @throws 404 for a cohort out of the actor's reach, and for a vignette that its course does not have.
 */
export function setDeadline(
  actor: Actor,
  { cohortId, vignetteSlug, dueAt }: { cohortId: string; vignetteSlug: string; dueAt: Date | null },
  now: Date,
): Promise<void> {
  return transact(async (tx) => {
    const cohort = await holdCohort(tx, cohortId, cohortsOf(actor))
    const vignetteId = cohort && (await findVignetteOfCohort(tx, cohort, vignetteSlug))
    if (!vignetteId) throw new Response('This cohort has no such vignette.', { status: 404 })
    const key = { cohortId: cohort.id, vignetteId }
    if (dueAt) await upsertDeadline(tx, { ...key, dueAt })
    else if (!(await deleteDeadline(tx, key))) return
    await recordAudit(tx, {
      actor,
      action: dueAt ? 'cohort.deadline-set' : 'cohort.deadline-cleared',
      object: { kind: 'cohort', id: cohort.id },
      details: { vignetteId, dueAt: dueAt?.toISOString() ?? null },
      at: now,
    })
  })
}
