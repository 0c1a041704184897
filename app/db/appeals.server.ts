import type { AppealGround } from '#app/domain/appeals.ts'
import { type Db, db, Prisma } from './client.server.ts'
import { isUninvolved, type MarkingRecord, recordColumns } from './marking-records.server.ts'

const uuid = (id: string) => Prisma.sql`${id}::uuid`

/*
 * Whoever decides an appeal had no part in the attempt. The condition stands in each statement for deciders, so that an appeal
 * out of reach is as good as absent.
 */

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

type OwnAttempt = { userId: string; slug: string; number: number }

/**
 * Holds one's own attempt until the transaction ends. Its appeals are read by a statement of its own afterwards: one that waits for a
 * row sees everything else as it was before it waited, and so misses the appeal that it waited for.
 */
export async function holdAppealedAttempt(tx: Db, { userId, slug, number }: OwnAttempt): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM attempt a JOIN content_item ci ON ci.id = a.vignette_id
    WHERE a.user_id = ${userId}::uuid AND ci.slug = ${slug} AND a.number = ${number} FOR UPDATE OF a`
}

/** One's own attempt with its appeals. One statement. */
export async function findAppealedAttempt(
  tx: Db,
  { userId, slug, number }: OwnAttempt,
): Promise<AppealedAttempt | undefined> {
  const [row] = await tx.$queryRaw<(Omit<AppealedAttempt, 'appeals'> & { appeals: AppealAsJson[] })[]>`
    SELECT a.id, v.body ->> 'title' AS "vignetteTitle",
           coalesce(a.released_at, (SELECT max(e.at) FROM audit_entry e WHERE e.object_kind = 'attempt'
                                    AND e.object_id = a.id::text AND e.action = 'attempt.released')) AS "releasedAt",
           coalesce((SELECT json_agg(json_build_object('ground', p.ground, 'statement', p.statement, 'lodgedAt', p.lodged_at,
                              'outcome', p.outcome, 'reasons', p.reasons, 'decidedAt', p.decided_at) ORDER BY p.lodged_at)
                     FROM appeal p WHERE p.attempt_id = a.id), '[]') AS appeals
    FROM attempt a JOIN content_item ci ON ci.id = a.vignette_id JOIN content_version v ON v.id = a.vignette_version_id
    WHERE a.user_id = ${userId}::uuid AND ci.slug = ${slug} AND a.number = ${number} AND a.state IN ('submitted', 'released')`
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

export type AppealRecord = MarkingRecord & {
  id: string
  ground: AppealGround
  statement: string
  lodgedAt: Date
  handlerId: string | null
  outcome: OwnAppeal['outcome']
  reasons: string | null
  decidedAt: Date | null
}

/** One appeal with the whole record of the marking, for somebody uninvolved. No marker is named. One statement. */
export async function findAppeal(personId: string, appealId: string): Promise<AppealRecord | undefined> {
  const [appeal] = await db().$queryRaw<AppealRecord[]>`
    SELECT p.id, p.ground::text AS ground, p.statement, p.lodged_at AS "lodgedAt", p.handler_id AS "handlerId",
           p.outcome::text AS outcome, p.reasons, p.decided_at AS "decidedAt", ${recordColumns}
    FROM appeal p JOIN attempt at ON at.id = p.attempt_id
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
