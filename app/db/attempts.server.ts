import type { AttemptState } from '#app/domain/attempts.ts'
import type { Json } from '#app/domain/json.ts'
import { type Db, Prisma } from './client.server.ts'

/** The latest of the deadlines that this person's cohorts set for a vignette; null where none does. */
export const deadlineOf = (userId: Prisma.Sql, vignetteId: Prisma.Sql) => Prisma.sql`(
  SELECT max(dl.due_at) FROM cohort_member dm JOIN cohort_deadline dl ON dl.cohort_id = dm.cohort_id
  WHERE dm.user_id = ${userId} AND dm.part = 'trainee' AND dl.vignette_id = ${vignetteId})`

const deadlineOfAttempt = deadlineOf(Prisma.sql`a.user_id`, Prisma.sql`a.vignette_id`)

const cohortOfAttempt = Prisma.sql`(
  SELECT c.id FROM cohort_member cm
    JOIN cohort c ON c.id = cm.cohort_id
    JOIN content_item co ON co.id = c.course_id
    JOIN content_version cv ON cv.id = co.current_version_id
  WHERE cm.user_id = a.user_id AND cm.part = 'trainee'
    AND (jsonb_exists(cv.body -> 'vignettes', ci.slug) OR jsonb_exists(cv.body -> 'practice', ci.slug))
  ORDER BY cm.joined_at DESC, c.id DESC LIMIT 1)`

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export type HeldAttempt = {
  id: string
  number: number
  state: AttemptState
  /** The vignette's name, which stands in the addresses of its pages. */
  slug: string
  vignetteId: string
  vignetteVersionId: string
  /** The cohort that an answer handed in now would be marked for: the latest that the person joined and that has the vignette. */
  cohortId: string | null
  dueAt: Date | null
}

/**
 * One's own attempt, held until the transaction ends. Null for an unknown id and for somebody else's.
 * @param lock `share` while something is saved under it; `update` to change the attempt itself, which waits for the former.
 */
export async function holdAttempt(
  tx: Db,
  { userId, attemptId }: { userId: string; attemptId: string },
  lock: 'share' | 'update',
): Promise<HeldAttempt | null> {
  if (!UUID.test(attemptId)) return null
  const [held] = await tx.$queryRaw<HeldAttempt[]>`
    SELECT a.id, a.number, a.state::text AS state, ci.slug, a.vignette_id AS "vignetteId",
           a.vignette_version_id AS "vignetteVersionId", ${cohortOfAttempt} AS "cohortId", ${deadlineOfAttempt} AS "dueAt"
    FROM attempt a JOIN content_item ci ON ci.id = a.vignette_id
    WHERE a.id = ${attemptId}::uuid AND a.user_id = ${userId}::uuid
    FOR ${lock === 'share' ? Prisma.sql`SHARE` : Prisma.sql`UPDATE`} OF a`
  return held ?? null
}

type NewAttempt = {
  userId: string
  vignetteId: string
  vignetteVersionId: string
  rubricVersionId: string | null
  number: number
  now: Date
}

/** Opens an attempt under the versions of this moment. A second open one breaks the unique index `attempt_one_open`. */
export async function insertAttempt(tx: Db, { now, ...attempt }: NewAttempt): Promise<string> {
  const { id } = await tx.attempt.create({ data: { ...attempt, openedAt: now }, select: { id: true } })
  return id
}

type FrozenAnswer = { answers: Record<string, Json>; declaration: string; cohortId: string | null; now: Date }

/** Freezes an attempt with its answers: from here on the database refuses every change of them. */
export async function freezeAttempt(
  tx: Db,
  attemptId: string,
  { answers, declaration, cohortId, now }: FrozenAnswer,
): Promise<void> {
  await tx.attempt.update({
    where: { id: attemptId },
    data: { state: 'submitted', submittedAt: now, answers, declaration, cohortId },
    select: { id: true },
  })
}
