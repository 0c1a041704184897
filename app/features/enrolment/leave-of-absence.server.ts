import { recordAudit } from '#app/db/audit.server.ts'
import { type Db, lockRow, transact } from '#app/db/client.server.ts'
import { cohortsOf, type HeldCohort, holdCohort } from '#app/db/cohorts.server.ts'
import { recordEnrolmentEvent } from '#app/db/enrolment-events.server.ts'
import {
  answerLeaveRow,
  type HeldLeave,
  holdLeave,
  insertLeave,
  listStandingLeaves,
  saveLastDay,
} from '#app/db/leaves.server.ts'
import { tellLeads, tellOfEnrolment } from '#app/db/tell-enrolment.server.ts'
import { endedEarly, type LeaveDays, leaveFault } from '#app/domain/enrolment/leave.ts'
import type { Actor } from '#app/domain/people.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'

export type LeaveWish = LeaveDays & { cohortId: string; reason: string }

type Fault = { field: 'from' | 'until' | ''; message: string }
export type LeaveAnswer = { isDone: true } | { fault: Fault }

const DONE: LeaveAnswer = { isDone: true }
const notThere = () => new Response('There is no such leave.', { status: 404 })

/**
 * Asks for a leave of absence from a cohort. Its leads are told; the reason is for them alone.
 * @throws 404 for a cohort that the person is not a trainee of.
 */
export function askLeave(actor: Actor, wish: LeaveWish, now: Date): Promise<LeaveAnswer> {
  return transact(async (tx) => {
    await lockRow(tx, 'user', actor.id)
    if (!(await isTrainee(tx, wish.cohortId, actor.id))) throw notThere()
    const fault = await faultOf(tx, actor.id, wish, todayIn(actor.timeZone, now))
    if (fault) return { fault }
    const id = await insertLeave(tx, { ...wish, userId: actor.id, agreedById: null, now })
    await audit(tx, { actor, action: 'leave.asked', leave: { ...wish, id, userId: actor.id }, now })
    await tellLeads(tx, { cohortId: wish.cohortId, what: 'leave', now })
    return DONE
  })
}

/** Gives a trainee of one's cohort a leave that they need not ask for. They are told. Throws 404 as {@link answerLeave}. */
export function giveLeave(actor: Actor, wish: LeaveWish & { userId: string }, now: Date): Promise<LeaveAnswer> {
  return transact(async (tx) => {
    await lockRow(tx, 'user', wish.userId)
    const cohort = await requireCohort(tx, actor, wish.cohortId)
    if (!(await isTrainee(tx, cohort.id, wish.userId))) throw notThere()
    if (wish.userId === actor.id) return { fault: OWN }
    const fault = await faultOf(tx, wish.userId, wish, todayIn(actor.timeZone, now))
    if (fault) return { fault }
    const id = await insertLeave(tx, { ...wish, agreedById: actor.id, now })
    await agreed(tx, { actor, cohort, leave: { ...wish, id }, now })
    return DONE
  })
}

const OWN: Fault = { field: '', message: 'Somebody else decides about your own leave.' }

/**
 * Agrees to a leave that was asked for, or declines it. They are told. What was answered already stays so.
 * @throws 404 for a cohort out of the actor's reach and for a leave that is not one of it.
 */
export function answerLeave(
  actor: Actor,
  { cohortId, leaveId, answer }: { cohortId: string; leaveId: string; answer: 'agreed' | 'declined' },
  now: Date,
): Promise<LeaveAnswer> {
  return transact(async (tx) => {
    const cohort = await requireCohort(tx, actor, cohortId)
    const leave = await holdLeave(tx, leaveId)
    if (leave?.cohortId !== cohort.id) throw notThere()
    if (leave.userId === actor.id) return { fault: OWN }
    if (leave.answer !== null) return DONE
    await answerLeaveRow(tx, leave.id, { answer, byId: actor.id, now })
    if (answer === 'agreed') await agreed(tx, { actor, cohort, leave, now })
    else {
      await audit(tx, { actor, action: 'leave.declined', leave, now })
      await tellOfEnrolment(tx, { userId: leave.userId, courseId: cohort.courseId, change: 'leave-declined', now })
    }
    return DONE
  })
}

type Agreeing = {
  actor: Actor
  cohort: HeldCohort
  leave: Pick<HeldLeave, 'id' | 'userId' | 'cohortId' | 'from' | 'until'>
  now: Date
}

async function agreed(tx: Db, { actor, cohort, leave, now }: Agreeing): Promise<void> {
  const { userId } = leave
  const { courseId, id: cohortId } = cohort
  await recordEnrolmentEvent(tx, { userId, courseId, cohortId, kind: 'leave_agreed', leave, byId: actor.id, at: now })
  await audit(tx, { actor, action: 'leave.agreed', leave, now })
  await tellOfEnrolment(tx, { userId, courseId, change: 'leave-agreed', now })
}

/**
 * Ends a leave before its last day, from today on, or takes back one that has not begun or was not answered: by the person
 * themselves or by a lead. A leave that is over stays as it was.
 * @throws 404 for a leave that is neither one's own nor of one's cohort.
 */
export function endLeave(actor: Actor, leaveId: string, now: Date): Promise<void> {
  return transact(async (tx) => {
    const leave = await holdLeave(tx, leaveId)
    const isOwn = leave?.userId === actor.id
    const cohort = leave && (await holdCohort(tx, leave.cohortId, isOwn ? 'all' : cohortsOf(actor)))
    if (!leave || !cohort) throw notThere()
    const today = todayIn(actor.timeZone, now)
    if (leave.answer === 'declined' || leave.answer === 'taken_back' || leave.until < today) return
    const until = leave.answer === null ? null : endedEarly(leave, today)
    if (until) await saveLastDay(tx, leave.id, until)
    else await answerLeaveRow(tx, leave.id, { answer: 'taken_back', byId: actor.id, now })
    await audit(tx, { actor, action: 'leave.ended', leave, now })
    if (leave.answer === null) return
    const { userId } = leave
    const { courseId, id: cohortId } = cohort
    await recordEnrolmentEvent(tx, { userId, courseId, cohortId, kind: 'leave_ended', byId: actor.id, at: now })
    if (!isOwn) await tellOfEnrolment(tx, { userId, courseId, change: 'leave-ended', now })
  })
}

const faultOf = async (tx: Db, userId: string, wish: LeaveWish, today: string) =>
  leaveFault(wish, await listStandingLeaves(tx, userId, wish.cohortId), today)

async function requireCohort(tx: Db, actor: Actor, cohortId: string): Promise<HeldCohort> {
  const cohort = await holdCohort(tx, cohortId, cohortsOf(actor))
  if (!cohort) throw notThere()
  return cohort
}

const isTrainee = async (tx: Db, cohortId: string, userId: string) =>
  (await tx.cohortMember.count({ where: { cohortId, userId, part: 'trainee' } })) === 1

type Audited = {
  actor: Actor
  action: `leave.${string}`
  leave: Pick<HeldLeave, 'id' | 'userId' | 'cohortId'>
  now: Date
}

const audit = (tx: Db, { actor, action, leave, now }: Audited) =>
  recordAudit(tx, {
    actor,
    action,
    object: { kind: 'user', id: leave.userId },
    details: { leaveId: leave.id, cohortId: leave.cohortId },
    at: now,
  })
