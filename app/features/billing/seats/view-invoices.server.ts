import { listInvoices, type ReadInvoice, readInvoice } from '#app/db/seat-invoices.server.ts'
import { moneyText } from '#app/domain/billing/money.ts'
import { INVOICE_TERMS } from '#app/domain/billing/seats.ts'
import type { Actor } from '#app/domain/people.ts'
import { utcDay } from '#app/domain/portfolio/days.ts'
import { settings } from '#app/env.server.ts'
import { invoiceNumber, invoiceState } from './invoice-words.ts'
import { totalOf } from './purchase-payment.ts'

const PAGE_SIZE = 25

const shown = (read: ReadInvoice, now: Date) => {
  const { purchase, ...billed } = read
  const { invoice, currency } = purchase
  if (!invoice) throw new Error(`The seats ${purchase.id} have no invoice.`)
  const total = totalOf(purchase)
  return {
    ...billed,
    purchaseId: purchase.id,
    organisationName: purchase.organisationName,
    isOnAccount: invoice.isOnAccount,
    title: purchase.title,
    quantity: purchase.quantity,
    number: invoiceNumber(invoice),
    issuedAt: invoice.issuedAt,
    dueOn: invoice.dueOn,
    state: invoiceState(invoice, utcDay(now)),
    each: moneyText({ currency, minor: purchase.priceMinor }),
    total: moneyText({ currency, minor: total }),
    currency,
    refunded: invoice.refundedMinor > 0 ? moneyText({ currency, minor: invoice.refundedMinor }) : undefined,
    left:
      invoice.isPaid && invoice.refundedMinor < total
        ? moneyText({ currency, minor: total - invoice.refundedMinor })
        : undefined,
  }
}

export type ShownInvoice = ReturnType<typeof shown>

/** The invoice of seats, as it is printed. Throws 404 for what is not theirs, unless they settle invoices. */
export async function viewInvoice(actor: Actor, purchaseId: string, settles: boolean, now: Date) {
  const read = await readInvoice(purchaseId, settles ? 'all' : { managerId: actor.id })
  if (!read) throw new Response('There is no such invoice.', { status: 404 })
  return { ...shown(read, now), from: settings().invoiceFrom ?? '', daysUntilDue: INVOICE_TERMS.daysUntilDue }
}

/** A page of everybody's invoices, the newest first. */
export async function viewInvoices(page: number, now: Date): Promise<{ invoices: ShownInvoice[]; pageCount: number }> {
  const { rows, total } = await listInvoices({ offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE })
  return { invoices: rows.map((row) => shown(row, now)), pageCount: Math.ceil(total / PAGE_SIZE) }
}
