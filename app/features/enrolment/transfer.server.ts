import { recordAudit } from '#app/db/audit.server.ts'
import { type Db, lockRow, transact } from '#app/db/client.server.ts'
import { cohortsOf, holdCohort } from '#app/db/cohorts.server.ts'
import { deleteWait } from '#app/db/places.server.ts'
import { settlePlaces } from '#app/db/settle-places.server.ts'
import { tellLeads, tellOfEnrolment } from '#app/db/tell-enrolment.server.ts'
import { answerWishes, holdWish, insertWish, moveTrainee } from '#app/db/transfers.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'

export type Transferred = { isDone: true } | { refused: string }

const DONE: Transferred = { isDone: true }
const notThere = () => new Response('There is no such transfer.', { status: 404 })

/**
 * Asks to go over to another cohort of the same course. The leads of the cohort that one is in are told.
 * @throws 404 for a cohort that one is not a trainee of, and for one of another course.
 */
export function askTransfer(
  actor: Actor,
  wish: { cohortId: string; toCohortId: string; reason: string },
  now: Date,
): Promise<Transferred> {
  return transact(async (tx) => {
    await lockRow(tx, 'user', actor.id)
    await requireTrainee(tx, wish.cohortId, actor.id)
    await requireSameCourse(tx, wish.cohortId, wish.toCohortId)
    if (!(await insertWish(tx, { ...wish, userId: actor.id, now })))
      return { refused: 'You have asked already, and nobody has answered yet.' }
    const { reason: _, ...cohorts } = wish
    await audit(tx, { actor, action: 'transfer.asked', userId: actor.id, details: cohorts, now })
    await tellLeads(tx, { cohortId: wish.cohortId, what: 'transfer', now })
    return DONE
  })
}

/** Takes back what one asked for. What was answered already stays so. */
export function takeWishBack(actor: Actor, cohortId: string, now: Date): Promise<void> {
  return transact((tx) =>
    answerWishes(tx, { userId: actor.id, cohortId }, { answer: 'taken_back', byId: actor.id, now }),
  )
}

/**
 * Moves a trainee to another cohort of the same course, by a lead of both or an administrator. Their work, attendance and
 * extensions stay theirs; deadlines and sessions of the new cohort hold from now on. They are told.
 * @returns why not: every place there is taken or kept. @throws 404 for a cohort out of reach, or of another course.
 */
export function transferTrainee(
  actor: Actor,
  { cohortId, userId, toCohortId }: { cohortId: string; userId: string; toCohortId: string },
  now: Date,
): Promise<Transferred> {
  return transact(async (tx) => {
    await lockRow(tx, 'user', userId)
    // Always in the same order, so that two transfers that cross do not wait for each other.
    for (const id of [cohortId, toCohortId].toSorted())
      if (!(await holdCohort(tx, id, cohortsOf(actor)))) throw notThere()
    const from = await requireSameCourse(tx, cohortId, toCohortId)
    await requireTrainee(tx, cohortId, userId)
    if (userId === actor.id) return { refused: 'Somebody else decides about your own place.' }
    const target = await settlePlaces(tx, toCohortId, now)
    const isKept = target?.list.some((one) => one.userId === userId && one.offerUntil) ?? false
    if (target?.free === 0 && !isKept) return { refused: 'Every place of that cohort is taken or kept for somebody.' }
    const { timeZone } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { timeZone: true } })
    const move = { userId, from, to: { id: toCohortId }, byId: actor.id, now }
    if (!(await moveTrainee(tx, move, todayIn(timeZone, now)))) return { refused: 'They are in that cohort already.' }
    await deleteWait(tx, { cohortId: toCohortId, userId })
    await answerWishes(tx, { userId, cohortId }, { answer: 'agreed', byId: actor.id, now })
    await settlePlaces(tx, cohortId, now)
    await audit(tx, { actor, action: 'cohort.trainee-transferred', userId, details: { cohortId, toCohortId }, now })
    await tellOfEnrolment(tx, { userId, courseId: from.courseId, change: 'transferred', now })
    return DONE
  })
}

/** Declines what somebody asked for. They are told. Throws 404 for a wish that is not of one's cohort. */
export function declineTransfer(
  actor: Actor,
  { cohortId, wishId }: { cohortId: string; wishId: string },
  now: Date,
): Promise<Transferred> {
  return transact(async (tx) => {
    const cohort = await holdCohort(tx, cohortId, cohortsOf(actor))
    const wish = cohort && (await holdWish(tx, wishId))
    if (!cohort || wish?.cohortId !== cohort.id) throw notThere()
    if (wish.answer !== null) return DONE
    const { userId } = wish
    await answerWishes(tx, { userId, cohortId }, { answer: 'declined', byId: actor.id, now })
    await audit(tx, { actor, action: 'transfer.declined', userId, details: { cohortId }, now })
    await tellOfEnrolment(tx, { userId, courseId: cohort.courseId, change: 'transfer-declined', now })
    return DONE
  })
}

async function requireTrainee(tx: Db, cohortId: string, userId: string): Promise<void> {
  if ((await tx.cohortMember.count({ where: { cohortId, userId, part: 'trainee' } })) === 0) throw notThere()
}

async function requireSameCourse(tx: Db, cohortId: string, toCohortId: string) {
  const select = { id: true, courseId: true, timeZone: true }
  const [from, to] = await Promise.all(
    [cohortId, toCohortId].map((id) => tx.cohort.findUnique({ where: { id }, select })),
  )
  if (!from || !to || from.id === to.id || from.courseId !== to.courseId) throw notThere()
  return from
}

type Audited = {
  actor: Actor
  action: `${'transfer' | 'cohort'}.${string}`
  userId: string
  details: Record<string, string>
  now: Date
}

const audit = (tx: Db, { actor, action, userId, details, now }: Audited) =>
  recordAudit(tx, { actor, action, object: { kind: 'user', id: userId }, details, at: now })
