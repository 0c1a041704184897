import type { AppealGround } from '#app/domain/appeals.ts'
import type { Judgement } from '#app/domain/rubric.ts'
import { type Db, db, Prisma } from './client.server.ts'

const uuid = (id: string) => Prisma.sql`${id}::uuid`

/*
 * Whoever decides an appeal is uninvolved: has not marked, decided, moderated or released the attempt and is not its trainee.
 * The condition stands in each statement for deciders, so that an appeal out of reach is as good as absent.
 */
const isUninvolved = (personId: Prisma.Sql) => Prisma.sql`(
  at.user_id <> ${personId} AND at.released_by_id IS DISTINCT FROM ${personId}
  AND NOT EXISTS (SELECT 1 FROM allocation il WHERE il.attempt_id = at.id AND il.marker_id = ${personId})
  AND NOT EXISTS (SELECT 1 FROM final_mark ifm WHERE ifm.attempt_id = at.id AND ifm.decided_by_id = ${personId})
  AND NOT EXISTS (SELECT 1 FROM moderation im WHERE im.attempt_id = at.id AND im.moderator_id = ${personId})
  AND NOT EXISTS (SELECT 1 FROM audit_entry ia WHERE ia.object_kind = 'attempt' AND ia.object_id = at.id::text
                  AND ia.action = 'attempt.released' AND ia.actor_id = ${personId})
  AND NOT EXISTS (SELECT 1 FROM conflict ic WHERE ic.marker_id = ${personId} AND ic.trainee_id = at.user_id
                  AND ic.ended_at IS NULL))`

export type OwnAppeal = {
  ground: AppealGround
  statement: string
  lodgedAt: Date
  outcome: 'upheld' | 'not_upheld' | 'withdrawn' | null
  reasons: string | null
  decidedAt: Date | null
}

export type AppealedAttempt = {
  id: string
  vignetteTitle: string
  releasedAt: Date | null
  appeals: OwnAppeal[]
}

/** One's own attempt with its appeals; held where an appeal is about to be made. One statement. */
export async function findAppealedAttempt(
  tx: Db,
  { userId, slug, number }: { userId: string; slug: string; number: number },
  { isHeld = false } = {},
): Promise<AppealedAttempt | undefined> {
  const [row] = await tx.$queryRaw<(Omit<AppealedAttempt, 'appeals'> & { appeals: AppealAsJson[] })[]>`
    SELECT a.id, v.body ->> 'title' AS "vignetteTitle",
           coalesce(a.released_at, (SELECT max(e.at) FROM audit_entry e WHERE e.object_kind = 'attempt'
                                    AND e.object_id = a.id::text AND e.action = 'attempt.released')) AS "releasedAt",
           coalesce((SELECT json_agg(json_build_object('ground', p.ground, 'statement', p.statement, 'lodgedAt', p.lodged_at,
                              'outcome', p.outcome, 'reasons', p.reasons, 'decidedAt', p.decided_at) ORDER BY p.lodged_at)
                     FROM appeal p WHERE p.attempt_id = a.id), '[]') AS appeals
    FROM attempt a JOIN content_item ci ON ci.id = a.vignette_id JOIN content_version v ON v.id = a.vignette_version_id
    WHERE a.user_id = ${userId}::uuid AND ci.slug = ${slug} AND a.number = ${number} AND a.state IN ('submitted', 'released')
    ${isHeld ? Prisma.sql`FOR UPDATE OF a` : Prisma.empty}`
  return row && { ...row, appeals: row.appeals.map(withDates) }
}

type AppealAsJson = Omit<OwnAppeal, 'lodgedAt' | 'decidedAt'> & { lodgedAt: string; decidedAt: string | null }

const withDates = ({ lodgedAt, decidedAt, ...appeal }: AppealAsJson): OwnAppeal => ({
  ...appeal,
  lodgedAt: new Date(lodgedAt),
  decidedAt: decidedAt ? new Date(decidedAt) : null,
})

/** Those of these people who had no part in an attempt. */
export async function findUninvolved(tx: Db, attemptId: string, people: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT person.id FROM attempt at CROSS JOIN unnest(${people}::uuid[]) AS person (id)
    WHERE at.id = ${attemptId}::uuid AND ${isUninvolved(Prisma.sql`person.id`)}`
  return rows.map(({ id }) => id)
}

export async function insertAppeal(
  tx: Db,
  appeal: { attemptId: string; ground: AppealGround; statement: string; lodgedAt: Date },
): Promise<string> {
  return (await tx.appeal.create({ data: appeal, select: { id: true } })).id
}

export type ListedAppeal = {
  id: string
  ground: AppealGround
  vignetteTitle: string
  lodgedAt: Date
  handler: 'you' | 'somebody' | null
  outcome: OwnAppeal['outcome']
}

/** Appeals that this person may decide, open ones first, the longest waiting on top. One statement. */
export async function listAppeals(personId: string, page: { limit: number; offset: number }) {
  const rows = await db().$queryRaw<(ListedAppeal & { total: number })[]>`
    SELECT p.id, p.ground::text AS ground, v.body ->> 'title' AS "vignetteTitle", p.lodged_at AS "lodgedAt",
           CASE WHEN p.handler_id = ${personId}::uuid THEN 'you' WHEN p.handler_id IS NOT NULL THEN 'somebody' END AS handler,
           p.outcome::text AS outcome, count(*) OVER ()::int AS total
    FROM appeal p JOIN attempt at ON at.id = p.attempt_id JOIN content_version v ON v.id = at.vignette_version_id
    WHERE ${isUninvolved(uuid(personId))}
    ORDER BY p.decided_at IS NOT NULL, CASE WHEN p.decided_at IS NULL THEN p.lodged_at END, p.decided_at DESC, p.id
    LIMIT ${page.limit} OFFSET ${page.offset}`
  return { appeals: rows.map(({ total: _, ...appeal }) => appeal), total: rows[0]?.total ?? 0 }
}

export type MarkInRecord = Judgement & {
  ratings: Record<string, { level: number | null; comment: string }>
  comment: string
  purpose: string
  hasPassed: boolean
}
export type FinalInRecord = { kind: string; globalLevel: number; hasPassed: boolean; because: string[] }

export type AppealRecord = {
  id: string
  attemptId: string
  userId: string
  traineeName: string
  ground: AppealGround
  statement: string
  lodgedAt: Date
  handlerId: string | null
  outcome: OwnAppeal['outcome']
  reasons: string | null
  decidedAt: Date | null
  vignetteVersionId: string
  rubricVersionId: string
  answers: Record<string, unknown>
  marks: MarkInRecord[]
  finals: FinalInRecord[]
}

/** One appeal with the whole record of the marking, for somebody uninvolved. No marker is named. One statement. */
export async function findAppeal(personId: string, appealId: string): Promise<AppealRecord | undefined> {
  const [appeal] = await db().$queryRaw<AppealRecord[]>`
    SELECT p.id, p.attempt_id AS "attemptId", at.user_id AS "userId", u.name AS "traineeName", p.ground::text AS ground,
           p.statement, p.lodged_at AS "lodgedAt", p.handler_id AS "handlerId", p.outcome::text AS outcome, p.reasons,
           p.decided_at AS "decidedAt", at.vignette_version_id AS "vignetteVersionId",
           at.rubric_version_id AS "rubricVersionId", coalesce(at.answers, '{}') AS answers,
           coalesce((SELECT json_agg(json_build_object('ratings', m.ratings, 'globalLevel', m.global_level, 'comment', m.comment,
                              'criticalErrors', m.critical_errors, 'hasPassed', m.has_passed, 'purpose', al.purpose)
                              ORDER BY al.purpose, m.locked_at)
                     FROM allocation al JOIN mark m ON m.allocation_id = al.id WHERE al.attempt_id = at.id), '[]') AS marks,
           coalesce((SELECT json_agg(json_build_object('kind', f.kind, 'globalLevel', f.global_level, 'hasPassed', f.has_passed,
                              'because', f.because) ORDER BY f.number)
                     FROM final_mark f WHERE f.attempt_id = at.id), '[]') AS finals
    FROM appeal p JOIN attempt at ON at.id = p.attempt_id JOIN "user" u ON u.id = at.user_id
    WHERE p.id = ${appealId}::uuid AND ${isUninvolved(uuid(personId))}`
  return appeal
}

export type HeldAppeal = {
  id: string
  attemptId: string
  vignetteId: string
  cohortId: string | null
  userId: string
  vignetteTitle: string
  path: `/${string}`
  handlerId: string | null
  decidedAt: Date | null
}

/** An appeal and its attempt, held until the transaction ends; `undefined` for whoever is involved. */
export async function holdAppeal(tx: Db, personId: string, appealId: string): Promise<HeldAppeal | undefined> {
  const [appeal] = await tx.$queryRaw<HeldAppeal[]>`
    SELECT p.id, p.attempt_id AS "attemptId", at.vignette_id AS "vignetteId", at.cohort_id AS "cohortId",
           at.user_id AS "userId", v.body ->> 'title' AS "vignetteTitle",
           '/vignettes/' || ci.slug || '/attempts/' || at.number || '/appeal' AS path,
           p.handler_id AS "handlerId", p.decided_at AS "decidedAt"
    FROM appeal p JOIN attempt at ON at.id = p.attempt_id JOIN content_item ci ON ci.id = at.vignette_id
      JOIN content_version v ON v.id = at.vignette_version_id
    WHERE p.id = ${appealId}::uuid AND ${isUninvolved(uuid(personId))} FOR UPDATE OF at, p`
  return appeal
}

export async function saveHandler(tx: Db, id: string, handlerId: string, takenAt: Date): Promise<void> {
  await tx.appeal.update({ where: { id }, data: { handlerId, takenAt }, select: { id: true } })
}

export async function saveAppealDecided(
  tx: Db,
  id: string,
  decision: { outcome: 'upheld' | 'not_upheld'; reasons: string; decidedAt: Date },
): Promise<void> {
  await tx.appeal.update({ where: { id }, data: decision, select: { id: true } })
}

/**
 * Puts an attempt before a marker who had nothing to do with it so far. Its earlier marks stay as they are; until the new one is
 * there the attempt has no final mark in force. The caller holds the attempt.
 */
export async function reopenMarking(tx: Db, attemptId: string): Promise<void> {
  await tx.attempt.update({
    where: { id: attemptId },
    data: { state: 'submitted', hasPassed: null, releasedAt: null, releasedById: null, releaseDueAt: null },
    select: { id: true },
  })
}
