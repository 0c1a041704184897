import { recordAudit } from '#app/db/audit.server.ts'
import { type Db, lockRow, transact } from '#app/db/client.server.ts'
import { wasInCohort } from '#app/db/cohort-enrolments.server.ts'
import { cohortsOf, holdCohort } from '#app/db/cohorts.server.ts'
import { type HeldEnrolment, holdEnrolment, saveReturned, saveWithdrawn } from '#app/db/enrolments.server.ts'
import { agreeModules } from '#app/db/modules.server.ts'
import { notify } from '#app/db/notices.server.ts'
import { listOrdersOf } from '#app/db/orders.server.ts'
import { entitlementsOf } from '#app/domain/billing/order.ts'
import type { EnrolmentChange } from '#app/domain/notices.ts'
import type { Actor } from '#app/domain/people.ts'

export type Left = { isDone: true } | { refused: string }

const DONE: Left = { isDone: true }

/**
 * Leaves a course of one's own accord, and with it every cohort of it. Nothing is deleted. Whoever has left already stays so.
 * @returns why not, for a course that is completed. @throws 404 for a course that one was never enrolled in.
 */
export function leaveCourse(actor: Actor, slug: string, now: Date): Promise<Left> {
  return transact(async (tx) => {
    await lockRow(tx, 'user', actor.id)
    const held = await holdEnrolment(tx, actor.id, { slug })
    if (!held) throw notThere()
    return end(tx, held, { actor, reason: '', now })
  })
}

/**
 * Takes a trainee of one's cohort off its course. They are told, with the reason.
 * @throws 404 for a cohort out of the actor's reach, and for somebody who was never in it.
 */
export function takeOffCourse(
  actor: Actor,
  { cohortId, userId, reason }: { cohortId: string; userId: string; reason: string },
  now: Date,
): Promise<Left> {
  return transact(async (tx) => {
    const held = await holdOfCohort(tx, actor, cohortId, userId)
    if (userId === actor.id) return { refused: 'Somebody else decides about your own enrolment.' }
    if (!held) return { refused: 'This person has not begun the course. Remove them from the cohort instead.' }
    const ended = await end(tx, held, { actor, reason, now })
    if ('isDone' in ended) await tell(tx, held, 'taken-off', now)
    return ended
  })
}

async function end(
  tx: Db,
  held: HeldEnrolment,
  { actor, reason, now }: { actor: Actor; reason: string; now: Date },
): Promise<Left> {
  if (held.completedAt) return { refused: 'The course is completed, so there is nothing left to leave.' }
  if (held.state === 'withdrawn') return DONE
  await saveWithdrawn(tx, held, { byId: actor.id, reason, now })
  await audit(tx, { actor, action: 'enrolment.withdrawn', held, now })
  await agreeModules(tx, { enrolmentId: held.id, actor, now })
  return DONE
}

/**
 * Comes back to a course that one had left, as one left it; the cohorts are to be joined anew.
 * @returns why not: a lead has taken one off it, or what was paid for it was given back.
 * @throws 404 for a course that one was never enrolled in.
 */
export function comeBack(actor: Actor, slug: string, now: Date): Promise<Left> {
  return transact(async (tx) => {
    await lockRow(tx, 'user', actor.id)
    const held = await holdEnrolment(tx, actor.id, { slug })
    if (!held) throw notThere()
    if (held.state === 'withdrawn' && held.withdrawnAt && held.withdrawnById !== actor.id)
      return { refused: 'A training lead has taken you off this course. They can take you up again: ask them.' }
    return takeUp(tx, held, actor, now)
  })
}

/** Takes somebody up again whom a lead had taken off the course, or who had left it. They are told. Throws as {@link takeOffCourse}. */
export function takeUpAgain(
  actor: Actor,
  { cohortId, userId }: { cohortId: string; userId: string },
  now: Date,
): Promise<Left> {
  return transact(async (tx) => {
    const held = await holdOfCohort(tx, actor, cohortId, userId)
    if (userId === actor.id) return { refused: 'Somebody else decides about your own enrolment.' }
    if (!held) return { refused: 'This person has not begun the course.' }
    if (held.state === 'active') return DONE
    const back = await takeUp(tx, held, actor, now)
    if ('isDone' in back) await tell(tx, held, 'taken-up', now)
    return back
  })
}

async function takeUp(tx: Db, held: HeldEnrolment, actor: Actor, now: Date): Promise<Left> {
  const { state, userId, courseId } = held
  if (state === 'active') return DONE
  const orders = held.orderId ? await listOrdersOf(tx, userId, courseId) : []
  const orderId = entitlementsOf(orders).get(courseId) ?? null
  if (held.orderId && !orderId)
    return { refused: 'What was paid for this course was given back or is disputed: it has to be bought again.' }
  if (held.hasLostSeat)
    return { refused: 'The seat that an organisation paid for this course is stopped or was taken back: ask there.' }
  await saveReturned(tx, held, { byId: actor.id, orderId, now })
  await audit(tx, { actor, action: 'enrolment.returned', held, now })
  await agreeModules(tx, { enrolmentId: held.id, actor, now })
  return DONE
}

async function holdOfCohort(tx: Db, actor: Actor, cohortId: string, userId: string) {
  await lockRow(tx, 'user', userId)
  const cohort = await holdCohort(tx, cohortId, cohortsOf(actor))
  if (!cohort || !(await wasInCohort(tx, cohort.id, userId))) throw notThere()
  return holdEnrolment(tx, userId, { id: cohort.courseId })
}

const notThere = () => new Response('There is no such enrolment.', { status: 404 })

function audit(
  tx: Db,
  { actor, action, held, now }: { actor: Actor; action: `enrolment.${string}`; held: HeldEnrolment; now: Date },
) {
  const object = { kind: 'enrolment', id: held.id }
  return recordAudit(tx, { actor, action, object, details: { courseId: held.courseId }, at: now })
}

function tell(tx: Db, { userId, courseTitle, courseSlug }: HeldEnrolment, change: EnrolmentChange, now: Date) {
  const params = { change, courseTitle, path: `/learn/${courseSlug}/enrolment` } as const
  return notify(tx, { userId, kind: 'enrolment-changed', params, now })
}
