import type { OrderPurpose, PaymentFacts } from '#app/domain/billing/order.ts'
import { type Db, db } from './client.server.ts'

const facts = {
  ...{ session: true, isPaid: true, totalMinor: true, refundedMinor: true, dispute: true },
  arrears: true,
} as const

export const orderFields = {
  ...facts,
  id: true,
  userId: true,
  purpose: true,
  courseId: true,
  applicationId: true,
  quantity: true,
  title: true,
  currency: true,
  priceMinor: true,
  placedAt: true,
  paidAt: true,
  sessionId: true,
  sessionUrl: true,
  paymentId: true,
  instalments: true,
  graceDays: true,
  arrearsSince: true,
  lookWritten: true,
} as const

export type OrderRow = PaymentFacts & {
  id: string
  userId: string
  purpose: OrderPurpose
  courseId: string | null
  applicationId: string | null
  quantity: number
  title: string
  currency: string
  priceMinor: number
  placedAt: Date
  paidAt: Date | null
  sessionId: string | null
  sessionUrl: string | null
  paymentId: string | null
  /** Both of what is paid in parts. */
  instalments: number | null
  graceDays: number | null
  arrearsSince: Date | null
  lookWritten: number
}

type NewOrder = Pick<OrderRow, 'userId' | 'title' | 'currency' | 'priceMinor' | 'placedAt'> & {
  purpose?: OrderPurpose
  courseId?: string
  applicationId?: string
  quantity?: number
  instalments?: number
  graceDays?: number
}

export const insertOrder = (tx: Db, order: NewOrder): Promise<OrderRow> =>
  tx.order.create({ data: order, select: orderFields })

export const findOrder = async (id: string, tx: Db = db()): Promise<OrderRow | undefined> =>
  (await tx.order.findUnique({ where: { id }, select: orderFields })) ?? undefined

/** Whoever rings names one of these; several may stand for the same order. */
export async function findOrderId(named: {
  orderId?: string
  sessionId?: string
  paymentId?: string
  subscriptionId?: string
  customerId?: string
}) {
  const { orderId, sessionId, paymentId, subscriptionId, customerId } = named
  const either = [
    ...(orderId ? [{ id: orderId }] : []),
    ...(sessionId ? [{ sessionId }] : []),
    ...(paymentId ? [{ paymentId }] : []),
    ...(subscriptionId ? [{ subscriptionId }] : []),
  ]
  const found = either.length > 0 && (await db().order.findFirst({ where: { OR: either }, select: { id: true } }))
  if (found || !customerId) return found ? found.id : undefined
  // A refund or a dispute of a part names the payment of that part alone, and whose it was.
  const ofCustomer = { instalments: { not: null }, user: { stripeCustomerId: customerId } }
  return (await db().order.findFirst({ where: ofCustomer, orderBy: { id: 'desc' }, select: { id: true } }))?.id
}

/** This person's orders of a course for themselves, the oldest first. */
export const listOrdersOf = (tx: Db, userId: string, courseId: string): Promise<OrderRow[]> =>
  tx.order.findMany({ where: { userId, courseId, purpose: 'course' }, orderBy: { id: 'asc' }, select: orderFields })

/** What was ordered to pay the fee of an application, the oldest first. */
export const listFeeOrders = (tx: Db, applicationId: string): Promise<OrderRow[]> =>
  tx.order.findMany({ where: { applicationId }, orderBy: { id: 'asc' }, select: orderFields })

export async function setCheckout(
  tx: Db,
  id: string,
  { sessionId, sessionUrl }: { sessionId: string; sessionUrl: string },
) {
  const { count } = await tx.order.updateMany({
    where: { id, sessionId: null },
    data: { sessionId, sessionUrl, session: 'open' },
  })
  return count === 1
}
