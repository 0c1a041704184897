import { findAdjustment } from '#app/db/adjustments.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { type Db, transact } from '#app/db/client.server.ts'
import { cohortsOf, holdCohort } from '#app/db/cohorts.server.ts'
import {
  type DueVignette,
  findDueVignette,
  findTraineeOfCohort,
  type TraineeOfCohort,
  upsertExtension,
} from '#app/db/extensions.server.ts'
import { listStandingLeaves } from '#app/db/leaves.server.ts'
import { notify } from '#app/db/notices.server.ts'
import { deadlineFrom } from '#app/domain/deadline.ts'
import type { Actor } from '#app/domain/people.ts'

export type ExtensionWish = {
  cohortId: string
  /** In lower case. */
  email: string
  vignetteSlug: string
  dueAt: Date
  reason: string
}

type Fault = { field: 'email' | 'vignette' | 'dueAt'; message: string }

/**
 * Gives a trainee of a cohort a later date for one of its vignettes, in the place of an earlier extension. The trainee is told.
 * @returns why not, beside the field that it is about.
 * @throws 404 for a cohort out of the actor's reach.
 */
export function grantExtension(
  actor: Actor,
  wish: ExtensionWish,
  now: Date,
): Promise<{ isGranted: true } | { fault: Fault }> {
  return transact(async (tx) => {
    const cohort = await holdCohort(tx, wish.cohortId, cohortsOf(actor))
    if (!cohort) throw new Response('There is no such cohort.', { status: 404 })
    const trainee = await findTraineeOfCohort(tx, { cohortId: cohort.id, email: wish.email })
    if (!trainee) return fault('email', 'No trainee of this cohort has this address.')
    if (trainee.userId === actor.id) return fault('email', 'Somebody else decides about your own deadlines.')
    const vignette = await findDueVignette(tx, { cohortId: cohort.id, slug: wish.vignetteSlug })
    if (!vignette)
      return fault('vignette', 'This vignette has no deadline in this cohort, so there is nothing to extend.')
    if (wish.dueAt <= (await dueWithoutIt(tx, cohort.id, trainee, vignette)))
      return fault('dueAt', 'They have until then already. Choose a later date.')
    await saveExtension(tx, { actor, cohortId: cohort.id, trainee, vignette, wish, now })
    return { isGranted: true }
  })
}

const fault = (field: Fault['field'], message: string) => ({ fault: { field, message } })

async function dueWithoutIt(
  tx: Db,
  cohortId: string,
  { userId, timeZone }: TraineeOfCohort,
  { dueAt }: DueVignette,
): Promise<Date> {
  const adjustment = await findAdjustment(userId, tx)
  const leaves = (await listStandingLeaves(tx, userId, cohortId)).filter(({ answer }) => answer === 'agreed')
  const extraDays = adjustment?.extraDays ?? 0
  const facts = { cohorts: [{ dueAt, leaves }], extraDays, extension: null, timeZone }
  return deadlineFrom(facts)?.dueAt ?? dueAt
}

type Saving = {
  actor: Actor
  cohortId: string
  trainee: TraineeOfCohort
  vignette: DueVignette
  wish: ExtensionWish
  now: Date
}

async function saveExtension(tx: Db, { actor, cohortId, trainee, vignette, wish, now }: Saving): Promise<void> {
  const { userId } = trainee
  const { dueAt, reason } = wish
  await upsertExtension(tx, { userId, vignetteId: vignette.id, dueAt, reason, grantedById: actor.id, now })
  await recordAudit(tx, {
    actor,
    action: 'extension.granted',
    object: { kind: 'user', id: userId },
    details: { cohortId, vignetteId: vignette.id, dueAt: dueAt.toISOString() },
    at: now,
  })
  const params = { vignetteTitle: vignette.title, path: `/vignettes/${vignette.slug}` } as const
  await notify(tx, { userId, kind: 'deadline-changed', params, now })
}
