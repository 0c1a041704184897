import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { cohortsOf, deleteTrainee, holdCohort } from '#app/db/cohorts.server.ts'
import { settlePlaces } from '#app/db/settle-places.server.ts'
import type { Actor } from '#app/domain/people.ts'

/**
 * Takes a trainee out of a cohort: its deadlines no longer hold for them, and nothing that they did is lost. Removing
 * somebody who is no longer in it changes nothing.
 * @throws 404 for a cohort out of the actor's reach.
 */
export function removeTrainee(actor: Actor, cohortId: string, userId: string, now: Date): Promise<void> {
  return transact(async (tx) => {
    const cohort = await holdCohort(tx, cohortId, cohortsOf(actor))
    if (!cohort) throw new Response('There is no such cohort.', { status: 404 })
    if (!(await deleteTrainee(tx, { cohort, userId, byId: actor.id, now }))) return
    await settlePlaces(tx, cohort.id, now)
    await recordAudit(tx, {
      actor,
      action: 'cohort.trainee-removed',
      object: { kind: 'cohort', id: cohort.id },
      details: { userId },
      at: now,
    })
  })
}
