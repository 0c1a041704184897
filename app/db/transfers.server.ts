import type { Db } from './client.server.ts'
import { Prisma } from './client.server.ts'
import type { HeldCohort } from './cohorts.server.ts'
import { recordEnrolmentEvent } from './enrolment-events.server.ts'
import type { RequestAnswer } from './leaves.server.ts'

export type HeldWish = {
  id: string
  userId: string
  cohortId: string
  toCohortId: string
  answer: RequestAnswer | null
}

/** Somebody's wish to go over to another cohort, held until the transaction ends. */
export async function holdWish(tx: Db, id: string): Promise<HeldWish | undefined> {
  const [row] = await tx.$queryRaw<HeldWish[]>`
    SELECT t.id, t.user_id AS "userId", t.cohort_id AS "cohortId", t.to_cohort_id AS "toCohortId", t.answer::text AS answer
    FROM transfer_wish t WHERE t.id = ${id}::uuid FOR UPDATE OF t`
  return row
}

type NewWish = { userId: string; cohortId: string; toCohortId: string; reason: string; now: Date }

/** @returns false where they have asked already and nobody has answered. */
export async function insertWish(tx: Db, { now, ...wish }: NewWish): Promise<boolean> {
  const { userId, cohortId } = wish
  if ((await tx.transferWish.count({ where: { userId, cohortId, answer: null } })) > 0) return false
  await tx.transferWish.create({ data: { ...wish, askedAt: now }, select: { id: true } })
  return true
}

/** Answers every wish of a person to leave a cohort that nobody has answered. */
export async function answerWishes(
  tx: Db,
  { userId, cohortId }: { userId: string; cohortId: string },
  { answer, byId, now }: { answer: RequestAnswer; byId: string; now: Date },
): Promise<void> {
  const data = { answer, answeredById: byId, answeredAt: now }
  await tx.transferWish.updateMany({ where: { userId, cohortId, answer: null }, data })
}

type Move = { userId: string; from: HeldCohort; to: { id: string }; byId: string; now: Date }

/**
 * Makes a trainee of one cohort a trainee of another. What is left of an agreed leave goes along, from today on.
 * @param today where the person lives. @returns false where they are not in the first, or are in the second.
 */
export async function moveTrainee(tx: Db, { userId, from, to, byId, now }: Move, today: string): Promise<boolean> {
  if ((await tx.cohortMember.count({ where: { cohortId: to.id, userId } })) > 0) return false
  const { count } = await tx.cohortMember.updateMany({
    where: { cohortId: from.id, userId, part: 'trainee' },
    data: { cohortId: to.id, joinedAt: now },
  })
  if (count === 0) return false
  await tx.$executeRaw`
    INSERT INTO leave (id, user_id, cohort_id, from_on, until_on, reason, asked_at, answer, answered_by_id, answered_at)
    SELECT gen_random_uuid(), l.user_id, ${to.id}::uuid, greatest(l.from_on, ${today}::date), l.until_on, l.reason, l.asked_at,
           l.answer, l.answered_by_id, ${now}::timestamptz
    FROM leave l WHERE l.user_id = ${userId}::uuid AND l.cohort_id = ${from.id}::uuid AND l.answer = 'agreed'
      AND l.until_on >= ${today}::date`
  const { courseId } = from
  await recordEnrolmentEvent(tx, {
    ...{ userId, courseId, cohortId: from.id, toCohortId: to.id },
    ...{ kind: 'transferred', byId, at: now },
  })
  return true
}

/** Another cohort of the same course that is not over. */
export type TargetCohort = { id: string; name: string; startsOn: string }

/** The other cohorts of the course of cohort `c` that are not over, as JSON. @param which a further condition on `o`. */
export const targetsOf = (now: Date, which: Prisma.Sql = Prisma.sql`true`) => Prisma.sql`coalesce((
  SELECT json_agg(json_build_object('id', o.id, 'name', o.name, 'startsOn', o.starts_on) ORDER BY o.starts_on, o.id)
  FROM cohort o WHERE o.course_id = c.course_id AND o.id <> c.id AND ${which}
    AND (o.ends_on IS NULL OR o.ends_on >= (${now}::timestamptz AT TIME ZONE o.time_zone)::date)), '[]')`
