import { type Db, db } from './client.server.ts'

export type RefundWish = { orderId: string; amountMinor: number; reason: string; askedById: string; askedAt: Date }

export const insertRefund = (tx: Db, refund: RefundWish) =>
  tx.orderRefund.create({ data: refund, select: { id: true } })

export const findRefund = (id: string) =>
  db().orderRefund.findUnique({
    where: { id },
    select: {
      id: true,
      amountMinor: true,
      stripeId: true,
      refusedAs: true,
      order: { select: { id: true, paymentId: true } },
    },
  })

export async function answerRefund(
  tx: Db,
  id: string,
  answer: { stripeId: string } | { refusedAs: string },
): Promise<boolean> {
  return (await tx.orderRefund.updateMany({ where: { id, stripeId: null, refusedAs: null }, data: answer })).count === 1
}

/** Asked for, and not yet known to have arrived at Stripe. */
export const listUnsentRefunds = (limit: number) =>
  db().orderRefund.findMany({
    where: { stripeId: null, refusedAs: null },
    orderBy: { id: 'asc' },
    take: limit,
    select: { id: true },
  })

/** What was asked for and is not refused, sent or not: as long as it is under way, no more may be asked for than is left. */
export async function sumUnsentRefunds(tx: Db, orderId: string): Promise<number> {
  const { _sum } = await tx.orderRefund.aggregate({
    where: { orderId, stripeId: null, refusedAs: null },
    _sum: { amountMinor: true },
  })
  return _sum.amountMinor ?? 0
}
