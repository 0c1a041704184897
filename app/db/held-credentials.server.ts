import type { HeldCredential } from '#app/domain/register-entry.ts'
import { Prisma } from './client.server.ts'

/** As JSON writes it: moments are texts. */
type Written<T> = {
  [Key in keyof T]: T[Key] extends Date ? string : T[Key] extends Date | null ? string | null : T[Key]
}
export type HeldJson = Omit<Written<HeldCredential>, 'events'> & { events: Written<HeldCredential['events'][number]>[] }

/** All statuses and notes of a person with what happened to each, as JSON. @param userId a column. */
export const heldJson = (userId: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object(
    'id', c.id, 'number', c.number, 'kind', c.kind, 'note', c.note, 'title', c.title, 'holderName', c.holder_name,
    'awardedOn', s.granted_on, 'validFrom', c.valid_from, 'validUntil', c.valid_until, 'issuedAt', c.issued_at, 'supersedesId', c.supersedes_id,
    'events', (SELECT coalesce(json_agg(json_build_object('kind', ev.kind, 'at', ev.at, 'until', ev.until) ORDER BY ev.at), '[]')
               FROM credential_event ev WHERE ev.credential_id = c.id)) ORDER BY c.issued_at, c.id), '[]')
  FROM credential c JOIN status_record s ON s.id = c.status_record_id WHERE c.user_id = ${userId})`

const moment = (text: string | null) => (text === null ? null : new Date(text))

export const readHeld = (rows: readonly HeldJson[]): HeldCredential[] =>
  rows.map((row) => ({
    ...row,
    validFrom: new Date(row.validFrom),
    validUntil: moment(row.validUntil),
    issuedAt: new Date(row.issuedAt),
    events: row.events.map(({ kind, at, until }) => ({ kind, at: new Date(at), until: moment(until) })),
  }))
