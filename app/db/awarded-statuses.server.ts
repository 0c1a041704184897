import type { SpecialistNote } from '#app/domain/credential/kinds.ts'
import type { Snapshot } from './applications.server.ts'
import type { Db } from './client.server.ts'
import { evidenceSince } from './held-statuses.server.ts'

/** A status that was granted, with what its credentials say. */
export type AwardedStatusRow = {
  statusRecordId: string
  userId: string
  email: string
  pathwaySlug: string
  title: string
  pathwayVersionId: string
  /** Of a renewal: the day from which its evidence counts. */
  since: string | null
  awardedOn: string
  lastDay: string
  /** As it was handed in last. */
  snapshot: Snapshot
  /** The credentials of the status that it goes on with, those that nothing has taken the place of yet. */
  renewed: { id: string; note: SpecialistNote | null }[]
}

/** Statuses by id. One statement. */
export function findAwardedStatuses(tx: Db, ids: readonly string[]): Promise<AwardedStatusRow[]> {
  return tx.$queryRaw<AwardedStatusRow[]>`
    SELECT s.id AS "statusRecordId", s.user_id AS "userId", u.email, s.pathway_slug AS "pathwaySlug", s.title,
           a.pathway_version_id AS "pathwayVersionId",
           (SELECT coalesce(${evidenceSince}, to_char(s.granted_on, 'YYYY-MM-DD')) FROM status_record s WHERE s.id = a.renews_id) AS since,
           to_char(s.granted_on, 'YYYY-MM-DD') AS "awardedOn", to_char(s.valid_until, 'YYYY-MM-DD') AS "lastDay",
           (SELECT n.body FROM application_snapshot n WHERE n.application_id = a.id ORDER BY n.number DESC LIMIT 1) AS snapshot,
           (SELECT coalesce(json_agg(json_build_object('id', c.id, 'note', c.note)), '[]') FROM credential c
            WHERE c.status_record_id = s.renews_id
              AND NOT EXISTS (SELECT 1 FROM credential later WHERE later.supersedes_id = c.id)) AS renewed
    FROM status_record s
    JOIN "user" u ON u.id = s.user_id
    JOIN application a ON a.id = s.application_id
    WHERE s.id = ANY(${ids}::uuid[])`
}
