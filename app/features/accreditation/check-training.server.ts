import { z } from 'zod'
import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { deleteKeptForm } from '#app/db/drafts.server.ts'
import { notify } from '#app/db/notices.server.ts'
import { holdEntry } from '#app/db/portfolio-writing.server.ts'
import {
  findTrainingToCheck,
  insertTrainingCheck,
  listTrainingsToCheck,
  type TrainingToCheck,
} from '#app/db/trainings.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import { approvedThroughout } from '#app/domain/portfolio/provider-approval.ts'

const PAGE_SIZE = 25

/** Trainings of other people, one page counted from 1: those that wait, the longest first, or those that were checked. */
export async function listTrainings(actor: Actor, { page, isChecked }: { page: number; isChecked: boolean }) {
  const filter = { checkerId: actor.id, isChecked }
  const { rows, total } = await listTrainingsToCheck(filter, { offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE })
  return { trainings: rows.map(withApproval), total, pageCount: Math.max(1, Math.ceil(total / PAGE_SIZE)) }
}

/** @throws 404 where there is none, and for the actor's own. */
export async function viewTrainingToCheck(actor: Actor, entryId: string) {
  return withApproval(found(await findTrainingToCheck({ entryId, checkerId: actor.id })))
}

const withApproval = (training: TrainingToCheck) => ({
  ...training,
  approval: approvedThroughout(training.provider?.approvals ?? [], training.body),
})

export const trainingCheckForm = z
  .object({
    outcome: z.enum(['accepted', 'refused'], 'Choose what you found.'),
    note: z.string().trim().max(1000, 'Use at most 1,000 characters.').default(''),
    seenVersion: z.coerce.number().int(),
  })
  .refine(({ outcome, note }) => outcome === 'accepted' || note.length >= 10, {
    path: ['note'],
    message: 'Say what is wrong, so that the trainee can put it right.',
  })

/**
 * Records what staff found of somebody else's training, for the version that they looked at; the trainee is told.
 * @returns why not, or null. Throws 404 where there is none, and for the actor's own.
 */
export function checkTraining(
  actor: Actor,
  entryId: string,
  { outcome, note, seenVersion }: z.output<typeof trainingCheckForm>,
  now: Date,
): Promise<string | null> {
  return transact(async (tx) => {
    await holdEntry(tx, entryId)
    const training = found(await findTrainingToCheck({ entryId, checkerId: actor.id }, tx))
    if (training.version !== seenVersion) return 'The trainee has corrected this meanwhile. Please look at it again.'
    if (!training.file && outcome === 'accepted') return 'There is no certificate with this training.'
    const isAccepted = outcome === 'accepted'
    const { ownerId: userId, version: entryVersion } = training
    const check = { userId, entryId, entryVersion, isAccepted, note, checkedById: actor.id }
    await insertTrainingCheck(tx, { ...check, checkedOn: todayIn(actor.timeZone, now), now })
    await deleteKeptForm(tx, actor, 'training-check', entryId)
    const object = { kind: 'portfolio-entry', id: entryId }
    await recordAudit(tx, {
      actor,
      action: 'training.checked',
      object,
      details: { isAccepted, version: entryVersion },
      at: now,
    })
    const params = { title: training.body.title, isAccepted, path: `/portfolio/trainings/${entryId}` } as const
    await notify(tx, { userId, kind: 'training-checked', params, now })
    return null
  })
}

function found(training: TrainingToCheck | null): TrainingToCheck {
  if (!training) throw new Response('There is no such training to check.', { status: 404 })
  return training
}
