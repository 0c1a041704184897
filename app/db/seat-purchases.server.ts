import type { PaymentFacts } from '#app/domain/billing/order.ts'
import type { InvoiceFacts } from '#app/domain/billing/seats.ts'
import { type Db, db, Prisma } from './client.server.ts'

/** What was bought, for whom, and what is known of its payment. */
export type PurchaseRow = {
  id: string
  organisationId: string
  organisationName: string
  courseId: string
  courseSlug: string
  /** Whose takers join a cohort of the course. */
  cohortId: string | null
  title: string
  quantity: number
  currency: string
  /** Of one seat. */
  priceMinor: number
  /** ISO 8601. */
  placedAt: string
  isLinkOpen: boolean
  orderId: string | null
  invoice: (InvoiceFacts & { number: number; issuedAt: string }) | null
  payment: PaymentFacts | null
}

/** The row as JSON, so that a list of them and one alone read the same. */
export const purchaseJson = Prisma.sql`
  json_build_object('id', p.id, 'organisationId', p.organisation_id, 'organisationName', o.name, 'courseId', p.course_id,
    'courseSlug', ci.slug, 'cohortId', p.cohort_id, 'title', p.title, 'quantity', p.quantity, 'currency', p.currency, 'priceMinor', p.price_minor,
    'placedAt', p.placed_at, 'isLinkOpen', p.claim_hash IS NOT NULL,
    'invoice', CASE WHEN i.id IS NOT NULL THEN json_build_object('dueOn', i.due_on, 'isPaid', i.paid_at IS NOT NULL,
      'isVoid', i.voided_at IS NOT NULL, 'refundedMinor', i.refunded_minor, 'isOnAccount', o.is_on_account,
      'number', i.number, 'issuedAt', i.issued_at) END,
    'orderId', p.order_id, 'payment', CASE WHEN r.id IS NOT NULL THEN json_build_object('session', r.session,
      'isPaid', r.is_paid, 'totalMinor', r.total_minor, 'refundedMinor', r.refunded_minor, 'dispute', r.dispute) END)`

export const purchaseSource = Prisma.sql`
  seat_purchase p JOIN organisation o ON o.id = p.organisation_id JOIN content_item ci ON ci.id = p.course_id
  LEFT JOIN seat_invoice i ON i.purchase_id = p.id LEFT JOIN "order" r ON r.id = p.order_id`

const isManagedBy = (userId: string) => Prisma.sql`
  EXISTS (SELECT 1 FROM organisation_manager m WHERE m.organisation_id = o.id AND m.user_id = ${userId}::uuid)`

/** Whose purchases: those of the organisations that one person manages, or all of them. */
export type PurchaseReach = { managerId: string } | 'all'

export const inReach = (reach: PurchaseReach) => (reach === 'all' ? Prisma.sql`true` : isManagedBy(reach.managerId))

/**
 * One purchase, held until the transaction ends: whoever gives, takes or loses a seat of it goes one after the other. Whoever then
 * needs a person as well takes that second.
 */
export async function holdPurchase(tx: Db, id: string, reach: PurchaseReach): Promise<PurchaseRow | undefined> {
  await tx.$queryRaw`SELECT 1 FROM seat_purchase WHERE id = ${id}::uuid FOR UPDATE`
  const [row] = await tx.$queryRaw<{ purchase: PurchaseRow }[]>`
    SELECT ${purchaseJson} AS purchase FROM ${purchaseSource} WHERE p.id = ${id}::uuid AND ${inReach(reach)}`
  return row?.purchase
}

type NewPurchase = {
  organisationId: string
  courseId: string
  cohortId: string | null
  title: string
  quantity: number
  currency: string
  priceMinor: number
  placedById: string
  placedAt: Date
  /** Where it is paid by card. */
  orderId?: string
}

export async function insertPurchase(tx: Db, purchase: NewPurchase): Promise<string> {
  return (await tx.seatPurchase.create({ data: purchase, select: { id: true } })).id
}

type Same = Pick<NewPurchase, 'organisationId' | 'courseId' | 'cohortId' | 'quantity' | 'currency' | 'priceMinor'>

/** Stripe remembers for a day what was asked for under a key. */
const TO_PAY_HOURS = 20
/** Sent twice by the same press, or by going back. */
const AGAIN_MINUTES = 10

/**
 * What this person ordered in the same words a short time ago: by card while it can be paid, by invoice for a few minutes. The
 * caller holds the organisation.
 */
export async function findSamePurchase(
  tx: Db,
  same: Same,
  { byInvoice, placedById, now }: { byInvoice: boolean; placedById: string; now: Date },
): Promise<{ purchaseId: string; orderId: string | null } | undefined> {
  const since = new Date(now.getTime() - (byInvoice ? AGAIN_MINUTES : TO_PAY_HOURS * 60) * 60_000)
  const how = byInvoice ? { invoice: { paidAt: null } } : { order: { session: { in: ['none', 'open'] as const } } }
  const row = await tx.seatPurchase.findFirst({
    where: { ...same, placedById, placedAt: { gt: since }, ...how } as Prisma.SeatPurchaseWhereInput,
    select: { id: true, orderId: true },
  })
  return row ? { purchaseId: row.id, orderId: row.orderId } : undefined
}

export const isManager = async (tx: Db, organisationId: string, userId: string): Promise<boolean> =>
  (await tx.organisationManager.count({ where: { organisationId, userId } })) > 0

export const findPurchaseOfOrder = async (tx: Db, orderId: string): Promise<string | undefined> =>
  (await tx.seatPurchase.findUnique({ where: { orderId }, select: { id: true } }))?.id

/** @param claimHash none shuts the link. */
export const saveClaimHash = (tx: Db, id: string, claimHash: string | null) =>
  tx.seatPurchase.update({ where: { id }, data: { claimHash }, select: { id: true } })

/** Whose invoices are unpaid and were due before this. */
export async function listOverdue(dueBefore: Date): Promise<string[]> {
  const rows = await db().seatInvoice.findMany({
    where: { paidAt: null, voidedAt: null, dueOn: { lt: dueBefore } },
    select: { purchaseId: true },
  })
  return rows.map(({ purchaseId }) => purchaseId)
}
