import { db, Prisma } from './client.server.ts'
import { isWaiting } from './countersigning.server.ts'
import { whatIsRated } from './portfolio.server.ts'

export type Supervisee = {
  id: string
  name: string
  waiting: number
  signed: number
  /** Clips that name the supervisor. */
  clips: number
  /** Those of them that the supervisor has not rated as they are now, the earliest first. */
  unratedClips: { id: string; caseCode: string | null; sessionNumber: number }[]
}

/** Clips that name somebody as the supervisor who rates them. */
export const clipsFor = (supervisorId: string) => Prisma.sql`
  portfolio_entry e JOIN portfolio_version v ON v.entry_id = e.id AND v.number = e.version
  WHERE e.kind = 'clip' AND e.removed_at IS NULL AND v.erased_at IS NULL AND v.body ->> 'supervisorId' = ${supervisorId}`

/** The ratings of one supervisor that are of what a clip says now. */
export const ratingsBy = (supervisorId: string) => Prisma.sql`
  clip_rating r JOIN portfolio_version rated ON rated.entry_id = r.entry_id AND rated.number = r.version
  WHERE r.entry_id = e.id AND r.supervisor_id = ${supervisorId}::uuid
    AND ${whatIsRated(Prisma.sql`rated.body`)} = ${whatIsRated(Prisma.sql`v.body`)}`

export const isRatedBy = (supervisorId: string) => Prisma.sql`EXISTS (SELECT 1 FROM ${ratingsBy(supervisorId)})`

/** Whoever put an entry or a clip before a supervisor, by name. One statement. */
export function listSupervisees(supervisorId: string): Promise<Supervisee[]> {
  return db().$queryRaw<Supervisee[]>`
    WITH asked AS (
      SELECT e.owner_id, count(*) FILTER (WHERE ${isWaiting})::int AS waiting,
             count(*) FILTER (WHERE c.answer = 'signed' AND c.voided_at IS NULL AND e.removed_at IS NULL)::int AS signed
      FROM countersigning c JOIN portfolio_entry e ON e.id = c.entry_id
        JOIN portfolio_version v ON v.entry_id = c.entry_id AND v.number = c.version
      WHERE c.supervisor_id = ${supervisorId}::uuid GROUP BY e.owner_id
    ), clip AS (
      SELECT x.owner_id, count(*)::int AS clips,
             json_agg(json_build_object('id', x.id, 'caseCode', x.case_code, 'sessionNumber', x.session_number) ORDER BY x.occurred_on, x.id)
               FILTER (WHERE NOT x.is_rated) AS unrated FROM (
        SELECT e.id, e.owner_id, e.occurred_on, (v.body ->> 'sessionNumber')::int AS session_number, ${isRatedBy(supervisorId)} AS is_rated,
               (SELECT k.code FROM portfolio_entry k WHERE k.id = e.case_id) AS case_code
        FROM ${clipsFor(supervisorId)}) x GROUP BY x.owner_id
    )
    SELECT u.id, u.name, coalesce(asked.waiting, 0) AS waiting, coalesce(asked.signed, 0) AS signed,
           coalesce(clip.clips, 0) AS clips, coalesce(clip.unrated, '[]') AS "unratedClips"
    FROM asked FULL JOIN clip ON clip.owner_id = asked.owner_id
      JOIN "user" u ON u.id = coalesce(asked.owner_id, clip.owner_id)
    WHERE u.id <> ${supervisorId}::uuid
    ORDER BY lower(u.name), u.id`
}
