import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { buySeats, type SeatsBought } from '#app/features/billing/seats/buy-seats.server.ts'
import { setUpOrganisation } from '#app/features/billing/seats/keep-organisation.server.ts'
import { now } from './accounts.ts'
import { PRICE, publishPriced } from './orders.ts'

const billing = { billingAddress: '1 High Street\nWenlow', billingEmail: 'accounts@trust.example', vatNumber: '' }

/** A trust that this person manages, and a course that it can buy seats of. */
export async function createTrust(manager: Actor, { isOnAccount = true } = {}) {
  const id = await setUpOrganisation(manager, { name: 'Wenlow Valley Trust', ...billing }, now)
  await db().organisation.update({ where: { id }, data: { isOnAccount } })
  return { id, course: await publishPriced() }
}

type Wish = { quantity: number; pay?: 'card' | 'invoice'; minor?: number; cohortId?: string; at?: Date }

/** Sends the form by which seats are ordered. */
export const orderSeats = (
  manager: Actor,
  trust: { id: string; course: { slug: string } },
  { quantity, pay = 'invoice', minor = PRICE.GBP, cohortId, at = now }: Wish,
): Promise<SeatsBought> => {
  const offer = { slug: trust.course.slug, cohortId: cohortId ?? null, currency: 'GBP', minor }
  return buySeats(manager, trust.id, { offer, quantity, pay, poReference: 'PO-7' }, at)
}

/** Seats that a trust has. @returns the id of their purchase. */
export async function seatsOf(manager: Actor, trust: { id: string; course: { slug: string } }, wish: Wish) {
  const bought = await orderSeats(manager, trust, wish)
  if ('fault' in bought) throw new Error(bought.fault.message)
  return bought.purchaseId
}
