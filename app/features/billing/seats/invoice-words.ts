import type { PurchaseRow } from '#app/db/seat-purchases.server.ts'

/** The year of issue and the number: "2026-0007". */
export const invoiceNumber = ({ number, issuedAt }: { number: number; issuedAt: string }): string =>
  `${issuedAt.slice(0, 4)}-${String(number).padStart(4, '0')}`

export type InvoiceState = 'unpaid' | 'overdue' | 'paid' | 'refunded' | 'cancelled'

/** What an invoice is on a day (UTC). */
export function invoiceState(invoice: NonNullable<PurchaseRow['invoice']>, today: string): InvoiceState {
  if (invoice.isVoid) return 'cancelled'
  if (invoice.isPaid) return invoice.refundedMinor > 0 ? 'refunded' : 'paid'
  return today > invoice.dueOn ? 'overdue' : 'unpaid'
}
