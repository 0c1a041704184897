import type { SaidOfRenewal } from '#app/domain/renewal.ts'
import { Prisma } from './client.server.ts'

/** A status that was granted, with all that its renewal goes by. */
export type HeldStatus = {
  id: string
  title: string
  pathwaySlug: string
  grantedOn: string
  /** The last day. */
  validUntil: string
  isRenewed: boolean
  isRevoked: boolean
  /** Evidence counts for its renewal from this day on: the one after the day on which what it rests on was handed in. */
  since: string
  /** A renewal is with staff, or under appeal. */
  isRenewalOpen: boolean
  /** ISO: when the latest renewal was refused, while nobody has appealed against it. */
  renewalRefusedAt: string | null
  /** The pathway by which its renewal is judged. */
  judgedBy: { versionId: string; title: string; version: number; renewal: SaidOfRenewal }
}

const date = (column: Prisma.Sql) => Prisma.sql`to_char(${column}, 'YYYY-MM-DD')`

export const hasOpenAppeal = (applicationId: Prisma.Sql) => Prisma.sql`(
  SELECT count(*) FILTER (WHERE e.kind = 'appealed') > count(*) FILTER (WHERE e.kind = 'appeal_decided')
  FROM application_event e WHERE e.application_id = ${applicationId})`

/** Whether the credential of a status `s` itself was revoked and none took its place; a note that is revoked leaves the status. */
export const isStatusRevoked = Prisma.sql`EXISTS (
  SELECT 1 FROM credential c JOIN credential_event x ON x.credential_id = c.id AND x.kind = 'revoked'
  WHERE c.status_record_id = s.id AND c.kind = 'practitioner_status'
    AND NOT EXISTS (SELECT 1 FROM credential n WHERE n.supersedes_id = c.id))`

/** The day after what a status `s` rests on was handed in, by the calendar of its holder. */
export const evidenceSince = Prisma.sql`
  (SELECT ${date(Prisma.sql`max(x.taken_at AT TIME ZONE h.time_zone)::date + 1`)}
   FROM application_snapshot x JOIN "user" h ON h.id = s.user_id WHERE x.application_id = s.application_id)`

/** The version that it was granted by; where that says nothing of renewal, the current one of the same pathway if that does. */
const judgedBy = Prisma.sql`(
  SELECT json_build_object('versionId', v.id, 'title', v.body -> 'title', 'version', v.body -> 'version', 'renewal', v.body -> 'renewal')
  FROM application ga JOIN content_version gv ON gv.id = ga.pathway_version_id JOIN content_item gi ON gi.id = gv.item_id
    JOIN content_version v ON v.id IN (gv.id, gi.current_version_id)
  WHERE ga.id = s.application_id
  ORDER BY (v.body -> 'renewal') IS NULL, v.id <> gv.id LIMIT 1)`

/** One status `s`. */
export const heldStatus = Prisma.sql`json_build_object(
  'id', s.id, 'title', s.title, 'pathwaySlug', s.pathway_slug,
  'grantedOn', ${date(Prisma.sql`s.granted_on`)}, 'validUntil', ${date(Prisma.sql`s.valid_until`)},
  'isRenewed', EXISTS (SELECT 1 FROM status_record n WHERE n.renews_id = s.id), 'isRevoked', ${isStatusRevoked},
  'since', coalesce(${evidenceSince}, ${date(Prisma.sql`s.granted_on`)}),
  'isRenewalOpen', EXISTS (SELECT 1 FROM application r WHERE r.renews_id = s.id
                           AND (r.closed_at IS NULL OR ${hasOpenAppeal(Prisma.sql`r.id`)})),
  'renewalRefusedAt', (SELECT max(r.closed_at) FROM application r WHERE r.renews_id = s.id AND r.state = 'refused'
                       AND NOT EXISTS (SELECT 1 FROM application_event e WHERE e.application_id = r.id AND e.kind = 'appealed')),
  'judgedBy', ${judgedBy})`

/** All that a person ever held, the latest first. */
export const heldBy = (userId: Prisma.Sql) => Prisma.sql`(
  SELECT coalesce(json_agg(${heldStatus} ORDER BY s.granted_on DESC, s.id DESC), '[]') FROM status_record s WHERE s.user_id = ${userId})`
