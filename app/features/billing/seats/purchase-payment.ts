import type { PurchaseRow } from '#app/db/seat-purchases.server.ts'
import { type SeatPayment, type SeatsGiven, seatsGiven } from '#app/domain/billing/seats.ts'
import { utcDay } from '#app/domain/portfolio/days.ts'

/** What the whole purchase costs by its price. */
export const totalOf = ({ quantity, priceMinor }: Pick<PurchaseRow, 'quantity' | 'priceMinor'>) => quantity * priceMinor

/** How many of its seats a purchase gives at this moment. Days are those of UTC, as everywhere in the books. */
export function givenBy(purchase: PurchaseRow, now: Date): SeatsGiven {
  const today = utcDay(now)
  return seatsGiven(paymentOf(purchase), today)
}

function paymentOf(purchase: PurchaseRow): SeatPayment {
  const { quantity, payment, invoice } = purchase
  if (invoice) return { quantity, totalMinor: totalOf(purchase), invoice }
  if (payment) return { quantity, totalMinor: payment.totalMinor ?? totalOf(purchase), payment }
  throw new Error(`The seats ${purchase.id} were bought neither by an invoice nor by an order.`)
}
