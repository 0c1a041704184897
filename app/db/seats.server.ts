import type { HeldSeat, SeatUse } from '#app/domain/billing/seats.ts'
import { type Db, db, Prisma } from './client.server.ts'
import { enqueueJob } from './jobs.server.ts'
import { inReach, type PurchaseReach, type PurchaseRow, purchaseJson, purchaseSource } from './seat-purchases.server.ts'

/**
 * How far the person of a seat has come in its course, and that alone: whether anything is there, never what. Read by whoever pays.
 * `s` is the seat, `p` its purchase and `e` their enrolment.
 */
const use = Prisma.sql`
  CASE
    WHEN s.user_id IS NULL THEN 'given'
    WHEN e.completed_at IS NOT NULL THEN 'completed'
    WHEN EXISTS (SELECT 1 FROM enrolment part WHERE (part.id = e.id OR part.through_id = e.id)
                 AND (EXISTS (SELECT 1 FROM lesson_read l WHERE l.enrolment_id = part.id)
                      OR EXISTS (SELECT 1 FROM question_answer q WHERE q.enrolment_id = part.id)))
      OR EXISTS (SELECT 1 FROM attempt a JOIN content_item vi ON vi.id = a.vignette_id
                 JOIN content_item c ON c.id = p.course_id JOIN content_version v ON v.id = c.current_version_id
                 WHERE a.user_id = s.user_id AND a.opened_at >= s.claimed_at AND jsonb_exists(v.body -> 'vignettes', vi.slug))
      OR EXISTS (SELECT 1 FROM attendance t JOIN live_session ls ON ls.id = t.session_id JOIN cohort c ON c.id = ls.cohort_id
                 WHERE t.user_id = s.user_id AND t.state = 'present' AND c.course_id = p.course_id
                   AND t.recorded_at >= s.claimed_at)
    THEN 'begun' ELSE 'claimed' END`

const enrolmentOfSeat = Prisma.sql`LEFT JOIN enrolment e ON e.user_id = s.user_id AND e.course_id = p.course_id`

export type SeatRow = HeldSeat & { userId: string | null; email: string | null; isStopped: boolean }

type SeatTuple = Omit<SeatRow, 'since'> & { use: SeatUse; givenAt: Date; claimedAt: Date | null }

/** Every seat that somebody has or was given, the oldest first. The caller holds the purchase. */
export async function listHeldSeats(tx: Db, purchaseId: string): Promise<SeatRow[]> {
  const rows = await tx.$queryRaw<SeatTuple[]>`
    SELECT s.id, ${use} AS use, s.user_id AS "userId", s.email, s.stopped_at IS NOT NULL AS "isStopped",
           s.given_at AS "givenAt", s.claimed_at AS "claimedAt"
    FROM seat s JOIN seat_purchase p ON p.id = s.purchase_id ${enrolmentOfSeat}
    WHERE s.purchase_id = ${purchaseId}::uuid AND s.taken_back_at IS NULL ORDER BY s.id`
  return rows.map(({ givenAt, claimedAt, ...seat }) => ({ ...seat, since: claimedAt ?? givenAt }))
}

export type ShownSeat = {
  id: string
  use: SeatUse
  name: string | null
  /** The address that it was given to, or else that of whoever took it. */
  email: string
  isStopped: boolean
  /** Of the mail to somebody without an account. */
  mailState: string
  /** ISO 8601. */
  since: string
}

/** One purchase with its seats as whoever pays may see them. One statement. */
export async function readPurchase(
  id: string,
  reach: PurchaseReach,
): Promise<{ purchase: PurchaseRow; seats: ShownSeat[] } | undefined> {
  const [row] = await db().$queryRaw<{ purchase: PurchaseRow; seats: ShownSeat[] }[]>`
    SELECT ${purchaseJson} AS purchase,
      (SELECT coalesce(json_agg(json_build_object('id', s.id, 'use', ${use}, 'name', u.name,
                'email', coalesce(s.email, u.email), 'isStopped', s.stopped_at IS NOT NULL, 'mailState', s.mail_state,
                'since', coalesce(s.claimed_at, s.given_at)) ORDER BY s.id), '[]')
       FROM seat s LEFT JOIN "user" u ON u.id = s.user_id ${enrolmentOfSeat}
       WHERE s.purchase_id = p.id AND s.taken_back_at IS NULL) AS seats
    FROM ${purchaseSource} WHERE p.id = ${id}::uuid AND ${inReach(reach)}`
  return row
}

export type ListedPurchase = PurchaseRow & { held: number; completed: number }
export type OwnOrganisation = { id: string; name: string; purchases: ListedPurchase[] }
export type OwnSeat = { id: string; title: string; courseSlug: string; organisationName: string; isClaimed: boolean }

/** What somebody manages, with what was bought, and the seats that are theirs or wait for them. One statement. */
export async function readOwnSeats(actor: {
  id: string
  email: string
}): Promise<{ organisations: OwnOrganisation[]; seats: OwnSeat[] }> {
  const [row] = await db().$queryRaw<[{ organisations: OwnOrganisation[]; seats: OwnSeat[] }]>`
    SELECT
      (SELECT coalesce(json_agg(json_build_object('id', org.id, 'name', org.name, 'purchases',
                (SELECT coalesce(json_agg((${purchaseJson})::jsonb || jsonb_build_object(
                   'held', (SELECT count(*) FROM seat s WHERE s.purchase_id = p.id AND s.taken_back_at IS NULL),
                   'completed', (SELECT count(*) FROM seat s ${enrolmentOfSeat} WHERE s.purchase_id = p.id
                                 AND s.taken_back_at IS NULL AND e.completed_at IS NOT NULL)) ORDER BY p.id DESC), '[]')
                 FROM ${purchaseSource} WHERE p.organisation_id = org.id)) ORDER BY lower(org.name), org.id), '[]')
       FROM organisation org JOIN organisation_manager m ON m.organisation_id = org.id AND m.user_id = ${actor.id}::uuid
      ) AS organisations,
      (SELECT coalesce(json_agg(json_build_object('id', s.id, 'title', p.title, 'courseSlug', ci.slug,
                'organisationName', o.name, 'isClaimed', s.user_id IS NOT NULL) ORDER BY s.id DESC), '[]')
       FROM seat s JOIN ${purchaseSource} ON p.id = s.purchase_id
       WHERE s.taken_back_at IS NULL AND s.stopped_at IS NULL
         AND (s.user_id = ${actor.id}::uuid OR s.user_id IS NULL AND s.email = ${actor.email})) AS seats`
  return row
}

type NewSeat = { purchaseId: string; email: string | null; givenAt: Date; userId?: string; claimedAt?: Date }

export async function insertSeat(tx: Db, seat: NewSeat): Promise<string> {
  return (await tx.seat.create({ data: seat, select: { id: true } })).id
}

/** Somebody without an account is written to: the mail carries a secret, which is made as it is sent. */
export async function queueInvitation(tx: Db, seatId: string): Promise<void> {
  await tx.seat.update({ where: { id: seatId }, data: { mailState: 'queued' }, select: { id: true } })
  await enqueueJob(tx, 'send-seat-invitation', { seatId }, `seat-invitation:${seatId}`)
}

/** Takes it for sending; whatever happens then, it is not sent again by itself. @returns what it says, and to whom. */
export async function takeInvitation(tx: Db, seatId: string, claimHash: string) {
  const [row] = await tx.$queryRaw<{ email: string; title: string; organisationName: string }[]>`
    UPDATE seat s SET mail_state = 'sending', claim_hash = ${claimHash}
    FROM seat_purchase p, organisation o
    WHERE s.id = ${seatId}::uuid AND s.mail_state IN ('queued', 'failed') AND s.taken_back_at IS NULL AND s.user_id IS NULL
      AND s.email IS NOT NULL AND p.id = s.purchase_id AND o.id = p.organisation_id
    RETURNING s.email, p.title, o.name AS "organisationName"`
  return row
}

export const saveInvitationState = (seatId: string, mailState: 'sent' | 'failed') =>
  db().seat.update({ where: { id: seatId }, data: { mailState }, select: { id: true } })

/** @param keepsAddress of a seat that somebody had; of one that nobody took the address is erased. */
export const saveTakenBack = (tx: Db, seatId: string, now: Date, keepsAddress: boolean) =>
  tx.seat.update({
    where: { id: seatId },
    data: { takenBackAt: now, claimHash: null, ...(!keepsAddress && { email: null }) },
    select: { id: true },
  })

export const saveStopped = (tx: Db, seatId: string, stoppedAt: Date | null) =>
  tx.seat.update({ where: { id: seatId }, data: { stoppedAt }, select: { id: true } })
