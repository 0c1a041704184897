import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { notify } from '#app/db/notices.server.ts'
import { holdPurchase } from '#app/db/seat-purchases.server.ts'
import { listHeldSeats, saveTakenBack } from '#app/db/seats.server.ts'
import { whyNotTakenBack } from '#app/domain/billing/seats.ts'
import type { Actor } from '#app/domain/people.ts'
import { agreeSeats, endSeatEnrolment } from './agree-seats.server.ts'
import { leaveSeatCohort } from './seat-cohort.server.ts'

/**
 * Takes back a seat that nobody has taken, or whose person has not begun: it is free for somebody else then.
 * @returns why not. Throws 404 for what they do not manage.
 */
export function takeBackSeat(
  actor: Actor,
  purchaseId: string,
  seatId: string,
  now: Date,
): Promise<{ isTakenBack: true } | { refused: string }> {
  return transact(async (tx) => {
    const purchase = await holdPurchase(tx, purchaseId, { managerId: actor.id })
    if (!purchase) throw new Response('There are no such seats.', { status: 404 })
    const seat = (await listHeldSeats(tx, purchaseId)).find(({ id }) => id === seatId)
    if (!seat) return { refused: 'This seat was taken back already.' }
    const refused = whyNotTakenBack(seat.use)
    if (refused) return { refused }
    const { userId } = seat
    await saveTakenBack(tx, seatId, now, userId !== null)
    await recordAudit(tx, { actor, action: 'seat.taken-back', object: { kind: 'seat', id: seatId }, at: now })
    if (userId) {
      await endSeatEnrolment(tx, purchase, { id: seatId, userId }, now)
      await leaveSeatCohort(tx, purchase, { userId, byId: actor.id, now })
      const { title: courseTitle, organisationName } = purchase
      const params = { change: 'taken-back', courseTitle, organisationName } as const
      await notify(tx, { userId, kind: 'seat-changed', params, now })
    }
    // One that was stopped for want of room has room now.
    await agreeSeats(tx, purchase, now)
    return { isTakenBack: true }
  })
}
