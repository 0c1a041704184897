import { hasPartIn } from './application-reading.server.ts'
import { db, Prisma } from './client.server.ts'
import { containing, foldedColumn } from './folded-name.server.ts'
import { nameOf, stands } from './status-issuing.server.ts'

export type StatusListState = 'waiting' | 'prepared' | 'issued'

type StatusQuery = {
  state: StatusListState
  pathway?: string | undefined
  name?: string | undefined
  readerId: string
  limit: number
  offset: number
}

export type ListedStatus = {
  statusRecordId: string
  holderId: string
  holderName: string
  pathwayTitle: string
  /** ISO. */
  approvedAt: string
  awardedOn: string
  lastDay: string
  isRenewal: boolean
  isBarred: boolean
  number: string | null
  /** Who prepared what a second person has to release; and when, as ISO. */
  preparedBy: string | null
  preparedAt: string | null
  /** Somebody sent it back. */
  isReturned: boolean
}

export type StatusPage = {
  pathways: { slug: string; title: string; waiting: number; prepared: number; issued: number }[]
  statuses: ListedStatus[]
  total: number
}

/**
 * One page of the statuses that were granted: who waits longest comes first, of those issued the newest. A note that was prepared makes
 * its status wait for a second person too. Beside it, how many there are of each pathway. One statement.
 */
export async function readGranted(query: StatusQuery): Promise<StatusPage> {
  const { state, pathway = null, name, readerId, limit, offset } = query
  const pattern = name ? containing(name) : null
  const [row] = await db().$queryRaw<StatusPage[]>`
    WITH granted AS (
      SELECT s.id, s.user_id, s.pathway_slug, s.title, s.granted_on, s.valid_until, s.renews_id, a.closed_at, c.number, c.issued_at,
             p.by_id AS prepared_by, p.at AS prepared_at, p.by_id IS NOT NULL AS is_prepared, c.id IS NOT NULL AS is_issued,
             c.id IS NULL AND NOT EXISTS (SELECT 1 FROM credential_release o WHERE o.status_record_id = s.id AND o.note IS NULL
                                            AND o.returned_at IS NULL) AS is_waiting,
             EXISTS (SELECT 1 FROM credential_release b WHERE b.status_record_id = s.id AND b.returned_at IS NOT NULL) AS is_returned
      FROM status_record s
      JOIN application a ON a.id = s.application_id
      LEFT JOIN credential c ON c.status_record_id = s.id AND c.note IS NULL AND ${stands}
      LEFT JOIN LATERAL (
        SELECT r.by_id, r.at FROM credential_release r
        WHERE r.status_record_id = s.id AND r.returned_at IS NULL
          AND NOT EXISTS (SELECT 1 FROM credential i WHERE i.status_record_id = s.id AND i.note IS NOT DISTINCT FROM r.note)
        ORDER BY r.at LIMIT 1) p ON true
    ), found AS (
      SELECT g.*, u.name, count(*) OVER ()::int AS total,
             row_number() OVER (ORDER BY CASE ${state} WHEN 'waiting' THEN g.closed_at WHEN 'prepared' THEN g.prepared_at END,
                                         g.issued_at DESC, g.id) AS place
      FROM granted g JOIN "user" u ON u.id = g.user_id
      WHERE CASE ${state} WHEN 'waiting' THEN g.is_waiting WHEN 'prepared' THEN g.is_prepared ELSE g.is_issued END
        AND (${pathway}::text IS NULL OR g.pathway_slug = ${pathway})
        AND (${pattern}::text IS NULL OR ${foldedColumn(Prisma.sql`u.name`)} LIKE ${pattern})
      ORDER BY place LIMIT ${limit} OFFSET ${offset}
    )
    SELECT
      (SELECT coalesce(json_agg(n ORDER BY n.title, n.slug), '[]') FROM (
         SELECT pathway_slug AS slug, max(title) AS title, count(*) FILTER (WHERE is_waiting)::int AS waiting,
                count(*) FILTER (WHERE is_prepared)::int AS prepared, count(*) FILTER (WHERE is_issued)::int AS issued
         FROM granted GROUP BY pathway_slug) n) AS pathways,
      (SELECT coalesce(json_agg(json_build_object('statusRecordId', f.id, 'holderId', f.user_id, 'holderName', f.name,
                'pathwayTitle', f.title, 'approvedAt', f.closed_at, 'awardedOn', to_char(f.granted_on, 'YYYY-MM-DD'),
                'lastDay', to_char(f.valid_until, 'YYYY-MM-DD'), 'isRenewal', f.renews_id IS NOT NULL,
                'isBarred', ${hasPartIn(Prisma.sql`${readerId}::uuid`, Prisma.sql`f.user_id`)}, 'number', f.number,
                'preparedBy', CASE WHEN f.is_prepared THEN ${nameOf(Prisma.sql`f.prepared_by`)} END, 'preparedAt', f.prepared_at,
                'isReturned', f.is_returned AND NOT f.is_prepared) ORDER BY f.place), '[]') FROM found f) AS statuses,
      (SELECT coalesce(max(total), 0) FROM found) AS total`
  return row ?? { pathways: [], statuses: [], total: 0 }
}
