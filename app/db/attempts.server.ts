import type { AttemptState } from '#app/domain/attempts.ts'
import { type Deadline, type DeadlineFacts, type Due, deadlineFrom } from '#app/domain/deadline.ts'
import type { Json } from '#app/domain/json.ts'
import { type Db, Prisma } from './client.server.ts'
import { agreedDays } from './leaves.server.ts'

/** A leave that was agreed after extension `x` was granted: one from before it was known when its date was chosen. */
const leaveSince = Prisma.sql`l.user_id = x.user_id AND l.answered_at > x.granted_at
  AND EXISTS (SELECT 1 FROM cohort_deadline ld WHERE ld.cohort_id = l.cohort_id AND ld.vignette_id = x.vignette_id)`

/** What moves this person's deadline of a vignette: to be read with `deadlineOf`. */
export const deadlineFactsOf = (userId: Prisma.Sql, vignetteId: Prisma.Sql) => Prisma.sql`(
  SELECT json_build_object(
    'cohorts', coalesce((
      SELECT json_agg(json_build_object('dueAt', dl.due_at,
               'leaves', ${agreedDays(Prisma.sql`l.user_id = du.id AND l.cohort_id = dl.cohort_id`)}))
      FROM cohort_member dm JOIN cohort_deadline dl ON dl.cohort_id = dm.cohort_id
      WHERE dm.user_id = du.id AND dm.part = 'trainee' AND dl.vignette_id = ${vignetteId}), '[]'),
    'extraDays', coalesce((SELECT j.extra_days FROM adjustment j WHERE j.user_id = du.id), 0),
    'extension', (SELECT json_build_object('dueAt', x.due_at, 'leaves', ${agreedDays(leaveSince)})
                  FROM extension x WHERE x.user_id = du.id AND x.vignette_id = ${vignetteId}),
    'timeZone', du.time_zone)
  FROM "user" du WHERE du.id = ${userId})`

/** As the database gives it: the moment as text. */
type DueRow = Omit<Due, 'dueAt'> & { dueAt: string }

export type DeadlineRow = Omit<DeadlineFacts, 'cohorts' | 'extension'> & {
  cohorts: DueRow[]
  extension: DueRow | null
}

const dueOf = ({ dueAt, leaves }: DueRow): Due => ({ dueAt: new Date(dueAt), leaves })

export const deadlineOf = ({ cohorts, extension, ...facts }: DeadlineRow): Deadline | null =>
  deadlineFrom({ ...facts, cohorts: cohorts.map(dueOf), extension: extension && dueOf(extension) })

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
  const [held] = await tx.$queryRaw<(Omit<HeldAttempt, 'dueAt'> & { deadline: DeadlineRow })[]>`
    SELECT a.id, a.number, a.state::text AS state, ci.slug, a.vignette_id AS "vignetteId",
           a.vignette_version_id AS "vignetteVersionId", ${cohortOfAttempt} AS "cohortId",
           ${deadlineFactsOf(Prisma.sql`a.user_id`, Prisma.sql`a.vignette_id`)} AS deadline
    FROM attempt a JOIN content_item ci ON ci.id = a.vignette_id
    WHERE a.id = ${attemptId}::uuid AND a.user_id = ${userId}::uuid
    FOR ${lock === 'share' ? Prisma.sql`SHARE` : Prisma.sql`UPDATE`} OF a`
  if (!held) return null
  const { deadline, ...attempt } = held
  return { ...attempt, dueAt: deadlineOf(deadline)?.dueAt ?? null }
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

type FrozenAnswer = { answers: Record<string, Json>; declaration: string | null; cohortId: string | null; now: Date }

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

/** Takes a submitted attempt back; false when it was released, or taken back, a moment before. */
export async function withdrawSubmitted(tx: Db, attemptId: string, now: Date): Promise<boolean> {
  const { count } = await tx.attempt.updateMany({
    where: { id: attemptId, state: 'submitted' },
    data: { state: 'withdrawn', withdrawnAt: now, talkOpenedAt: null, releaseDueAt: null, releaseDueById: null },
  })
  return count === 1
}
