import { uuidv7 } from 'uuidv7'
import type { PlanStanding } from '#app/domain/billing/instalments.ts'
import type { OrderPurpose, PaymentFacts } from '#app/domain/billing/order.ts'
import { type Db, db } from './client.server.ts'
import { recordEnrolmentEvent } from './enrolment-events.server.ts'

const facts = {
  ...{ session: true, isPaid: true, totalMinor: true, refundedMinor: true, dispute: true },
  arrears: true,
} as const

const orderFields = {
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

/** Numbers a look at Stripe before it begins. */
export async function drawLookTicket(id: string): Promise<number> {
  const { lookTicket } = await db().order.update({
    where: { id },
    data: { lookTicket: { increment: 1 } },
    select: { lookTicket: true },
  })
  return lookTicket
}

type Looked = PaymentFacts &
  PlanStanding & {
    paymentId: string | null
    receiptUrl: string | null
    paidAt: Date | null
    subscriptionId: string | null
    payUrl: string | null
  }

export async function updateFacts(
  tx: Db,
  id: string,
  looked: Looked,
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

type MovementRow = {
  id: string
  orderId: string
  kind: string
  currency: string
  amountMinor: number
  feeMinor: number
  netMinor: number
  at: Date
}

/** @returns those that were not known yet. */
export async function insertMovements(tx: Db, movements: MovementRow[]): Promise<MovementRow[]> {
  const ids = movements.map(({ id }) => id)
  const known = new Set((await tx.orderMovement.findMany({ where: { id: { in: ids } } })).map(({ id }) => id))
  const fresh = movements.filter(({ id }) => !known.has(id))
  if (fresh.length > 0) await tx.orderMovement.createMany({ data: fresh })
  return fresh
}

/** The enrolment that is active in a course, and the order that gave it. */
export const findActiveEnrolment = async (tx: Db, userId: string, courseId: string) =>
  (await tx.enrolment.findFirst({
    where: { userId, courseId, state: 'active' },
    select: { id: true, orderId: true, seatId: true, completedAt: true },
  })) ?? undefined

type Entitled = { userId: string; courseId: string; now: Date }

/** Enrols by an order, or takes up again whoever had left. @returns the enrolment's id. */
export const enrolByOrder = (tx: Db, { orderId, ...entitled }: Entitled & { orderId: string }): Promise<string> =>
  enrolBy(tx, { orderId, seatId: null }, entitled)

/** The same by the seat of an organisation. */
export const enrolBySeat = (tx: Db, { seatId, ...entitled }: Entitled & { seatId: string }): Promise<string> =>
  enrolBy(tx, { orderId: null, seatId }, entitled)

type Source = { orderId: string | null; seatId: string | null }

async function enrolBy(tx: Db, source: Source, { userId, courseId, now }: Entitled): Promise<string> {
  const which = { userId_courseId: { userId, courseId } }
  const before = await tx.enrolment.findUnique({ where: which, select: { state: true } })
  const { id } = await tx.enrolment.upsert({
    where: which,
    create: { id: uuidv7(), userId, courseId, ...source, enrolledAt: now },
    update: { state: 'active', ...source, throughId: null, withdrawnAt: null, withdrawnById: null },
    select: { id: true },
  })
  const kind = before ? 'returned' : 'begun'
  if (before?.state !== 'active') await recordEnrolmentEvent(tx, { userId, courseId, kind, byId: null, at: now })
  return id
}

/** Ends an enrolment because what gave it is gone. */
export async function endEnrolment(tx: Db, id: string, now: Date): Promise<void> {
  const data = { state: 'withdrawn', withdrawnAt: null, withdrawnById: null } as const
  const { userId, courseId } = await tx.enrolment.update({
    where: { id },
    data,
    select: { userId: true, courseId: true },
  })
  await recordEnrolmentEvent(tx, { userId, courseId, kind: 'ended', byId: null, at: now })
}

/** When a person, and not the end of a payment, ended somebody's enrolment in a course; nothing where it is not ended so. */
export const findWithdrawal = async (
  tx: Db,
  userId: string,
  courseId: string,
): Promise<{ at: Date; isOwn: boolean } | undefined> => {
  const row = await tx.enrolment.findFirst({
    where: { userId, courseId, state: 'withdrawn' },
    select: { withdrawnAt: true, withdrawnById: true },
  })
  return row?.withdrawnAt ? { at: row.withdrawnAt, isOwn: row.withdrawnById === userId } : undefined
}

/** Orders of which anything may still change, those that were looked at the longest ago first. */
export const listToLookAt = (since: Date, limit: number) =>
  db().order.findMany({
    where: { sessionId: { not: null }, session: { in: ['open', 'complete'] }, placedAt: { gte: since } },
    orderBy: [{ lookedAt: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }],
    take: limit,
    select: { ...orderFields, lookedAt: true },
  })

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
