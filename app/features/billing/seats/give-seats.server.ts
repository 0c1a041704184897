import { findAccountIds } from '#app/db/accounts.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { type Db, transact } from '#app/db/client.server.ts'
import { notify } from '#app/db/notices.server.ts'
import { holdPurchase, type PurchaseRow } from '#app/db/seat-purchases.server.ts'
import { insertSeat, listHeldSeats, queueInvitation } from '#app/db/seats.server.ts'
import { freeSeats } from '#app/domain/billing/seats.ts'
import type { Actor } from '#app/domain/people.ts'
import { inNumber } from '#app/domain/wording.ts'
import { shownFaults } from './addresses-form.ts'
import { givenBy } from './purchase-payment.ts'
import { whyNoSeat } from './seat-words.ts'

/**
 * Gives a seat to each of these addresses, or none to any. Whoever has an account is told by a notice, anybody else by a mail with a
 * link; nobody learns here which of the two it was.
 * @param addresses in lower case, each once.
 * @returns why none was given. Throws 404 for what they do not manage.
 */
export function giveSeats(
  actor: Actor,
  purchaseId: string,
  addresses: readonly string[],
  now: Date,
): Promise<{ given: number } | { refused: string[] }> {
  return transact(async (tx) => {
    const purchase = await holdPurchase(tx, purchaseId, { managerId: actor.id })
    if (!purchase) throw new Response('There are no such seats.', { status: 404 })
    const refused = whyNot(purchase, await listHeldSeats(tx, purchaseId), addresses, now)
    if (refused.length > 0) return { refused }
    const accounts = await findAccountIds(tx, addresses)
    for (const email of addresses) await give(tx, actor, purchase, { email, userId: accounts.get(email), now })
    return { given: addresses.length }
  })
}

function whyNot(
  purchase: PurchaseRow,
  held: Awaited<ReturnType<typeof listHeldSeats>>,
  addresses: readonly string[],
  now: Date,
): string[] {
  const given = givenBy(purchase, now)
  const closed = whyNoSeat(given.state)
  if (closed) return [closed]
  const have = new Set(held.map(({ email }) => email))
  const twice = addresses.filter((address) => have.has(address)).map((address) => `${address} has one of these seats.`)
  if (twice.length > 0) return shownFaults(twice)
  const free = freeSeats(held, given)
  if (addresses.length <= free) return []
  return [
    inNumber(
      free,
      {
        one: 'There are {addresses} addresses here, and one seat is free.',
        other: 'There are {addresses} addresses here, and {n} seats are free.',
      },
      { addresses: addresses.length },
    ),
  ]
}

type Given = { email: string; userId: string | undefined; now: Date }

async function give(tx: Db, actor: Actor, purchase: PurchaseRow, { email, userId, now }: Given): Promise<void> {
  const seatId = await insertSeat(tx, { purchaseId: purchase.id, email, givenAt: now })
  const object = { kind: 'seat', id: seatId }
  await recordAudit(tx, { actor, action: 'seat.given', object, details: { purchaseId: purchase.id }, at: now })
  if (!userId) return queueInvitation(tx, seatId)
  const { title: courseTitle, organisationName } = purchase
  const params = { courseTitle, organisationName, path: `/claim/${seatId}` } as const
  await notify(tx, { userId, kind: 'seat-given', params, now })
}
