import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { cohortsOf, holdCohort } from '#app/db/cohorts.server.ts'
import { deleteExtension, findDueVignette, findTraineeOfCohort } from '#app/db/extensions.server.ts'
import { notify } from '#app/db/notices.server.ts'
import type { Actor } from '#app/domain/people.ts'

/**
 * Takes a trainee's own date for a vignette away, so that the cohort's holds again. The trainee is told. A second time changes
 * nothing.
 * @throws 404 for a cohort out of the actor's reach, and for a trainee or a vignette that is not one of it.
 */
export function takeExtensionAway(
  actor: Actor,
  { cohortId, email, vignetteSlug }: { cohortId: string; email: string; vignetteSlug: string },
  now: Date,
): Promise<void> {
  return transact(async (tx) => {
    const cohort = await holdCohort(tx, cohortId, cohortsOf(actor))
    const trainee = cohort && (await findTraineeOfCohort(tx, { cohortId: cohort.id, email }))
    const vignette = cohort && (await findDueVignette(tx, { cohortId: cohort.id, slug: vignetteSlug }))
    if (!trainee || !vignette || trainee.userId === actor.id)
      throw new Response('There is no such extension.', { status: 404 })
    const { userId } = trainee
    if (!(await deleteExtension(tx, { userId, vignetteId: vignette.id }))) return
    await recordAudit(tx, {
      actor,
      action: 'extension.taken-away',
      object: { kind: 'user', id: userId },
      details: { cohortId: cohort.id, vignetteId: vignette.id },
      at: now,
    })
    const params = { vignetteTitle: vignette.title, path: `/vignettes/${vignette.slug}` } as const
    await notify(tx, { userId, kind: 'deadline-changed', params, now })
  })
}
