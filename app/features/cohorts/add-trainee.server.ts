import { findAccountId } from '#app/db/accounts.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { cohortsOf, holdCohort, insertTrainee } from '#app/db/cohorts.server.ts'
import { whyNotEnrol } from '#app/db/enrolment-guard.server.ts'
import { deleteWait } from '#app/db/places.server.ts'
import { settlePlaces } from '#app/db/settle-places.server.ts'
import type { Actor } from '#app/domain/people.ts'

const FULL =
  'Every place of the cohort is taken or kept for somebody. Put them onto the waiting list, or raise the number of places, under Places.'

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
    const places = await settlePlaces(tx, cohort.id, now)
    const isKept = places?.list.some((one) => one.userId === userId && one.offerUntil) ?? false
    if (places?.free === 0 && !isKept) return { refused: FULL }
    await deleteWait(tx, { cohortId: cohort.id, userId })
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
