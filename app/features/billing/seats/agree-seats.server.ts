import { recordAudit } from '#app/db/audit.server.ts'
import { type Db, lockRow, transact } from '#app/db/client.server.ts'
import { endEnrolment, enrolBySeat, findActiveEnrolment, findWithdrawal } from '#app/db/entitled-enrolments.server.ts'
import { agreeModules } from '#app/db/modules.server.ts'
import { notify } from '#app/db/notices.server.ts'
import { findPurchaseOfOrder, holdPurchase, listOverdue, type PurchaseRow } from '#app/db/seat-purchases.server.ts'
import { listHeldSeats, type SeatRow, saveStopped } from '#app/db/seats.server.ts'
import { takeKeptPlaces } from '#app/db/settle-places.server.ts'
import { INVOICE_TERMS, standingSeats } from '#app/domain/billing/seats.ts'
import type { SeatChange } from '#app/domain/notices.ts'
import { DAY_MS } from '#app/domain/time.ts'
import { agreeEnrolment } from '../agree-enrolment.server.ts'
import { givenBy } from './purchase-payment.ts'

/**
 * Makes the seats of a purchase agree with what was paid: those that it no longer covers are stopped, and open again when it does.
 * Only the enrolments that these seats gave are touched. The caller holds the purchase.
 */
export async function agreeSeats(tx: Db, purchase: PurchaseRow, now: Date): Promise<void> {
  const held = await listHeldSeats(tx, purchase.id)
  const standing = standingSeats(held, givenBy(purchase, now))
  const changing = held.filter(({ id, isStopped }) => standing.has(id) === isStopped)
  // Everybody who needs several people takes them in this order.
  changing.sort((a, b) => ((a.userId ?? '') < (b.userId ?? '') ? -1 : 1))
  for (const seat of changing) await (seat.isStopped ? resume : stop)(tx, purchase, seat, now)
}

async function stop(tx: Db, purchase: PurchaseRow, seat: SeatRow, now: Date): Promise<void> {
  await saveStopped(tx, seat.id, now)
  await recordChange(tx, purchase, seat, { change: 'stopped', now })
  if (seat.userId) await endSeatEnrolment(tx, purchase, { id: seat.id, userId: seat.userId }, now)
}

async function resume(tx: Db, purchase: PurchaseRow, seat: SeatRow, now: Date): Promise<void> {
  await saveStopped(tx, seat.id, null)
  await recordChange(tx, purchase, seat, { change: 'resumed', now })
  if (!seat.userId) return
  // Whoever left the course, or was taken off it, is not brought back by a payment.
  const hasLeft = await findWithdrawal(tx, seat.userId, purchase.courseId)
  if (!hasLeft) await enrolInSeat(tx, purchase, { id: seat.id, userId: seat.userId }, now)
}

async function recordChange(
  tx: Db,
  { title: courseTitle, organisationName }: PurchaseRow,
  { id, userId }: SeatRow,
  { change, now }: { change: SeatChange; now: Date },
): Promise<void> {
  await recordAudit(tx, { actor: null, action: `seat.${change}`, object: { kind: 'seat', id }, at: now })
  if (userId) await notify(tx, { userId, kind: 'seat-changed', params: { change, courseTitle, organisationName }, now })
}

type ClaimedSeat = { id: string; userId: string }

/** Enrols whoever has a seat, unless they are enrolled otherwise. */
export async function enrolInSeat(tx: Db, { courseId }: PurchaseRow, seat: ClaimedSeat, now: Date): Promise<void> {
  await lockRow(tx, 'user', seat.userId)
  if (await findActiveEnrolment(tx, seat.userId, courseId)) return
  const id = await enrolBySeat(tx, { userId: seat.userId, courseId, seatId: seat.id, now })
  const details = { courseId, seatId: seat.id }
  await recordAudit(tx, { actor: null, action: 'enrolment.made', object: { kind: 'enrolment', id }, details, at: now })
  await agreeModules(tx, { enrolmentId: id, actor: null, now })
  await takeKeptPlaces(tx, { userId: seat.userId, courseId, now })
}

/** Ends the enrolment that this seat gave, if it did. */
export async function endSeatEnrolment(tx: Db, { courseId }: PurchaseRow, seat: ClaimedSeat, now: Date): Promise<void> {
  await lockRow(tx, 'user', seat.userId)
  const enrolment = await findActiveEnrolment(tx, seat.userId, courseId)
  if (enrolment?.seatId !== seat.id) return
  await endEnrolment(tx, enrolment.id, now)
  await agreeModules(tx, { enrolmentId: enrolment.id, actor: null, now })
  const object = { kind: 'enrolment', id: enrolment.id }
  const details = { seatId: seat.id }
  await recordAudit(tx, { actor: null, action: 'enrolment.ended', object, details, at: now })
  // They may have bought the course themselves meanwhile.
  await agreeEnrolment(tx, { userId: seat.userId, courseId }, now)
}

/** The same for the seats that an order pays. The caller holds the order. */
export async function agreeSeatsOfOrder(tx: Db, orderId: string, now: Date): Promise<void> {
  const id = await findPurchaseOfOrder(tx, orderId)
  const purchase = id && (await holdPurchase(tx, id, 'all'))
  if (purchase) await agreeSeats(tx, purchase, now)
}

/** Stops the seats whose invoice is overdue beyond its grace. */
export async function stopOverdueSeats(now: Date): Promise<void> {
  const dueBefore = new Date(now.getTime() - INVOICE_TERMS.graceDays * DAY_MS)
  for (const id of await listOverdue(dueBefore))
    await transact(async (tx) => {
      const purchase = await holdPurchase(tx, id, 'all')
      if (purchase) await agreeSeats(tx, purchase, now)
    })
}
