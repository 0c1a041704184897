import type { CredentialEvent } from '#app/domain/credential/state.ts'
import { type Db, db, Prisma } from './client.server.ts'
import { type HeldStatus, heldStatus, isStatusRevoked } from './held-statuses.server.ts'

const local = (now: Date) => Prisma.sql`(${now}::timestamptz AT TIME ZONE u.time_zone)`

const isStanding = Prisma.sql`(
  NOT EXISTS (SELECT 1 FROM status_record n WHERE n.renews_id = s.id) AND NOT ${isStatusRevoked})`

/** Nobody is written to at night. */
const MORNING_HOUR = 7

/** A status that ends within a year, with the day that it is for its holder. */
export type EndingStatus = {
  id: string
  userId: string
  grantedOn: string
  validUntil: string
  today: string
  /** So many months ahead its holder was told. */
  told: number[]
}

/** Statuses whose holders may have to be told; which of them is a rule of its own (`reminderDue`). One statement. */
export const listEnding = (now: Date): Promise<EndingStatus[]> =>
  db().$queryRaw<EndingStatus[]>`
    SELECT s.id, s.user_id AS "userId", to_char(s.granted_on, 'YYYY-MM-DD') AS "grantedOn", to_char(s.valid_until, 'YYYY-MM-DD') AS "validUntil",
           to_char(${local(now)}, 'YYYY-MM-DD') AS today,
           (SELECT coalesce(array_agg(r.months_ahead), '{}') FROM renewal_reminder r WHERE r.status_record_id = s.id) AS told
    FROM status_record s JOIN "user" u ON u.id = s.user_id
    WHERE extract(hour FROM ${local(now)}) >= ${MORNING_HOUR}
      AND ${local(now)}::date BETWEEN (s.valid_until - interval '1 year')::date AND s.valid_until AND ${isStanding}
    ORDER BY s.user_id, s.id`

/** Stands in the place of the months: that the holder was told of the lapse. */
const LAPSED = 0

/**
 * Keeps that a holder was told so many months ahead. @returns false where they were already, or the status was renewed or revoked
 * meanwhile: of two who come at once one is let through.
 */
export async function insertRenewalReminder(
  tx: Db,
  { statusId, monthsAhead, now }: { statusId: string; monthsAhead: number; now: Date },
): Promise<boolean> {
  const count = await tx.$executeRaw`
    INSERT INTO renewal_reminder (status_record_id, months_ahead, sent_at)
    SELECT s.id, ${monthsAhead}, ${now}::timestamptz FROM status_record s WHERE s.id = ${statusId}::uuid AND ${isStanding}
    ON CONFLICT (status_record_id, months_ahead) DO NOTHING`
  return count === 1
}

/** The same of the lapse. */
export const insertLapse = (tx: Db, statusId: string, now: Date): Promise<boolean> =>
  insertRenewalReminder(tx, { statusId, monthsAhead: LAPSED, now })

export type EndedStatus = { userId: string; timeZone: string; status: HeldStatus }

/** Statuses whose last day is over for their holder, that nothing went on with and that did not lapse yet, after this id. One statement. */
export const listEnded = (now: Date, after: string, limit: number): Promise<EndedStatus[]> =>
  db().$queryRaw<EndedStatus[]>`
    SELECT s.user_id AS "userId", u.time_zone AS "timeZone", ${heldStatus} AS status
    FROM status_record s JOIN "user" u ON u.id = s.user_id
    WHERE s.id > ${after}::uuid AND s.valid_until < ${local(now)}::date AND ${isStanding}
      AND NOT EXISTS (SELECT 1 FROM renewal_reminder r WHERE r.status_record_id = s.id AND r.months_ahead = ${LAPSED})
    ORDER BY s.id LIMIT ${limit}`

/** The same of one, in a transaction. */
export async function findHeldStatus(tx: Db, id: string): Promise<HeldStatus | null> {
  const [row] = await tx.$queryRaw<{ status: HeldStatus }[]>`
    SELECT ${heldStatus} AS status FROM status_record s WHERE s.id = ${id}::uuid`
  return row?.status ?? null
}

const FINAL: CredentialEvent['kind'][] = ['revoked', 'superseded', 'lapsed']

/** Lets everything lapse that was issued for a status and still stands, its notes too. @returns the numbers. */
export async function insertLapsedEvents(tx: Db, statusRecordId: string, at: Date): Promise<string[]> {
  const standing = await tx.credential.findMany({
    where: { statusRecordId, events: { none: { kind: { in: FINAL } } }, supersededBy: null },
    select: { id: true, number: true },
    orderBy: { number: 'asc' },
  })
  const data = standing.map(({ id: credentialId }) => ({ credentialId, kind: 'lapsed' as const, at }))
  await tx.credentialEvent.createMany({ data })
  return standing.map(({ number }) => number)
}
