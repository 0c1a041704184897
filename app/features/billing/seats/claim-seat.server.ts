import { recordAudit } from '#app/db/audit.server.ts'
import { type Db, lockRow, transact } from '#app/db/client.server.ts'
import { whyNotEnrol } from '#app/db/enrolment-guard.server.ts'
import { findActiveEnrolment } from '#app/db/entitled-enrolments.server.ts'
import { findBySecret, findOwnSeat, type Opened, saveClaimed } from '#app/db/seat-claims.server.ts'
import { holdPurchase, type PurchaseRow } from '#app/db/seat-purchases.server.ts'
import { insertSeat, listHeldSeats, type SeatRow, saveTakenBack } from '#app/db/seats.server.ts'
import { hashSecret } from '#app/db/sessions.server.ts'
import { freeSeats } from '#app/domain/billing/seats.ts'
import type { Actor } from '#app/domain/people.ts'
import { enrolInSeat } from './agree-seats.server.ts'
import { givenBy } from './purchase-payment.ts'
import { joinSeatCohort } from './seat-cohort.server.ts'
import { whyNoSeat } from './seat-words.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * What a link to a seat opens: a secret, of a mail or of a claim link, for whoever has it; the seat's own id, as notices have it, only for
 * whose address it was given to.
 * @returns nothing for a link that is shut, was used, or is not theirs.
 */
export async function openSeatLink(token: string, actor: Actor | null, tx?: Db): Promise<Opened | undefined> {
  if (!UUID.test(token)) return findBySecret(hashSecret(token), tx)
  return actor ? findOwnSeat(token, actor, tx) : undefined
}

/** Whether a link leads to one person's seat, who has to sign in so that we know them. */
export const needsSignIn = (token: string, actor: Actor | null): boolean => !actor && UUID.test(token)

export type Claimed = { courseSlug: string } | { refused: string }

const GONE = 'This link no longer works: the seat was taken back, or the link was shut. Please ask who sent it to you.'
const ENROLLED =
  'You are on this course already, so no seat was used. It went back to the organisation for somebody else.'

/** Takes the seat that a link leads to, and enrols. Of several who come for the last one, the first gets it. */
export async function claimSeat(actor: Actor, token: string, now: Date): Promise<Claimed> {
  const opened = await openSeatLink(token, actor)
  if (!opened) return { refused: GONE }
  return transact(async (tx) => {
    const purchase = await holdPurchase(tx, opened.purchaseId, 'all')
    // It may have been shut, or the seat taken back, while we waited.
    const still = await openSeatLink(token, actor, tx)
    if (!purchase || !still) return { refused: GONE }
    return claim(tx, actor, purchase, { seatId: still.seatId, now })
  })
}

async function claim(
  tx: Db,
  actor: Actor,
  purchase: PurchaseRow,
  { seatId, now }: { seatId: string | null; now: Date },
): Promise<Claimed> {
  const held = await listHeldSeats(tx, purchase.id)
  const { courseSlug } = purchase
  const own = held.find(({ userId }) => userId === actor.id)
  if (own) return own.isStopped ? { refused: STOPPED } : { courseSlug }
  const given = held.find(({ id, userId, email }) => !userId && (id === seatId || (!seatId && email === actor.email)))
  await lockRow(tx, 'user', actor.id)
  if (await findActiveEnrolment(tx, actor.id, purchase.courseId)) return giveBack(tx, actor, given, now)
  const refused = (await whyNotEnrol(tx, actor.id, purchase.courseId)) ?? whyNotClaimed(purchase, held, given, now)
  if (refused) return { refused }
  const id = given?.id ?? (await insertSeat(tx, { purchaseId: purchase.id, email: null, givenAt: now }))
  await saveClaimed(tx, id, actor.id, now)
  const details = { purchaseId: purchase.id }
  await recordAudit(tx, { actor, action: 'seat.claimed', object: { kind: 'seat', id }, details, at: now })
  await enrolInSeat(tx, purchase, { id, userId: actor.id }, now)
  await joinSeatCohort(tx, purchase, { userId: actor.id, byId: actor.id, now })
  return { courseSlug }
}

const STOPPED = 'This seat is not covered by a payment at present. Please ask the organisation that pays for it.'

function whyNotClaimed(
  purchase: PurchaseRow,
  held: readonly SeatRow[],
  given: SeatRow | undefined,
  now: Date,
): string | undefined {
  const covers = givenBy(purchase, now)
  const closed = whyNoSeat(covers.state)
  if (closed) return closed
  if (given) return given.isStopped ? STOPPED : undefined
  if (freeSeats(held, covers) > 0) return undefined
  return `The last of these seats has been taken. Please ask ${purchase.organisationName} for another.`
}

/** A seat that was given to somebody who is on the course is free for somebody else. */
async function giveBack(tx: Db, actor: Actor, given: SeatRow | undefined, now: Date): Promise<Claimed> {
  if (!given) return { refused: 'You are on this course already, so no seat was used.' }
  await saveTakenBack(tx, given.id, now, false)
  await recordAudit(tx, { actor, action: 'seat.handed-back', object: { kind: 'seat', id: given.id }, at: now })
  return { refused: ENROLLED }
}
