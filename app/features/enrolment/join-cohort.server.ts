import { recordAudit } from '#app/db/audit.server.ts'
import { type Db, lockRow, transact } from '#app/db/client.server.ts'
import { whyNotEnrol } from '#app/db/enrolment-guard.server.ts'
import { findActiveEnrolment } from '#app/db/entitled-enrolments.server.ts'
import { insertEnrolment } from '#app/db/learning.server.ts'
import { agreeModules } from '#app/db/modules.server.ts'
import { deleteWait, insertWait, keepPlace, saveAccepted } from '#app/db/places.server.ts'
import { recordPlace, type SettledPlaces, settlePlaces, takePlace } from '#app/db/settle-places.server.ts'
import { isJoinable } from '#app/domain/enrolment/places.ts'
import type { Actor } from '#app/domain/people.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import { HOUR_MS } from '#app/domain/time.ts'

/** `pay`: a place is kept until the course is bought, at the latest until the given moment. */
export type Joined = { joined: true } | { waiting: true } | { pay: { slug: string; until: Date } } | { refused: string }

/**
 * Joins a cohort that its lead has opened: at once where a place is free and nobody waits, onto the waiting list where none is. A
 * course that is free is begun with it; one that costs something is to be bought first, and the place is kept meanwhile.
 * @throws 404 for a cohort that is not there.
 */
export function joinCohort(actor: Actor, cohortId: string, now: Date): Promise<Joined> {
  return transact(async (tx) => {
    await lockRow(tx, 'user', actor.id)
    const cohort = await settlePlaces(tx, cohortId, now)
    if (!cohort) throw notThere()
    if (await isIn(tx, cohort.id, actor.id)) return { joined: true }
    if (cohort.list.some(({ userId }) => userId === actor.id)) return { waiting: true }
    if (!isJoinable(cohort, todayIn(cohort.timeZone, now))) return { refused: CLOSED }
    const refused = await whyNotEnrol(tx, actor.id, cohort.courseId)
    if (refused) return { refused }
    if (cohort.free === 0) {
      await insertWait(tx, { cohortId: cohort.id, userId: actor.id }, now)
      await recordPlace(tx, cohort, { userId: actor.id, kind: 'waiting', byId: actor.id, now })
      return { waiting: true }
    }
    return take(tx, actor, cohort, { keptUntil: new Date(now.getTime() + cohort.offerHours * HOUR_MS), now })
  })
}

const CLOSED = 'This cohort does not take people who come by themselves at present. Ask its training lead.'

/**
 * Says yes to a place that was offered.
 * @returns why not: the offer has run out, and may be somebody else's by now. @throws 404 for a cohort that is not there.
 */
export function acceptPlace(actor: Actor, cohortId: string, now: Date): Promise<Joined> {
  return transact(async (tx) => {
    await lockRow(tx, 'user', actor.id)
    const cohort = await settlePlaces(tx, cohortId, now)
    if (!cohort) throw notThere()
    if (await isIn(tx, cohort.id, actor.id)) return { joined: true }
    const own = cohort.list.find(({ userId }) => userId === actor.id)
    if (!own?.offerUntil) return { refused: own ? STILL_WAITING : RUN_OUT }
    const refused = await whyNotEnrol(tx, actor.id, cohort.courseId)
    if (refused) return { refused }
    return take(tx, actor, cohort, { keptUntil: own.offerUntil, now })
  })
}

const RUN_OUT = 'This offer has run out, and the place went on to whoever was next. You may ask for one again.'
const STILL_WAITING = 'No place has been offered to you yet. You are told as soon as one is.'

/** Takes a place that is free or kept, or keeps it until the course is paid. */
async function take(
  tx: Db,
  actor: Actor,
  cohort: SettledPlaces,
  { keptUntil, now }: { keptUntil: Date; now: Date },
): Promise<Joined> {
  const key = { cohortId: cohort.id, userId: actor.id }
  const isEnrolled = (await findActiveEnrolment(tx, actor.id, cohort.courseId)) !== undefined
  if (!isEnrolled && !cohort.isFree) {
    const isOffered = cohort.list.some(({ userId }) => userId === actor.id)
    if (isOffered) await saveAccepted(tx, key, now)
    else await keepPlace(tx, key, { offeredAt: now, offerUntil: keptUntil, acceptedAt: now })
    if (!isOffered) await recordPlace(tx, cohort, { userId: actor.id, kind: 'offered', byId: null, now })
    return { pay: { slug: cohort.courseSlug, until: keptUntil } }
  }
  if (!isEnrolled) await begin(tx, actor, cohort.courseId, now)
  await takePlace(tx, cohort, { userId: actor.id, byId: actor.id, now })
  return { joined: true }
}

async function begin(tx: Db, actor: Actor, courseId: string, now: Date): Promise<void> {
  const enrolmentId = await insertEnrolment(tx, { userId: actor.id, courseId, now })
  if (!enrolmentId) return
  const object = { kind: 'enrolment', id: enrolmentId }
  await recordAudit(tx, { actor, action: 'enrolment.made', object, details: { courseId }, at: now })
  await agreeModules(tx, { enrolmentId, actor, now })
}

/** Leaves the waiting list, or says no to an offer; the place goes on to whoever is next. Twice changes nothing. */
export function declinePlace(actor: Actor, cohortId: string, now: Date): Promise<void> {
  return transact(async (tx) => {
    const cohort = await settlePlaces(tx, cohortId, now)
    if (!cohort) throw notThere()
    if (!(await deleteWait(tx, { cohortId: cohort.id, userId: actor.id }))) return
    await recordPlace(tx, cohort, { userId: actor.id, kind: 'declined', byId: actor.id, now })
    await settlePlaces(tx, cohort.id, now)
  })
}

const isIn = async (tx: Db, cohortId: string, userId: string) =>
  (await tx.cohortMember.count({ where: { cohortId, userId, part: 'trainee' } })) === 1

const notThere = () => new Response('There is no such cohort.', { status: 404 })
