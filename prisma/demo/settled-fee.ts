import { readOwnApplications } from '#app/db/applications.server.ts'
import { db } from '#app/db/client.server.ts'
import { pricesOf } from '#app/domain/billing/money.ts'
import type { Member } from './people.ts'

/** The fee of what somebody has handed in came by another way, long ago: no payment at Stripe stands behind it. */
export async function settleFee({ actor: { id: userId } }: Member, now: Date): Promise<void> {
  const [application] = (await readOwnApplications(userId)).applications
  const [price] = pricesOf(application?.fee?.price ?? {})
  if (!application || !price) return
  const { currency, minor } = price
  const wanted = { purpose: 'application_fee', applicationId: application.id, currency, priceMinor: minor } as const
  const paid = { session: 'complete', isPaid: true, paidAt: now, totalMinor: minor } as const
  const title = `Application fee: ${application.pathwayTitle}`
  await db().order.create({ data: { userId, title, placedAt: now, ...wanted, ...paid }, select: { id: true } })
}
