import { type Db, db, Prisma } from './client.server.ts'
import { type CohortReach, isInReach } from './cohorts.server.ts'
import { isUninvolved, type MarkingRecord, recordColumns } from './marking-records.server.ts'

export type ModerationReason = 'random' | 'near_pass'
export type ModerationVerdict = 'agree' | 'disagree'

/** The final mark in force of an attempt `at`. */
const finalOf = Prisma.sql`(SELECT f.id FROM final_mark f WHERE f.attempt_id = at.id ORDER BY f.number DESC LIMIT 1)`

type Draw = {
  cohortId: string
  reason: ModerationReason
  count: number
  /** Global levels that count as near the standard. */
  near: readonly number[]
  drawnById: string
  now: Date
}

/** Draws finally marked answers of a cohort that were not drawn before, by chance. @returns how many were drawn. */
export async function drawModerations(tx: Db, draw: Draw): Promise<number> {
  const inSample =
    draw.reason === 'near_pass' ? Prisma.sql`f.global_level = ANY(${[...draw.near]}::int[])` : Prisma.sql`true`
  return tx.$executeRaw`
    INSERT INTO moderation (id, cohort_id, attempt_id, reason, drawn_by_id, drawn_at)
    SELECT gen_random_uuid(), at.cohort_id, at.id, ${draw.reason}, ${draw.drawnById}::uuid, ${draw.now}
    FROM attempt at JOIN final_mark f ON f.id = ${finalOf}
    WHERE at.cohort_id = ${draw.cohortId}::uuid AND at.state IN ('submitted', 'released') AND at.has_passed IS NOT NULL
      AND ${inSample} AND NOT EXISTS (SELECT 1 FROM moderation m WHERE m.attempt_id = at.id)
    ORDER BY random() LIMIT ${draw.count}
    ON CONFLICT DO NOTHING`
}

export type ListedModeration = {
  id: string
  code: string
  vignetteTitle: string
  reason: ModerationReason
  verdict: ModerationVerdict | null
  isChangedSince: boolean
  /** Whether the person who looks had a part in the marking, and so leaves it to somebody else. */
  isInvolved: boolean
}

export type ModerationCounts = { drawn: number; agreed: number; disagreed: number; markedAltogether: number }

/** A cohort's sample, what waits first. One statement; `undefined` out of reach. */
export async function listModerations(
  where: { cohortId: string; reach: CohortReach; personId: string },
  page: { limit: number; offset: number },
): Promise<{ cohortName: string; counts: ModerationCounts; sample: ListedModeration[] } | undefined> {
  const [row] = await db().$queryRaw<{ cohortName: string; counts: ModerationCounts; sample: ListedModeration[] }[]>`
    SELECT c.name AS "cohortName",
      (SELECT json_build_object('drawn', count(*), 'agreed', count(*) FILTER (WHERE verdict = 'agree'),
              'disagreed', count(*) FILTER (WHERE verdict = 'disagree'),
              'markedAltogether', (SELECT count(*) FROM attempt a WHERE a.cohort_id = c.id AND a.has_passed IS NOT NULL
                                   AND a.rubric_version_id IS NOT NULL))
       FROM moderation WHERE cohort_id = c.id) AS counts,
      (SELECT coalesce(json_agg(p), '[]') FROM (
         SELECT m.id, v.body ->> 'title' AS "vignetteTitle", m.reason, m.verdict,
                (SELECT al.code FROM allocation al WHERE al.attempt_id = at.id ORDER BY al.purpose LIMIT 1) AS code,
                m.final_mark_id IS NOT NULL AND m.final_mark_id <> ${finalOf} AS "isChangedSince",
                m.verdict IS NULL AND NOT ${isUninvolved(Prisma.sql`${where.personId}::uuid`)} AS "isInvolved"
         FROM moderation m JOIN attempt at ON at.id = m.attempt_id JOIN content_version v ON v.id = at.vignette_version_id
         WHERE m.cohort_id = c.id ORDER BY m.verdict IS NOT NULL, md5(m.id::text)
         LIMIT ${page.limit} OFFSET ${page.offset}) p) AS sample
    FROM cohort c WHERE c.id::text = ${where.cohortId} AND ${isInReach(where.reach)}`
  return row
}

export type ModerationRecord = MarkingRecord & {
  cohortName: string
  verdict: ModerationVerdict | null
  comment: string
  isChangedSince: boolean
}

type Where = { id: string; cohortId: string; reach: CohortReach; personId: string }

/** Whoever moderates had no part in the marking; having moderated it oneself one may read it again. */
const mayModerate = (personId: string) =>
  Prisma.sql`(m.moderator_id = ${personId}::uuid OR ${isUninvolved(Prisma.sql`${personId}::uuid`)})`

/** One drawn answer with the record of its marking. One statement; `undefined` out of reach. */
export async function findModeration(where: Where): Promise<ModerationRecord | undefined> {
  const [record] = await db().$queryRaw<ModerationRecord[]>`
    SELECT c.name AS "cohortName", m.verdict::text AS verdict, m.comment,
           m.final_mark_id IS NOT NULL AND m.final_mark_id <> ${finalOf} AS "isChangedSince", ${recordColumns}
    FROM moderation m JOIN cohort c ON c.id = m.cohort_id JOIN attempt at ON at.id = m.attempt_id
    WHERE m.id::text = ${where.id} AND c.id::text = ${where.cohortId} AND ${isInReach(where.reach)}
      AND ${mayModerate(where.personId)}`
  return record
}

export type HeldModeration = {
  id: string
  attemptId: string
  vignetteId: string
  cohortId: string
  finalMarkId: string
  verdict: ModerationVerdict | null
  isReleased: boolean
}

/** A drawn answer and its attempt, held until the transaction ends. */
export async function holdModeration(tx: Db, where: Where): Promise<HeldModeration | undefined> {
  const [held] = await tx.$queryRaw<HeldModeration[]>`
    SELECT m.id, at.id AS "attemptId", at.vignette_id AS "vignetteId", m.cohort_id AS "cohortId", m.verdict::text AS verdict,
           ${finalOf} AS "finalMarkId", at.state = 'released' AS "isReleased"
    FROM moderation m JOIN cohort c ON c.id = m.cohort_id JOIN attempt at ON at.id = m.attempt_id
    WHERE m.id::text = ${where.id} AND c.id::text = ${where.cohortId} AND ${isInReach(where.reach)}
      AND ${mayModerate(where.personId)} FOR UPDATE OF at, m`
  return held
}

export async function saveVerdict(
  tx: Db,
  id: string,
  data: { verdict: ModerationVerdict; comment: string; finalMarkId: string; moderatorId: string; moderatedAt: Date },
): Promise<void> {
  await tx.moderation.update({ where: { id }, data, select: { id: true } })
}
