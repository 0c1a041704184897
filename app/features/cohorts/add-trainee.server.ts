import { findAccountId } from '#app/db/accounts.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { cohortsOf, holdCohort, insertTrainee } from '#app/db/cohorts.server.ts'
import { whyNotEnrol } from '#app/db/enrolment-guard.server.ts'
import type { Actor } from '#app/domain/people.ts'

/**
 * Adds the person with this e-mail address to a cohort as a trainee.
 * @param email in lower case.
 * @returns why not: no account has the address, its person is in the cohort already, or lacks what the course asks for.
 * @throws 404 for a cohort out of the actor's reach.
 */
export function addTrainee(
  actor: Actor,
  cohortId: string,
  email: string,
  now: Date,
): Promise<{ isAdded: true } | { refused: string }> {
  return transact(async (tx) => {
    const cohort = await holdCohort(tx, cohortId, cohortsOf(actor))
    if (!cohort) throw new Response('There is no such cohort.', { status: 404 })
    const userId = await findAccountId(tx, email)
    if (!userId)
      return {
        refused: 'No account has this address. Ask the person to sign up first, or an administrator to invite them.',
      }
    const refused = await whyNotEnrol(tx, userId, cohort.courseId, 'lead')
    if (refused) return { refused }
    if (!(await insertTrainee(tx, { cohort, userId, byId: actor.id, now })))
      return { refused: 'The person with this address is in the cohort already.' }
    await recordAudit(tx, {
      actor,
      action: 'cohort.trainee-added',
      object: { kind: 'cohort', id: cohort.id },
      details: { userId },
      at: now,
    })
    return { isAdded: true }
  })
}
