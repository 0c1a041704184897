import { type Db, db } from './client.server.ts'
import { type CohortReach, isInReach } from './cohorts.server.ts'

export type GrantedExtension = {
  userId: string
  name: string
  email: string
  /** Where the person lives their days. */
  timeZone: string
  vignetteSlug: string
  vignetteTitle: string
  /** ISO 8601. */
  dueAt: string
  reason: string
}

export type CohortExtensions = {
  id: string
  name: string
  /** Those with a deadline in this cohort: only they can be extended. */
  vignettes: { slug: string; title: string; dueAt: string }[]
  extensions: GrantedExtension[]
  total: number
}

/** The extensions of a cohort's trainees on its course's vignettes, by name: one page of them, and how many there are. One statement. */
export async function readExtensions(
  id: string,
  reach: CohortReach,
  { limit, offset }: { limit: number; offset: number },
): Promise<CohortExtensions | undefined> {
  const [cohort] = await db().$queryRaw<CohortExtensions[]>`
    WITH granted AS (
      SELECT x.*, u.name, u.email, u.time_zone, d.cohort_id, vi.slug, vv.body ->> 'title' AS title
      FROM cohort_deadline d
        JOIN extension x ON x.vignette_id = d.vignette_id
        JOIN cohort_member m ON m.cohort_id = d.cohort_id AND m.user_id = x.user_id AND m.part = 'trainee'
        JOIN "user" u ON u.id = x.user_id
        JOIN content_item vi ON vi.id = d.vignette_id
        JOIN content_version vv ON vv.id = vi.current_version_id
      WHERE d.cohort_id::text = ${id}
    )
    SELECT c.id, c.name,
      (SELECT coalesce(json_agg(json_build_object('slug', vi.slug, 'title', vv.body ->> 'title', 'dueAt', d.due_at)
                                ORDER BY vi.position, vi.slug), '[]')
       FROM cohort_deadline d JOIN content_item vi ON vi.id = d.vignette_id
         JOIN content_version vv ON vv.id = vi.current_version_id WHERE d.cohort_id = c.id) AS vignettes,
      (SELECT coalesce(json_agg(json_build_object('userId', g.user_id, 'name', g.name, 'email', g.email,
                'timeZone', g.time_zone, 'vignetteSlug', g.slug, 'vignetteTitle', g.title, 'dueAt', g.due_at,
                'reason', g.reason) ORDER BY lower(g.name), g.user_id, g.slug), '[]')
       FROM (SELECT * FROM granted ORDER BY lower(name), user_id, slug LIMIT ${limit} OFFSET ${offset}) g) AS extensions,
      (SELECT count(*)::int FROM granted) AS total
    FROM cohort c WHERE c.id::text = ${id} AND ${isInReach(reach)}`
  return cohort
}

export type TraineeOfCohort = { userId: string; name: string; timeZone: string }

/** A trainee of this cohort by e-mail address, in lower case; `undefined` for everybody else. */
export async function findTraineeOfCohort(
  tx: Db,
  { cohortId, email }: { cohortId: string; email: string },
): Promise<TraineeOfCohort | undefined> {
  const [trainee] = await tx.$queryRaw<TraineeOfCohort[]>`
    SELECT u.id AS "userId", u.name, u.time_zone AS "timeZone"
    FROM "user" u JOIN cohort_member m ON m.user_id = u.id
    WHERE m.cohort_id = ${cohortId}::uuid AND m.part = 'trainee' AND u.email = ${email}`
  return trainee
}

export type DueVignette = { id: string; slug: string; title: string; dueAt: Date }

/** A vignette that has a deadline in this cohort. */
export async function findDueVignette(
  tx: Db,
  { cohortId, slug }: { cohortId: string; slug: string },
): Promise<DueVignette | undefined> {
  const [vignette] = await tx.$queryRaw<DueVignette[]>`
    SELECT vi.id, vi.slug, vv.body ->> 'title' AS title, d.due_at AS "dueAt"
    FROM cohort_deadline d JOIN content_item vi ON vi.id = d.vignette_id
      JOIN content_version vv ON vv.id = vi.current_version_id
    WHERE d.cohort_id = ${cohortId}::uuid AND vi.slug = ${slug}`
  return vignette
}

type Extension = {
  userId: string
  vignetteId: string
  dueAt: Date
  reason: string
  grantedById: string
  now: Date
}

/** Gives a person a date of their own, in the place of an earlier one. */
export async function upsertExtension(tx: Db, { userId, vignetteId, now, ...given }: Extension): Promise<void> {
  const extension = { ...given, grantedAt: now }
  await tx.extension.upsert({
    where: { userId_vignetteId: { userId, vignetteId } },
    create: { userId, vignetteId, ...extension },
    update: extension,
    select: { userId: true },
  })
}

/** @returns false when there was none. */
export async function deleteExtension(tx: Db, key: { userId: string; vignetteId: string }): Promise<boolean> {
  const { count } = await tx.extension.deleteMany({ where: key })
  return count === 1
}
