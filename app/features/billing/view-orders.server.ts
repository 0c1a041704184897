import { type AnyOrder, listMovements, listOrders, readOrder } from '#app/db/order-reading.server.ts'
import { ledgerOf, ledgerTable } from '#app/domain/billing/ledger.ts'
import { moneyText } from '#app/domain/billing/money.ts'
import { askedMinor, orderState, refundableMinor } from '#app/domain/billing/order.ts'
import { csvText } from '#app/domain/csv.ts'
import type { Actor } from '#app/domain/people.ts'
import { isSelling, PaymentsUnavailable } from '#app/integrations/stripe.server.ts'
import { fetchMovements } from '#app/integrations/stripe-payment.server.ts'

const PAGE_SIZE = 50

const shown = (order: AnyOrder) => {
  const { id, purpose, quantity, buyerName, buyerEmail, title, placedAt, paidAt, currency, refundedMinor } = order
  return {
    ...{ id, purpose, quantity, buyerName, buyerEmail, title, placedAt, paidAt },
    state: orderState(order),
    amount: moneyText({ currency, minor: askedMinor(order) }),
    refunded: refundedMinor > 0 ? moneyText({ currency, minor: refundedMinor }) : undefined,
  }
}

export type OrderLine = ReturnType<typeof shown>

/** A page of everybody's orders, the newest first. */
export async function viewOrders(page: number): Promise<{ orders: OrderLine[]; pageCount: number }> {
  const { rows, total } = await listOrders({ offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE })
  return { orders: rows.map(shown), pageCount: Math.ceil(total / PAGE_SIZE) }
}

/** One order with its refunds and movements. Throws 404. */
export async function viewOrder(actor: Pick<Actor, 'id'>, id: string) {
  const order = await readOrder(id)
  if (!order) throw new Response('There is no such order.', { status: 404 })
  const left = refundableMinor(order)
  const { currency } = order
  return {
    ...shown(order),
    receiptUrl: order.receiptUrl,
    currency,
    isOwn: order.userId === actor.id,
    left: left > 0 ? moneyText({ currency, minor: left }) : undefined,
    refunds: order.refunds.map(({ amountMinor, ...refund }) => ({
      ...refund,
      amount: moneyText({ currency, minor: amountMinor }),
    })),
    movements: order.movements.map(({ id: movement, kind, at, ...money }) => ({
      ...{ id: movement, kind, at },
      amount: moneyText({ currency: money.currency, minor: money.amountMinor }),
      fee: moneyText({ currency: money.currency, minor: money.feeMinor }),
      net: moneyText({ currency: money.currency, minor: money.netMinor }),
    })),
  }
}

/**
 * Every movement of a month (UTC, as Stripe counts), with totals that add up against Stripe's balance transactions.
 * @param month `YYYY-MM`. Throws 400 for what is none, and 503 when Stripe does not answer.
 */
export async function exportLedger(month: string, now: Date): Promise<{ csv: string; fileName: string }> {
  const from = new Date(`${month}-01T00:00:00Z`)
  if (!/^20\d\d-(0[1-9]|1[0-2])$/.test(month) || from > now)
    throw new Response('Name a month that has begun, such as 2026-11.', { status: 400 })
  const to = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1))
  const ours = await listMovements(from, to)
  const atStripe = isSelling() ? await askStripe(from, to) : []
  return { csv: csvText(ledgerTable(ledgerOf(ours, atStripe))), fileName: `ledger-${month}.csv` }
}

async function askStripe(from: Date, to: Date) {
  try {
    return await fetchMovements(from, to)
  } catch (error) {
    if (!(error instanceof PaymentsUnavailable)) throw error
    throw new Response(
      'Our payment provider does not answer, so that the ledger cannot be compared. Please try again.',
      {
        status: 503,
      },
    )
  }
}
