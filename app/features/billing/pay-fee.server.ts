import { z } from 'zod'
import { readOwnApplications } from '#app/db/applications.server.ts'
import type { Db } from '#app/db/client.server.ts'
import { listFeeOrders } from '#app/db/orders.server.ts'
import { feeStanding } from '#app/domain/billing/fee.ts'
import { pricesOf } from '#app/domain/billing/money.ts'
import { gives } from '#app/domain/billing/order.ts'
import type { Actor } from '#app/domain/people.ts'
import { type Bought, placeOrder, type Seen, seenPrice } from './place-order.server.ts'

export const payFeeForm = z.object({ intent: z.literal('pay-fee'), price: seenPrice })

/**
 * Leads to the page on which the fee of one's latest application is paid, as {@link placeOrder} does. Whatever was handed in stays
 * as it is meanwhile. Throws 404 for somebody who has not applied.
 */
export async function payFee(actor: Actor, seen: Seen, now: Date): Promise<Bought> {
  const [application] = (await readOwnApplications(actor.id)).applications
  if (!application) throw new Response('You have not applied.', { status: 404 })
  const { id: applicationId, fee, feeOrders, state, renews, pathwayTitle } = application
  const standing = feeStanding(fee, feeOrders, state)
  if (standing.state === 'paid') return { isTheirs: true }
  if (standing.state === 'none') return { fault: 'No fee is asked for this application. Nothing was charged.' }
  const wanted = {
    title: `${renews ? 'Renewal fee' : 'Application fee'}: ${pathwayTitle}`,
    prices: pricesOf(fee?.price ?? {}),
    order: { purpose: renews ? 'renewal_fee' : 'application_fee', applicationId } as const,
    backTo: '/progress/application',
    listOrders: (tx: Db) => listFeeOrders(tx, applicationId),
    isHad: async (tx: Db) => (await listFeeOrders(tx, applicationId)).some(gives),
  }
  return placeOrder(actor, wanted, seen, now)
}
