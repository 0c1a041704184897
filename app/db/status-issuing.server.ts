import type { SpecialistNote } from '#app/domain/credential/kinds.ts'
import type { CredentialEvent } from '#app/domain/credential/state.ts'
import type { CaseFact } from '#app/domain/pathway/facts.ts'
import { hasPartIn } from './application-reading.server.ts'
import { type Db, db, Prisma } from './client.server.ts'

/** A status that was granted, as somebody of the staff sees it who may issue its credential. */
export type GrantedStatus = {
  statusRecordId: string
  applicationId: string
  holderId: string
  /** As the holder writes it today. */
  holderName: string
  pathwayTitle: string
  pathwayVersion: number
  people: 1 | 2
  awardedOn: string
  lastDay: string
  approvedAt: Date
  isRenewal: boolean
  isBarred: boolean
  /** The treatments that were handed in. */
  cases: CaseFact[]
  /** The credentials that stand, of the status and of its notes. */
  issued: { note: SpecialistNote | null; number: string }[]
  prepared: PreparedRow[]
  /** The standing credentials of the status that it renews. */
  renewed: { note: SpecialistNote | null; validUntil: Date | null; events: CredentialEvent[] }[]
}

export type PreparedRow = {
  note: SpecialistNote | null
  seen: string
  byId: string
  byName: string
  at: Date
  /** Where a second person sent it back. */
  returned: { byName: string; because: string } | null
}

/** These statuses, by name; unknown ids are left out. One statement. */
export async function findGranted(ids: readonly string[], readerId: string, tx: Db = db()): Promise<GrantedStatus[]> {
  const rows = await tx.$queryRaw<GrantedJson[]>`
    SELECT s.id AS "statusRecordId", a.id AS "applicationId", u.id AS "holderId", u.name AS "holderName",
           s.title AS "pathwayTitle", (pv.body ->> 'version')::int AS "pathwayVersion",
           coalesce((pv.body #>> '{release,people}')::int, 1) AS people,
           to_char(s.granted_on, 'YYYY-MM-DD') AS "awardedOn", to_char(s.valid_until, 'YYYY-MM-DD') AS "lastDay",
           a.closed_at AS "approvedAt", s.renews_id IS NOT NULL AS "isRenewal",
           ${hasPartIn(Prisma.sql`${readerId}::uuid`, Prisma.sql`s.user_id`)} AS "isBarred",
           (SELECT n.body #> '{facts,cases}' FROM application_snapshot n
            WHERE n.application_id = a.id ORDER BY n.number DESC LIMIT 1) AS cases,
           (SELECT coalesce(json_agg(json_build_object('note', c.note, 'number', c.number) ORDER BY c.note NULLS FIRST), '[]')
            FROM credential c WHERE c.status_record_id = s.id AND ${stands}) AS issued,
           (SELECT coalesce(json_agg(json_build_object('note', r.note, 'seen', r.seen, 'byId', r.by_id, 'byName', ${nameOf(Prisma.sql`r.by_id`)},
                     'at', r.at, 'returned', CASE WHEN r.returned_at IS NOT NULL THEN
                        json_build_object('byName', ${nameOf(Prisma.sql`r.returned_by_id`)}, 'because', r.returned_because) END)), '[]')
            FROM credential_release r WHERE r.status_record_id = s.id) AS prepared,
           (SELECT coalesce(json_agg(json_build_object('note', c.note, 'validUntil', c.valid_until, 'events',
                     (SELECT coalesce(json_agg(json_build_object('kind', e.kind, 'at', e.at, 'until', e.until)), '[]')
                      FROM credential_event e WHERE e.credential_id = c.id))), '[]')
            FROM credential c WHERE c.status_record_id = s.renews_id AND ${stands}) AS renewed
    FROM status_record s
    JOIN "user" u ON u.id = s.user_id
    JOIN application a ON a.id = s.application_id
    JOIN content_version pv ON pv.id = a.pathway_version_id
    WHERE s.id = ANY(${ids}::uuid[])
    ORDER BY lower(u.name), s.id`
  return rows.map(withDates)
}

/** Of a credential `c`: nothing has taken its place. */
export const stands = Prisma.sql`NOT EXISTS (SELECT 1 FROM credential later WHERE later.supersedes_id = c.id)`

export const nameOf = (id: Prisma.Sql) =>
  Prisma.sql`coalesce((SELECT n.name FROM "user" n WHERE n.id = ${id}), 'A former member')`

type GrantedJson = Omit<GrantedStatus, 'prepared' | 'renewed' | 'cases'> & {
  cases: CaseFact[] | null
  prepared: (Omit<PreparedRow, 'at'> & { at: string })[]
  renewed: {
    note: SpecialistNote | null
    validUntil: string | null
    events: { kind: CredentialEvent['kind']; at: string; until: string | null }[]
  }[]
}

const moment = (text: string | null) => (text === null ? null : new Date(text))

const withDates = ({ cases, prepared, renewed, ...row }: GrantedJson): GrantedStatus => ({
  ...row,
  cases: cases ?? [],
  prepared: prepared.map((each) => ({ ...each, at: new Date(each.at) })),
  renewed: renewed.map(({ note, validUntil, events }) => ({
    note,
    validUntil: moment(validUntil),
    events: events.map((event) => ({ ...event, at: new Date(event.at), until: moment(event.until) })),
  })),
})

/**
 * Holds whoever these statuses are of until the transaction ends, always in the same order: of two officers the later one sees what the
 * earlier one did, and nobody suspends, revokes or renames meanwhile.
 */
export async function holdHoldersOf(tx: Db, statusRecordIds: readonly string[]): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM "user" u WHERE u.id IN (SELECT user_id FROM status_record WHERE id = ANY(${statusRecordIds}::uuid[]))
    ORDER BY u.id FOR NO KEY UPDATE`
}

export type NewRelease = { statusRecordId: string; note: SpecialistNote | null; seen: string; byId: string; at: Date }

/** Prepares a credential for a second person; one that was sent back is prepared anew. The holder is held. */
export async function saveRelease(tx: Db, { statusRecordId, note, ...prepared }: NewRelease): Promise<void> {
  const anew = { ...prepared, returnedAt: null, returnedById: null, returnedBecause: '' }
  const { count } = await tx.credentialRelease.updateMany({ where: { statusRecordId, note }, data: anew })
  if (count === 0) await tx.credentialRelease.create({ data: { statusRecordId, note, ...prepared } })
}

type Returned = { statusRecordId: string; note: SpecialistNote | null; byId: string; because: string; at: Date }

/** Sends back what was prepared. The holder is held. */
export async function saveReturned(tx: Db, { statusRecordId, note, byId, because, at }: Returned): Promise<void> {
  const data = { returnedAt: at, returnedById: byId, returnedBecause: because }
  await tx.credentialRelease.updateMany({ where: { statusRecordId, note }, data })
}
