import { addDays } from '../portfolio/days.ts'
import type { Day } from '../portfolio/entry.ts'
import { gives, orderState, type PaymentFacts } from './order.ts'

/** At once; who needs more buys again. */
export const SEATS_AT_MOST = 500

/** When an invoice is due, and how long after that its seats stay as they are. */
export const INVOICE_TERMS = { daysUntilDue: 30, graceDays: 14 } as const

/** What is known of an invoice. */
export type InvoiceFacts = {
  dueOn: Day
  isPaid: boolean
  isVoid: boolean
  refundedMinor: number
  /** Whether this organisation's seats open before they are paid. */
  isOnAccount: boolean
}

/** What was bought, and how it is paid. */
export type SeatPayment = { quantity: number; totalMinor: number } & (
  | { invoice: InvoiceFacts; payment?: undefined }
  | { payment: PaymentFacts; invoice?: undefined }
)

export type SeatsGiven = {
  state: 'open' | 'unpaid' | 'overdue' | 'ended'
  /** How many seats what was paid covers now. */
  seats: number
  /** Who goes on although the seats do not cover them: whoever has begun, or only whoever has completed. */
  spares: 'begun' | 'completed'
}

/**
 * How many seats a purchase gives on a day. A refund takes as many as it pays for, an invoice that is void and a dispute all of
 * them. An invoice that is overdue beyond its grace gives no new seat, and leaves those in use alone.
 */
export function seatsGiven(bought: SeatPayment, today: Day): SeatsGiven {
  const left = (refundedMinor: number): SeatsGiven => {
    const seats = bought.quantity - seatsGivenBack(bought, refundedMinor)
    return { state: seats > 0 ? 'open' : 'ended', seats, spares: 'completed' }
  }
  if (bought.payment) {
    if (gives(bought.payment)) return left(bought.payment.refundedMinor)
    const isOver = ['refunded', 'disputed', 'expired'].includes(orderState(bought.payment))
    return { state: isOver ? 'ended' : 'unpaid', seats: 0, spares: 'completed' }
  }
  const { isVoid, isPaid, refundedMinor, isOnAccount, dueOn } = bought.invoice
  if (isVoid) return { state: 'ended', seats: 0, spares: 'completed' }
  if (isPaid) return left(refundedMinor)
  if (!isOnAccount) return { state: 'unpaid', seats: 0, spares: 'completed' }
  if (today <= addDays(dueOn, INVOICE_TERMS.graceDays)) return left(0)
  return { state: 'overdue', seats: 0, spares: 'begun' }
}

/** How many seats an amount pays back: those whose price, rounded down, it covers whole. A part of a price takes none. */
export function seatsGivenBack(
  { quantity, totalMinor }: { quantity: number; totalMinor: number },
  refundedMinor: number,
): number {
  if (refundedMinor <= 0 || totalMinor <= 0) return 0
  if (refundedMinor >= totalMinor) return quantity
  let seats = Math.floor((refundedMinor * quantity) / totalMinor)
  while (Math.floor((totalMinor * (seats + 1)) / quantity) <= refundedMinor) seats += 1
  return seats
}

/** How far whoever has a seat has come: nobody who pays for it ever sees more. */
export type SeatUse = 'given' | 'claimed' | 'begun' | 'completed'

export type HeldSeat = { id: string; use: SeatUse; since: Date }

const ORDER: readonly SeatUse[] = ['completed', 'begun', 'claimed', 'given']

/**
 * Which seats stand, where more are held than there are: those that were never claimed go first, then those not begun, then the
 * latest begun. What is completed stays in any case.
 * @returns their ids.
 */
export function standingSeats(held: readonly HeldSeat[], given: SeatsGiven): Set<string> {
  const inOrder = [...held].sort(
    (a, b) =>
      ORDER.indexOf(a.use) - ORDER.indexOf(b.use) || a.since.getTime() - b.since.getTime() || (a.id < b.id ? -1 : 1),
  )
  const isSpared = ({ use }: HeldSeat) => use === 'completed' || (use === 'begun' && given.spares === 'begun')
  return new Set(inOrder.filter((seat, index) => index < given.seats || isSpared(seat)).map(({ id }) => id))
}

/** How many seats can still be given to somebody. */
export const freeSeats = (held: readonly unknown[], given: SeatsGiven): number => Math.max(0, given.seats - held.length)

/** Why a seat cannot be taken back; nothing when it can. What was begun stays with whoever began it, also when they leave. */
export function whyNotTakenBack(use: SeatUse): string | undefined {
  if (use === 'begun')
    return 'Whoever has this seat has begun the course, and keeps it, even if they leave the organisation.'
  if (use === 'completed') return 'Whoever has this seat has completed the course.'
  return undefined
}

/** What seats of a cohort are called: by the name of the cohort where that names the course already. */
export const cohortSeatsTitle = (courseTitle: string, cohortName: string): string =>
  cohortName.startsWith(courseTitle) ? cohortName : `${courseTitle}, ${cohortName}`
