import type { AttemptState } from '#app/domain/attempts.ts'
import type { Json } from '#app/domain/json.ts'
import { type Db, Prisma } from './client.server.ts'

/** The latest of the deadlines that this person's cohorts set for a vignette; null where none does. */
export const deadlineOf = (userId: Prisma.Sql, vignetteId: Prisma.Sql) => Prisma.sql`(
  SELECT max(dl.due_at) FROM cohort_member dm JOIN cohort_deadline dl ON dl.cohort_id = dm.cohort_id
  WHERE dm.user_id = ${userId} AND dm.part = 'trainee' AND dl.vignette_id = ${vignetteId})`

const deadlineOfAttempt = deadlineOf(Prisma.sql`a.user_id`, Prisma.sql`a.vignette_id`)

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export type HeldAttempt = {
  id: string
  number: number
  state: AttemptState
  /** The vignette's name, which stands in the addresses of its pages. */
  slug: string
  vignetteVersionId: string
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
    SELECT a.id, a.number, a.state::text AS state, ci.slug, a.vignette_version_id AS "vignetteVersionId",
           ${deadlineOfAttempt} AS "dueAt"
    FROM attempt a JOIN content_item ci ON ci.id = a.vignette_id
    WHERE a.id = ${attemptId}::uuid AND a.user_id = ${userId}::uuid
    FOR ${lock === 'share' ? Prisma.sql`SHARE` : Prisma.sql`UPDATE`} OF a`
  return held ?? null
}

type NewAttempt = {
  userId: string
  vignetteId: string
  vignetteVersionId: string
  rubricVersionId: string
  number: number
  now: Date
}

/** Opens an attempt under the versions of this moment. A second open one breaks the unique index `attempt_one_open`. */
export async function insertAttempt(tx: Db, { now, ...attempt }: NewAttempt): Promise<string> {
  const { id } = await tx.attempt.create({ data: { ...attempt, openedAt: now }, select: { id: true } })
  return id
}

/** Freezes an attempt with its answers: from here on the database refuses every change of them. */
export async function freezeAttempt(
  tx: Db,
  attemptId: string,
  { answers, declaration, now }: { answers: Record<string, Json>; declaration: string; now: Date },
): Promise<void> {
  await tx.attempt.update({
    where: { id: attemptId },
    data: { state: 'submitted', submittedAt: now, answers, declaration },
    select: { id: true },
  })
}
