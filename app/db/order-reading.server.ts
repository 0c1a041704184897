import type { Movement } from '#app/domain/billing/ledger.ts'
import type { OrderPurpose, PaymentFacts } from '#app/domain/billing/order.ts'
import { Prisma, readRows } from './client.server.ts'

/** A refund that was asked for: sent to Stripe or not yet, or refused there. */
export type AskedRefund = {
  amountMinor: number
  askedAt: string
  reason: string
  isSent: boolean
  refusedAs: string | null
}

export type ReadOrder = PaymentFacts & {
  id: string
  purpose: OrderPurpose
  /** Of a course, or of seats in one. */
  courseSlug: string | null
  applicationId: string | null
  quantity: number
  title: string
  currency: string
  priceMinor: number
  placedAt: Date
  paidAt: Date | null
  receiptUrl: string | null
  /** What it is for was had in full: the course is completed, or the application decided. */
  isCompleted: boolean
  isEnrolled: boolean
  /** A payment at Stripe stands behind it. */
  hasPayment: boolean
  /** Of what is paid in monthly parts. */
  instalments: number | null
  instalmentsPaid: number
  graceDays: number | null
  arrearsSince: Date | null
  payUrl: string | null
  refunds: AskedRefund[]
}

const columns = Prisma.sql`
  o.id, o.purpose::text AS purpose, o.application_id AS "applicationId", o.quantity, ci.slug AS "courseSlug", o.title, o.currency, o.price_minor AS "priceMinor",
  o.placed_at AS "placedAt", o.paid_at AS "paidAt", o.receipt_url AS "receiptUrl", o.session::text AS session,
  o.is_paid AS "isPaid", o.total_minor AS "totalMinor", o.refunded_minor AS "refundedMinor", o.dispute::text AS dispute,
  (e.completed_at IS NOT NULL OR coalesce(a.state IN ('approved', 'refused'), false)) AS "isCompleted", coalesce(e.state = 'active', false) AS "isEnrolled", o.payment_id IS NOT NULL AS "hasPayment",
  o.instalments, o.instalments_paid AS "instalmentsPaid", o.grace_days AS "graceDays", o.arrears::text AS arrears,
  o.arrears_since AS "arrearsSince", o.pay_url AS "payUrl",
  coalesce((SELECT jsonb_agg(jsonb_build_object('amountMinor', r.amount_minor, 'askedAt', r.asked_at, 'reason', r.reason,
              'isSent', r.stripe_id IS NOT NULL, 'refusedAs', r.refused_as) ORDER BY r.id)
            FROM order_refund r WHERE r.order_id = o.id), '[]') AS refunds`

const source = Prisma.sql`
  "order" o
  LEFT JOIN content_item ci ON ci.id = o.course_id
  LEFT JOIN application a ON a.id = o.application_id
  LEFT JOIN enrolment e ON o.purpose = 'course' AND e.user_id = o.user_id AND e.course_id = o.course_id`

/** Somebody's own orders, the newest first. One statement. */
export const listOwnOrders = (userId: string): Promise<ReadOrder[]> =>
  readRows(Prisma.sql`SELECT ${columns} FROM ${source} WHERE o.user_id = ${userId}::uuid ORDER BY o.id DESC`)

/** One's own order by its id, or by that of its page at Stripe; somebody else's is not found. */
export async function findOwnOrder(
  userId: string,
  by: { id: string } | { sessionId: string },
): Promise<ReadOrder | undefined> {
  const which = 'id' in by ? Prisma.sql`o.id = ${by.id}::uuid` : Prisma.sql`o.session_id = ${by.sessionId}`
  const [row] = await readRows<ReadOrder>(
    Prisma.sql`SELECT ${columns} FROM ${source} WHERE o.user_id = ${userId}::uuid AND ${which}`,
  )
  return row
}

export type AnyOrder = ReadOrder & { userId: string; buyerName: string; buyerEmail: string }

const buyer = Prisma.sql`, o.user_id AS "userId", u.name AS "buyerName", u.email AS "buyerEmail"`

/** Everybody's orders, the newest first. One statement. */
export async function listOrders({ offset, limit }: { offset: number; limit: number }) {
  const rows = await readRows<AnyOrder & { total: number }>(Prisma.sql`
    SELECT ${columns} ${buyer}, count(*) OVER ()::int AS total
    FROM ${source} JOIN "user" u ON u.id = o.user_id
    ORDER BY o.id DESC LIMIT ${limit} OFFSET ${offset}`)
  return { rows: rows.map(({ total: _, ...order }): AnyOrder => order), total: rows[0]?.total ?? 0 }
}

export type ReadMovement = Omit<Movement, 'at'> & { at: string }

/** One order with the movements of its money. One statement. */
export async function readOrder(id: string): Promise<(AnyOrder & { movements: ReadMovement[] }) | undefined> {
  const [row] = await readRows<AnyOrder & { movements: ReadMovement[] }>(Prisma.sql`
    SELECT ${columns} ${buyer},
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', m.id, 'kind', m.kind, 'currency', m.currency,
                  'amountMinor', m.amount_minor, 'feeMinor', m.fee_minor, 'netMinor', m.net_minor, 'at', m.at) ORDER BY m.at, m.id)
                FROM order_movement m WHERE m.order_id = o.id), '[]') AS movements
    FROM ${source} JOIN "user" u ON u.id = o.user_id
    WHERE o.id = ${id}::uuid`)
  return row
}

export type LedgerMovement = Movement & { orderId: string; title: string }

/** Money that came or went by bank for an invoice: Stripe knows nothing of it, and takes no fee. */
const byInvoice = Prisma.sql`
  SELECT v.id::text, CASE WHEN v.amount_minor < 0 THEN 'invoice_refund' ELSE 'invoice_payment' END, p.currency, v.amount_minor, 0,
         v.amount_minor, v.at, p.id, 'Invoice ' || to_char(i.issued_at AT TIME ZONE 'UTC', 'YYYY') || '-'
           || lpad(i.number::text, greatest(4, length(i.number::text)), '0') || ': ' || p.title || ' (' || v.reference || ')'
  FROM seat_invoice_movement v JOIN seat_invoice i ON i.id = v.invoice_id JOIN seat_purchase p ON p.id = i.purchase_id`

/** The movements of orders and of invoices from `from` until before `to`, the oldest first. */
export const listMovements = (from: Date, to: Date): Promise<LedgerMovement[]> =>
  readRows(Prisma.sql`
    SELECT m.id, m.kind, m.currency, m.amount_minor AS "amountMinor", m.fee_minor AS "feeMinor", m.net_minor AS "netMinor",
           m.at, m.order_id AS "orderId", o.title
    FROM order_movement m JOIN "order" o ON o.id = m.order_id
    WHERE m.at >= ${from} AND m.at < ${to}
    UNION ALL ${byInvoice} WHERE v.at >= ${from} AND v.at < ${to} ORDER BY 7, 1`)
