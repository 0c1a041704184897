import type { SelfRating } from '#app/domain/self-rating.ts'
import { type Db, db } from './client.server.ts'

export type RateableAttempt = { id: string; state: string; rubricVersionId: string | null; isRated: boolean }

/** One of one's own attempts by its number, as far as rating it goes. One statement. */
export async function findRateable(
  userId: string,
  { slug, number }: { slug: string; number: number },
): Promise<RateableAttempt | null> {
  const [row] = await db().$queryRaw<RateableAttempt[]>`
    SELECT a.id, a.state::text AS state, a.rubric_version_id AS "rubricVersionId",
           EXISTS (SELECT 1 FROM self_rating r WHERE r.attempt_id = a.id) AS "isRated"
    FROM attempt a JOIN content_item ci ON ci.id = a.vignette_id
    WHERE a.user_id = ${userId}::uuid AND ci.slug = ${slug} AND a.number = ${number}`
  return row ?? null
}

/** Keeps the first rating for ever. @returns false when there was one already. */
export async function insertSelfRating(
  tx: Db,
  { attemptId, rating, now }: { attemptId: string; rating: SelfRating; now: Date },
): Promise<boolean> {
  const data = { attemptId, ...rating, ratedAt: now }
  const { count } = await tx.selfRating.createMany({ data, skipDuplicates: true })
  return count === 1
}
