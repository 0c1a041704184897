import { DAY_MS } from '../time.ts'
/** What Stripe says of the payment for an order. There is no state beside it: whatever an order is follows from these facts. */
export type PaymentFacts = {
  /** `none` until Stripe has opened a page to pay on. */
  session: 'none' | 'open' | 'complete' | 'expired'
  isPaid: boolean
  /** What was to be paid in the end, after a promotion code and with tax; absent before that is known. */
  totalMinor: number | null
  /** Refunds that Stripe has made or is making; one that failed does not count. */
  refundedMinor: number
  dispute: 'none' | 'open' | 'won' | 'lost'
  /** Of what is paid in parts. */
  arrears?: Arrears | undefined
}

/** `grace`: a part was not paid, and what was bought goes on for some days. */
export type Arrears = 'none' | 'grace' | 'suspended'

export type OrderState =
  | 'begun'
  | 'open'
  | 'expired'
  | 'processing'
  | 'paid'
  | 'refunded'
  | 'part-refunded'
  | 'disputed'
  /** A part was not paid; it gives what it is for some days more. */
  | 'in-arrears'
  /** It was not paid after these days either. */
  | 'suspended'

/** What an order is, in one word. A dispute says more than a refund, and a refund more than a payment. */
export function orderState(facts: PaymentFacts): OrderState {
  if (facts.session === 'none') return 'begun'
  if (facts.session === 'open' || facts.session === 'expired') return facts.session
  if (!facts.isPaid) return 'processing'
  if (facts.dispute === 'open' || facts.dispute === 'lost') return 'disputed'
  if (isWhollyRefunded(facts)) return 'refunded'
  if (facts.arrears === 'suspended') return 'suspended'
  if (facts.arrears === 'grace') return 'in-arrears'
  return facts.refundedMinor === 0 ? 'paid' : 'part-refunded'
}

const isWhollyRefunded = ({ totalMinor, refundedMinor }: PaymentFacts) =>
  refundedMinor > 0 && refundedMinor >= (totalMinor ?? 0)

/** Whether an order gives now what it is for: it is paid, as far as it is due; nobody disputes it, and it was not refunded whole. */
export function gives(facts: PaymentFacts): boolean {
  const state = orderState(facts)
  return state === 'paid' || state === 'part-refunded' || state === 'in-arrears'
}

export type OrderPurpose = 'course' | 'seats' | 'application_fee' | 'renewal_fee'

type Wanted = { purpose: OrderPurpose; courseId: string | null; applicationId: string | null; quantity: number }

/** What an order is for: it gives that as long as it {@link gives} at all. */
export type Gift =
  | { kind: 'course'; courseId: string }
  /** Of a course, for others. */
  | { kind: 'seats'; courseId: string; seats: number }
  /** That an application, or a renewal, is looked at. */
  | { kind: 'fee'; applicationId: string }

/** Throws for an order that names nothing of its kind; the database refuses such a one. */
export function giftOf({ purpose, courseId, applicationId, quantity }: Wanted): Gift {
  if (purpose === 'course' && courseId) return { kind: 'course', courseId }
  if (purpose === 'seats' && courseId) return { kind: 'seats', courseId, seats: quantity }
  if (purpose.endsWith('_fee') && applicationId) return { kind: 'fee', applicationId }
  throw new Error(`an order of the purpose ${purpose} names nothing that it gives`)
}

type GivingOrder = PaymentFacts & Wanted & { id: string }

/**
 * The courses to which somebody's orders entitle them.
 * @param orders of one person, the oldest first.
 * @returns for each course the first order that gives it.
 */
export function entitlementsOf(orders: readonly GivingOrder[]): Map<string, string> {
  const given = new Map<string, string>()
  for (const order of orders) {
    const gift = giftOf(order)
    if (gift.kind === 'course' && gives(order) && !given.has(gift.courseId)) given.set(gift.courseId, order.id)
  }
  return given
}

/** An enrolment that is active, and the order that gave it; none for one that was free. */
type Standing = { orderId: string | null } | undefined

export type EnrolmentStep = { kind: 'enrol' | 'hand-over'; orderId: string } | { kind: 'end' } | undefined

/**
 * What has to happen so that an enrolment agrees with the orders. One that no order gave is never ended; one that an order gave
 * passes on to another order that gives it too.
 */
export function enrolmentStep(
  enrolment: Standing,
  entitledBy: string | undefined,
  orders: readonly GivingOrder[],
): EnrolmentStep {
  if (!enrolment) return entitledBy ? { kind: 'enrol', orderId: entitledBy } : undefined
  if (enrolment.orderId === null) return undefined
  const giver = orders.find(({ id }) => id === enrolment.orderId)
  if (giver && gives(giver)) return undefined
  return entitledBy ? { kind: 'hand-over', orderId: entitledBy } : { kind: 'end' }
}

/** What an order costs as far as is known: Stripe's total, or before that what was asked. */
export const askedMinor = (order: { totalMinor: number | null; priceMinor: number; quantity: number }): number =>
  order.totalMinor ?? order.priceMinor * order.quantity

/** What could still be given back of an order. */
export function refundableMinor(facts: PaymentFacts): number {
  return gives(facts) ? Math.max(0, (facts.totalMinor ?? 0) - facts.refundedMinor) : 0
}

/** How long Stripe may still change what it says of a payment: a card's holder disputes within 120 days, and its bank takes its time. */
const SETTLED_AFTER_DAYS = 400

/**
 * How long after the last look an order is looked at again although nobody rang, because an event may have gone missing.
 * @returns minutes; nothing for what cannot change any more.
 */
export function minutesBetweenLooks(facts: PaymentFacts, placedAt: Date, now: Date): number | undefined {
  const days = (now.getTime() - placedAt.getTime()) / DAY_MS
  const state = orderState(facts)
  if (state === 'begun' || state === 'expired' || days > SETTLED_AFTER_DAYS) return undefined
  if (state === 'open' || state === 'processing') return 5
  return days < 30 || state === 'in-arrears' || state === 'suspended' ? 60 : 24 * 60
}
