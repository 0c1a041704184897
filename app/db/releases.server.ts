import { defaultMarkingPolicy } from '#app/domain/marking-policy.ts'
import type { ReleaseFacts } from '#app/domain/release.ts'
import { MOST_UNMARKED } from '#app/domain/release.ts'
import { type Db, Prisma, readRows } from './client.server.ts'

/** What decides whether an attempt `at` is held, as {@link ReleaseFacts}. */
const releaseFacts = Prisma.sql`
  at.state::text AS state, at.has_passed IS NOT NULL AS "isMarked",
  at.has_passed IS NULL AND at.talk_opened_at IS NOT NULL AS "isInTalk",
  (SELECT coalesce(json_agg(open.purpose), '[]') FROM allocation open
   WHERE open.attempt_id = at.id AND open.state IN ('waiting', 'begun')) AS "openScripts",
  EXISTS (SELECT 1 FROM moderation mo WHERE mo.attempt_id = at.id AND mo.verdict IS NULL) AS "isInModeration",
  (SELECT count(*)::int FROM (
     SELECT 1 FROM attempt other WHERE other.cohort_id = at.cohort_id AND other.vignette_id = at.vignette_id
       AND other.state = 'submitted' AND other.has_passed IS NULL LIMIT ${MOST_UNMARKED}) unmarked) AS "othersUnmarked",
  coalesce((SELECT mp.policy -> 'release' FROM marking_policy mp WHERE mp.cohort_id = at.cohort_id ORDER BY mp.version DESC LIMIT 1),
           ${JSON.stringify(defaultMarkingPolicy.release)}::jsonb) AS release`

/** An answer with a final mark that its trainee has not seen yet, as anonymous as it was for its markers. */
export type UnreleasedMark = ReleaseFacts & {
  code: string
  vignetteTitle: string
  globalLevel: number
  hasPassed: boolean
  /** When its release was set for; null where it was not. */
  dueAt: string | null
}

/** The answers of one cohort to one vignette; `cohortId` is null for people in none. */
export type ReleaseGroup = { cohortId: string | null; vignetteId: string }

export type ListedGroup = ReleaseGroup & { cohortName: string | null; vignetteTitle: string; count: number }

type Unreleased = { marks: UnreleasedMark[]; total: number; groups: ListedGroup[] }

/**
 * One page of the final marks that wait for release, of one group or of all, in the random order of their codes; how many there are,
 * and of which groups. The actor's own are not among them. One statement.
 */
export async function readUnreleased(
  actorId: string,
  { group, limit, offset }: { group?: ReleaseGroup | undefined; limit: number; offset: number },
): Promise<Unreleased> {
  const [row] = await readRows<Unreleased>(Prisma.sql`
    WITH ready AS MATERIALIZED (
      SELECT at.id, at.cohort_id, at.vignette_id, al.code
      FROM attempt at JOIN allocation al ON al.attempt_id = at.id AND al.purpose = 'first' AND al.state = 'locked'
      WHERE ${isUnreleased(actorId)}
    ), chosen AS MATERIALIZED (SELECT * FROM ready at WHERE ${group ? isOfGroup(group) : Prisma.sql`true`})
    SELECT (SELECT count(*)::int FROM chosen) AS total,
      (SELECT coalesce(json_agg(p ORDER BY p.code), '[]') FROM (
         SELECT c.code, v.body ->> 'title' AS "vignetteTitle", f.global_level AS "globalLevel", f.has_passed AS "hasPassed",
                at.release_due_at AS "dueAt", ${releaseFacts}
         FROM (SELECT * FROM chosen ORDER BY code LIMIT ${limit} OFFSET ${offset}) c
           JOIN attempt at ON at.id = c.id
           JOIN content_version v ON v.id = at.vignette_version_id
           JOIN LATERAL (SELECT * FROM final_mark WHERE attempt_id = at.id ORDER BY number DESC LIMIT 1) f ON true) p) AS marks,
      (SELECT coalesce(json_agg(json_build_object('cohortId', g.cohort_id, 'vignetteId', g.vignette_id, 'cohortName', co.name,
                'vignetteTitle', v.body ->> 'title', 'count', g.count) ORDER BY lower(co.name), v.body ->> 'title'), '[]')
       FROM (SELECT cohort_id, vignette_id, count(*)::int AS count FROM ready GROUP BY 1, 2) g
         JOIN content_item i ON i.id = g.vignette_id JOIN content_version v ON v.id = i.current_version_id
         LEFT JOIN cohort co ON co.id = g.cohort_id) AS groups`)
  return row ?? { marks: [], total: 0, groups: [] }
}

/** Nobody releases to themselves. */
const isUnreleased = (actorId: string) =>
  Prisma.sql`at.state = 'submitted' AND at.has_passed IS NOT NULL AND at.rubric_version_id IS NOT NULL AND at.user_id <> ${actorId}::uuid`

const isOfGroup = ({ cohortId, vignetteId }: ReleaseGroup) =>
  Prisma.sql`at.cohort_id IS NOT DISTINCT FROM ${cohortId}::uuid AND at.vignette_id = ${vignetteId}::uuid`

export type HeldAttempt = {
  id: string
  userId: string
  vignetteId: string
  vignetteSlug: string
  vignetteTitle: string
  number: number
  /** Who set the time for it; null where nobody did. */
  releaseDueById: string | null
  facts: ReleaseFacts
}

/**
 * The attempt behind a script, held until the transaction ends; `undefined` for an unknown code and for an attempt of the
 * actor's own, which nobody releases to themselves.
 */
export async function holdAttemptOfScript(
  tx: Db,
  { code, actorId }: { code: string; actorId: string },
): Promise<HeldAttempt | undefined> {
  const [held] = await tx.$queryRaw<{ id: string }[]>`
    SELECT at.id FROM allocation al JOIN attempt at ON at.id = al.attempt_id
    WHERE al.code = ${code} AND at.user_id <> ${actorId}::uuid FOR UPDATE OF at`
  return held && readHeld(tx, held.id)
}

/** An attempt whose release is due, held until the transaction ends; `undefined` where somebody else is at it or it is done. */
export async function holdDueAttempt(tx: Db, { id, now }: { id: string; now: Date }): Promise<HeldAttempt | undefined> {
  const [held] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM attempt WHERE id = ${id}::uuid AND state = 'submitted' AND release_due_at <= ${now} FOR UPDATE SKIP LOCKED`
  return held && readHeld(tx, held.id)
}

/** Asked after the lock is held: what happened while this waited is seen. */
async function readHeld(tx: Db, id: string): Promise<HeldAttempt | undefined> {
  const [row] = await tx.$queryRaw<(Omit<HeldAttempt, 'facts'> & ReleaseFacts)[]>`
    SELECT at.id, at.user_id AS "userId", at.vignette_id AS "vignetteId", ci.slug AS "vignetteSlug", v.body ->> 'title' AS "vignetteTitle",
           at.number, at.release_due_by_id AS "releaseDueById", ${releaseFacts}
    FROM attempt at JOIN content_item ci ON ci.id = at.vignette_id JOIN content_version v ON v.id = at.vignette_version_id
    WHERE at.id = ${id}::uuid`
  if (!row) return undefined
  const { userId, vignetteId, vignetteSlug, vignetteTitle, number, releaseDueById, ...facts } = row
  return { id, userId, vignetteId, vignetteSlug, vignetteTitle, number, releaseDueById, facts }
}

/** From here on the trainee reads the marks. */
export async function saveReleased(
  tx: Db,
  { id, actorId, now }: { id: string; actorId: string; now: Date },
): Promise<void> {
  await tx.attempt.update({
    where: { id },
    data: { state: 'released', releasedAt: now, releasedById: actorId, releaseDueAt: null, releaseDueById: null },
    select: { id: true },
  })
}

type DueTime = { dueAt: Date | null; actorId: string }

/** Sets when these scripts' marks are released, or takes the time away. @returns of how many that have a final mark. */
export async function saveDueOfScripts(tx: Db, codes: readonly string[], { dueAt, actorId }: DueTime): Promise<number> {
  return tx.$executeRaw`
    UPDATE attempt at SET ${due(dueAt, actorId)}
    WHERE ${isUnreleased(actorId)} AND at.id IN (SELECT attempt_id FROM allocation WHERE code = ANY(${[...codes]}))`
}

/** The same for every answer of a cohort to a vignette. */
export async function saveDueOfGroup(tx: Db, group: ReleaseGroup, { dueAt, actorId }: DueTime): Promise<number> {
  return tx.$executeRaw`UPDATE attempt at SET ${due(dueAt, actorId)} WHERE ${isUnreleased(actorId)} AND ${isOfGroup(group)}`
}

const due = (dueAt: Date | null, actorId: string) =>
  Prisma.sql`release_due_at = ${dueAt}::timestamptz, release_due_by_id = ${dueAt ? actorId : null}::uuid`

/** The next attempts whose release is due, in the order of their ids, after one of them. */
export async function findDueAttempts(
  tx: Db,
  { now, after, limit }: { now: Date; after: string | null; limit: number },
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM attempt
    WHERE release_due_at <= ${now} AND state = 'submitted' AND (${after}::uuid IS NULL OR id > ${after}::uuid)
    ORDER BY id LIMIT ${limit}`
  return rows.map(({ id }) => id)
}
