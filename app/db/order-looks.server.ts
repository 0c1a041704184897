import type { PaymentFound } from '#app/domain/billing/instalments.ts'
import type { Movement } from '#app/domain/billing/ledger.ts'
import { type Db, db } from './client.server.ts'
import { orderFields } from './orders.server.ts'

/** Numbers a look at Stripe before it begins. */
export async function drawLookTicket(id: string): Promise<number> {
  const { lookTicket } = await db().order.update({
    where: { id },
    data: { lookTicket: { increment: 1 } },
    select: { lookTicket: true },
  })
  return lookTicket
}

export async function updateFacts(
  tx: Db,
  id: string,
  looked: PaymentFound,
  look: { ticket: number; at: Date },
): Promise<void> {
  const { session, isPaid, totalMinor, refundedMinor, dispute, paymentId, receiptUrl, paidAt } = looked
  const { subscriptionId, payUrl, instalmentsPaid, arrears, arrearsSince } = looked
  const data = {
    ...{ session, isPaid, totalMinor, refundedMinor, dispute, paymentId, receiptUrl, paidAt },
    ...{ subscriptionId, payUrl, instalmentsPaid, arrears, arrearsSince },
  }
  await tx.order.update({
    where: { id },
    data: { ...data, lookWritten: look.ticket, lookedAt: look.at },
    select: { id: true },
  })
}

type MovementRow = Movement & { orderId: string }

/** @returns those that were not known yet. */
export async function insertMovements(tx: Db, movements: MovementRow[]): Promise<MovementRow[]> {
  const ids = movements.map(({ id }) => id)
  const known = new Set((await tx.orderMovement.findMany({ where: { id: { in: ids } } })).map(({ id }) => id))
  const fresh = movements.filter(({ id }) => !known.has(id))
  if (fresh.length > 0) await tx.orderMovement.createMany({ data: fresh })
  return fresh
}

/** Orders of which anything may still change, those that were looked at the longest ago first. */
export const listToLookAt = (since: Date, limit: number) =>
  db().order.findMany({
    where: { sessionId: { not: null }, session: { in: ['open', 'complete'] }, placedAt: { gte: since } },
    orderBy: [{ lookedAt: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }],
    take: limit,
    select: { ...orderFields, lookedAt: true },
  })
