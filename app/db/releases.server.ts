import { type Db, db, Prisma } from './client.server.ts'

/** A locked mark whose trainee has not seen it yet, as anonymous as it was for its marker. */
export type UnreleasedMark = { code: string; vignetteTitle: string; globalLevel: number; hasPassed: boolean }

const isMarkedWhole = Prisma.sql`at.has_passed IS NOT NULL`

/** One page of the marks that wait for release, in the random order of their codes, and how many there are. One statement. */
export async function readUnreleased(
  actorId: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ marks: UnreleasedMark[]; total: number }> {
  const [row] = await db().$queryRaw<{ marks: UnreleasedMark[]; total: number }[]>`
    WITH waiting AS (
      SELECT al.code, at.vignette_version_id, m.global_level, m.has_passed
      FROM attempt at JOIN allocation al ON al.attempt_id = at.id JOIN mark m ON m.allocation_id = al.id
      WHERE at.state = 'submitted' AND at.user_id <> ${actorId}::uuid AND ${isMarkedWhole}
    )
    SELECT (SELECT count(*)::int FROM waiting) AS total,
      (SELECT coalesce(json_agg(json_build_object('code', p.code, 'vignetteTitle', v.body ->> 'title',
                'globalLevel', p.global_level, 'hasPassed', p.has_passed) ORDER BY p.code), '[]')
       FROM (SELECT * FROM waiting ORDER BY code LIMIT ${limit} OFFSET ${offset}) p
       JOIN content_version v ON v.id = p.vignette_version_id) AS marks`
  return row ?? { marks: [], total: 0 }
}

export type HeldAttempt = {
  id: string
  userId: string
  vignetteId: string
  vignetteSlug: string
  vignetteTitle: string
  number: number
  isReleased: boolean
  isMarked: boolean
}

/**
 * The attempt behind a script, held until the transaction ends; `undefined` for an unknown code and for an attempt of the
 * actor's own, which nobody releases to themselves.
 */
export async function holdAttemptOfScript(
  tx: Db,
  { code, actorId }: { code: string; actorId: string },
): Promise<HeldAttempt | undefined> {
  const [attempt] = await tx.$queryRaw<HeldAttempt[]>`
    SELECT at.id, at.user_id AS "userId", at.vignette_id AS "vignetteId", ci.slug AS "vignetteSlug",
           v.body ->> 'title' AS "vignetteTitle", at.number, at.state = 'released' AS "isReleased",
           ${isMarkedWhole} AS "isMarked"
    FROM allocation al
      JOIN attempt at ON at.id = al.attempt_id
      JOIN content_item ci ON ci.id = at.vignette_id
      JOIN content_version v ON v.id = at.vignette_version_id
    WHERE al.code = ${code} AND at.user_id <> ${actorId}::uuid
    FOR UPDATE OF at`
  return attempt
}

/** From here on the trainee reads the marks. */
export async function saveReleased(
  tx: Db,
  { id, actorId, now }: { id: string; actorId: string; now: Date },
): Promise<void> {
  await tx.attempt.update({
    where: { id },
    data: { state: 'released', releasedAt: now, releasedById: actorId },
    select: { id: true },
  })
}
