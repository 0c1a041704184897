import { type Db, db, Prisma } from './client.server.ts'
import { inReach, type PurchaseReach, type PurchaseRow, purchaseJson, purchaseSource } from './seat-purchases.server.ts'

type NewInvoice = {
  purchaseId: string
  issuedAt: Date
  /** A calendar day. */
  dueOn: string
  billedName: string
  billedAddress: string
  billedVat: string
  poReference: string
}

/** Gives the next number: one after the other, so that the books have no gap. */
export async function insertInvoice(tx: Db, { dueOn, ...invoice }: NewInvoice): Promise<number> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('seat-invoice-number', 0))`
  const { _max } = await tx.seatInvoice.aggregate({ _max: { number: true } })
  const number = (_max.number ?? 0) + 1
  await tx.seatInvoice.create({ data: { ...invoice, number, dueOn: new Date(dueOn) }, select: { id: true } })
  return number
}

export const countUnpaidInvoices = (tx: Db, organisationId: string) =>
  tx.seatInvoice.count({ where: { paidAt: null, voidedAt: null, purchase: { organisationId } } })

export type ReadInvoice = {
  purchase: PurchaseRow
  billedName: string
  billedAddress: string
  billedVat: string
  poReference: string
  /** ISO 8601. */
  paidAt: string | null
  paidReference: string
  voidedAt: string | null
  voidReason: string
}

const columns = Prisma.sql`
  ${purchaseJson} AS purchase, i.billed_name AS "billedName", i.billed_address AS "billedAddress",
  i.billed_vat AS "billedVat", i.po_reference AS "poReference", i.paid_at AS "paidAt", i.paid_reference AS "paidReference",
  i.voided_at AS "voidedAt", i.void_reason AS "voidReason"`

/** The invoice of a purchase. One statement. */
export async function readInvoice(purchaseId: string, reach: PurchaseReach): Promise<ReadInvoice | undefined> {
  const [row] = await db().$queryRaw<ReadInvoice[]>`
    SELECT ${columns} FROM ${purchaseSource}
    WHERE p.id = ${purchaseId}::uuid AND i.id IS NOT NULL AND ${inReach(reach)}`
  return row
}

/** Every invoice, the newest first. One statement. */
export async function listInvoices({ offset, limit }: { offset: number; limit: number }) {
  const rows = await db().$queryRaw<(ReadInvoice & { total: number })[]>`
    SELECT ${columns}, count(*) OVER ()::int AS total FROM ${purchaseSource}
    WHERE i.id IS NOT NULL ORDER BY i.number DESC LIMIT ${limit} OFFSET ${offset}`
  return { rows: rows.map(({ total: _, ...invoice }) => invoice), total: rows[0]?.total ?? 0 }
}

export const saveInvoicePaid = (tx: Db, purchaseId: string, paid: { paidAt: Date; paidReference: string }) =>
  tx.seatInvoice.update({ where: { purchaseId }, data: paid, select: { id: true } })

export const saveInvoiceVoid = (tx: Db, purchaseId: string, made: { voidedAt: Date; voidReason: string }) =>
  tx.seatInvoice.update({ where: { purchaseId }, data: made, select: { id: true } })

type Movement = { amountMinor: number; reference: string; recordedById: string; at: Date }

/** Money that came, or went back where it is negative. */
export async function insertInvoiceMovement(tx: Db, purchaseId: string, movement: Movement): Promise<string> {
  const refunded = Math.max(0, -movement.amountMinor)
  const { id: invoiceId } = await tx.seatInvoice.update({
    where: { purchaseId },
    data: { refundedMinor: { increment: refunded } },
    select: { id: true },
  })
  return (await tx.seatInvoiceMovement.create({ data: { ...movement, invoiceId }, select: { id: true } })).id
}
