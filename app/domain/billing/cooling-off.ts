import { endOfDay } from '../calendar-day.ts'
import { addDays, todayIn } from '../portfolio/days.ts'
import { gives, type OrderPurpose, type PaymentFacts } from './order.ts'

/** Consumers may withdraw from a contract made at a distance (Directive 2011/83/EU, article 9; UK SI 2013/3134, regulation 30). */
const COOLING_OFF_DAYS = 14

/**
 * The first moment after the cooling-off: the day of payment is not counted, and the last day counts whole, where the person lives.
 * @param timeZone an IANA name.
 */
export function coolingOffEnds(paidAt: Date, timeZone: string): Date {
  return endOfDay(addDays(todayIn(timeZone, paidAt), COOLING_OFF_DAYS), timeZone)
}

export const NOT_BY_CARD = 'It was not paid by card here, and goes back by the way it came; write to us.'

/** `isCompleted`: what was paid for was had in full: the course is completed, the application decided. */
type Order = PaymentFacts & { purpose: OrderPurpose; paidAt: Date | null; isCompleted: boolean; hasPayment: boolean }

/**
 * Why somebody cannot give an order back by themselves; nothing when they can. What is completed was had in full, which is said
 * before paying.
 */
export function whyNoWithdrawal(order: Order, timeZone: string, now: Date): string | undefined {
  if (order.purpose === 'seats') return 'Seats of an organisation are given back by writing to us.'
  if (!gives(order) || !order.paidAt) return 'There is nothing to give back for this order.'
  if (!order.totalMinor) return 'Nothing was paid for this order.'
  if (!order.hasPayment) return NOT_BY_CARD
  if (order.refundedMinor > 0) return 'A part of it was given back already; write to us about the rest.'
  if (order.isCompleted) return `${hadInFull(order)}, and with that the cooling-off has ended.`
  if (now >= coolingOffEnds(order.paidAt, timeZone)) return 'The 14 days of the cooling-off are over.'
  return undefined
}

const hadInFull = ({ purpose }: Order) =>
  purpose.endsWith('_fee') ? 'The application was decided' : 'You have completed the course'
