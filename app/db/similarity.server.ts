import { uuidv7 } from 'uuidv7'
import type { SharedPassage } from '#app/domain/similarity.ts'
import { type Db, db, Prisma } from './client.server.ts'
import { type CohortReach, isInReach } from './cohorts.server.ts'

export type ComparedAnswer = { attemptId: string; vignetteVersionId: string; answers: Record<string, unknown> }

export type AnswerToCompare = ComparedAnswer & { vignetteId: string }

/** An answer that was handed in; `undefined` where it was withdrawn meanwhile. */
export async function findAnswer(attemptId: string): Promise<AnswerToCompare | undefined> {
  const [answer] = await db().$queryRaw<AnswerToCompare[]>`
    SELECT at.id AS "attemptId", at.vignette_id AS "vignetteId", at.vignette_version_id AS "vignetteVersionId", at.answers
    FROM attempt at WHERE at.id = ${attemptId}::uuid AND at.state IN ('submitted', 'released') AND at.answers IS NOT NULL`
  return answer
}

/** Ids of the current benchmarks of a vignette. */
export async function findBenchmarkVersions(vignetteSlug: string): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT v.id FROM content_item ci JOIN content_version v ON v.id = ci.current_version_id
    WHERE ci.kind = 'benchmark' AND v.body ->> 'vignette' = ${vignetteSlug}`
  return rows.map(({ id }) => id)
}

/**
 * Lets the answers to one vignette be compared one after the other until the transaction ends: of two that are handed in at the same
 * instant neither would see the other's fingerprints.
 */
export async function holdComparing(tx: Db, vignetteId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`similarity/${vignetteId}`}, 0))`
}

/** Keeps an answer's fingerprints. Done again it changes nothing. */
export async function saveFingerprints(
  tx: Db,
  { attemptId, vignetteId, hashes }: { attemptId: string; vignetteId: string; hashes: bigint[] },
): Promise<void> {
  await tx.fingerprint.createMany({
    data: hashes.map((hash) => ({ hash, attemptId, vignetteId })),
    skipDuplicates: true,
  })
}

/** Common phrases of a vignette's answers would lead to everybody: one that so many answers share says nothing. */
const TOO_COMMON = 50
const CANDIDATES = 20

/** Other answers to the same vignette that share fingerprints with this one, those that share most first. */
export async function findLikeAnswers(tx: Db, attemptId: string): Promise<ComparedAnswer[]> {
  return tx.$queryRaw<ComparedAnswer[]>`
    WITH mine AS (
      SELECT f.hash, f.vignette_id FROM fingerprint f WHERE f.attempt_id = ${attemptId}::uuid
    ), shared AS (
      SELECT o.attempt_id, count(*) AS hits
      FROM mine CROSS JOIN LATERAL (
        SELECT f.attempt_id FROM fingerprint f
        WHERE f.vignette_id = mine.vignette_id AND f.hash = mine.hash AND f.attempt_id <> ${attemptId}::uuid
        LIMIT ${TOO_COMMON}
      ) o GROUP BY o.attempt_id ORDER BY hits DESC LIMIT ${CANDIDATES}
    )
    SELECT at.id AS "attemptId", at.vignette_version_id AS "vignetteVersionId", at.answers
    FROM shared JOIN attempt at ON at.id = shared.attempt_id
    WHERE at.answers IS NOT NULL AND at.state <> 'withdrawn' ORDER BY shared.hits DESC, at.id`
}

type NewSimilarity = {
  attemptId: string
  otherAttemptId: string | null
  otherSource: string
  share: number
  passages: SharedPassage[]
  now: Date
}

/** @returns false when the two have been put beside each other before, whichever was compared then. */
export async function insertSimilarity(tx: Db, found: NewSimilarity): Promise<boolean> {
  const count = await tx.$executeRaw`
    INSERT INTO similarity (id, attempt_id, other_attempt_id, other_source, share, passages, found_at)
    SELECT ${uuidv7()}::uuid, ${found.attemptId}::uuid, ${found.otherAttemptId}::uuid, ${found.otherSource}, ${found.share},
           ${JSON.stringify(found.passages)}::jsonb, ${found.now}::timestamptz
    WHERE NOT EXISTS (SELECT 1 FROM similarity s WHERE s.attempt_id = ${found.otherAttemptId}::uuid
                        AND s.other_attempt_id = ${found.attemptId}::uuid)
    ON CONFLICT DO NOTHING`
  return count === 1
}

export type SimilarityState = 'open' | 'no_concern' | 'concern'

/**
 * What is found goes to the cohort's leads, and to none who still has to mark, or mark again, either of the two answers: they
 * must judge what is written and not where it may come from.
 */
const mayBeSeenBy = (personId: string) => Prisma.sql`NOT EXISTS (
  SELECT 1 FROM allocation al WHERE al.attempt_id IN (s.attempt_id, s.other_attempt_id) AND al.marker_id = ${personId}::uuid
  AND al.state IN ('waiting', 'begun'))
  AND NOT EXISTS (SELECT 1 FROM attempt own WHERE own.id IN (s.attempt_id, s.other_attempt_id) AND own.user_id = ${personId}::uuid)`

const OTHER_IS_OWN = Prisma.sql`coalesce(o.user_id = at.user_id, false)`

export type ListedSimilarity = {
  id: string
  vignetteTitle: string
  otherSource: string
  isOwnEarlier: boolean
  share: number
  passages: number
  state: SimilarityState
}

/** What was found in a cohort's answers, open ones first, the largest share on top. One statement; `undefined` out of reach. */
export async function listSimilarities(
  where: { cohortId: string; reach: CohortReach; personId: string },
  page: { limit: number; offset: number },
): Promise<{ cohortName: string; total: number; found: ListedSimilarity[] } | undefined> {
  const [row] = await db().$queryRaw<{ cohortName: string; total: number; found: ListedSimilarity[] }[]>`
    WITH found AS (
      SELECT s.id, v.body ->> 'title' AS "vignetteTitle", s.other_source AS "otherSource", ${OTHER_IS_OWN} AS "isOwnEarlier",
             s.share, jsonb_array_length(s.passages) AS passages, s.state::text AS state
      FROM similarity s JOIN attempt at ON at.id = s.attempt_id LEFT JOIN attempt o ON o.id = s.other_attempt_id
        JOIN content_version v ON v.id = at.vignette_version_id
      WHERE at.cohort_id::text = ${where.cohortId} AND ${mayBeSeenBy(where.personId)}
    )
    SELECT c.name AS "cohortName", (SELECT count(*)::int FROM found) AS total,
           (SELECT coalesce(json_agg(p), '[]') FROM (SELECT * FROM found ORDER BY state <> 'open', share DESC, id
            LIMIT ${page.limit} OFFSET ${page.offset}) p) AS found
    FROM cohort c WHERE c.id::text = ${where.cohortId} AND ${isInReach(where.reach)}`
  return row
}

export type FoundSimilarity = {
  id: string
  cohortName: string
  vignetteVersionId: string
  otherVersionId: string | null
  otherSource: string
  isOwnEarlier: boolean
  share: number
  passages: SharedPassage[]
  state: SimilarityState
  note: string
  reviewedAt: Date | null
  answers: Record<string, unknown>
  otherAnswers: Record<string, unknown> | null
  /** By which a text is screened for its writer's own name; never shown. */
  writer: string
  otherWriter: string | null
  /** Told only once it was recorded as a concern: until then it is about texts and not about people. */
  names: string[]
}

/** One finding with both texts. One statement. */
export async function findSimilarity(where: {
  id: string
  cohortId: string
  reach: CohortReach
  personId: string
}): Promise<FoundSimilarity | undefined> {
  const [found] = await db().$queryRaw<FoundSimilarity[]>`
    SELECT s.id, c.name AS "cohortName", at.vignette_version_id AS "vignetteVersionId",
           o.vignette_version_id AS "otherVersionId", s.other_source AS "otherSource", ${OTHER_IS_OWN} AS "isOwnEarlier",
           s.share, s.passages, s.state::text AS state, s.note, s.reviewed_at AS "reviewedAt", at.answers,
           o.answers AS "otherAnswers", (SELECT u.name FROM "user" u WHERE u.id = at.user_id) AS writer,
           (SELECT u.name FROM "user" u WHERE u.id = o.user_id) AS "otherWriter",
           CASE WHEN s.state = 'concern' THEN ARRAY(SELECT u.name FROM "user" u WHERE u.id IN (at.user_id, o.user_id) ORDER BY u.name)
                ELSE '{}' END AS names
    FROM similarity s JOIN attempt at ON at.id = s.attempt_id LEFT JOIN attempt o ON o.id = s.other_attempt_id
      JOIN cohort c ON c.id = at.cohort_id
    WHERE s.id::text = ${where.id} AND c.id::text = ${where.cohortId} AND ${isInReach(where.reach)}
      AND ${mayBeSeenBy(where.personId)}`
  return found
}

export async function saveReview(
  tx: Db,
  id: string,
  review: { state: SimilarityState; note: string; reviewedById: string; reviewedAt: Date },
): Promise<void> {
  await tx.similarity.update({ where: { id }, data: review, select: { id: true } })
}
