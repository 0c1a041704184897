import { findOwnOrder, listOwnOrders, type ReadOrder } from '#app/db/order-reading.server.ts'
import { coolingOffEnds, whyNoWithdrawal } from '#app/domain/billing/cooling-off.ts'
import { graceEnds, instalmentMinor } from '#app/domain/billing/instalments.ts'
import { moneyText } from '#app/domain/billing/money.ts'
import { askedMinor, gives, type OrderState, orderState } from '#app/domain/billing/order.ts'
import type { Actor } from '#app/domain/people.ts'
import { logger } from '#app/http/log.server.ts'
import { isSelling } from '#app/integrations/stripe.server.ts'
import { buyCourse } from './buy-course.server.ts'
import { converge } from './converge.server.ts'
import { findOffer } from './course-offer.server.ts'
import { payFee } from './pay-fee.server.ts'
import type { Bought } from './place-order.server.ts'

export type OwnPlan = {
  paid: number
  of: number
  part: string
  /** Where a part is paid that is not; and until when it goes on all the same. */
  payUrl: string | null
  graceUntil: Date | undefined
}

export type Purchase = Pick<
  ReadOrder,
  'id' | 'purpose' | 'title' | 'quantity' | 'placedAt' | 'receiptUrl' | 'isEnrolled'
> & {
  /** Where what was bought is. */
  href: string
  state: OrderState
  /** Whether it gives now what it is for. */
  isGiving: boolean
  /** What was paid, or is to be paid. */
  amount: string
  refunded: string | undefined
  /** A refund that was asked for and has not arrived at Stripe yet. */
  isRefundWaiting: boolean
  /** Of what is paid in monthly parts. */
  plan: OwnPlan | undefined
  /** The last moment at which it can be taken back by oneself; absent when it cannot. */
  withdrawUntil: Date | undefined
}

/** One's own orders, the newest first. */
export async function viewOwnPurchases(actor: Actor, now: Date): Promise<Purchase[]> {
  return (await listOwnOrders(actor.id)).map((order) => purchaseOf(order, actor.timeZone, now))
}

function purchaseOf(order: ReadOrder, timeZone: string, now: Date): Purchase {
  const { id, purpose, title, quantity, placedAt, receiptUrl, isEnrolled, currency, refundedMinor } = order
  const isRefundWaiting = order.refunds.some(({ isSent, refusedAs }) => !isSent && !refusedAs)
  const canWithdraw = !isRefundWaiting && order.paidAt && !whyNoWithdrawal(order, timeZone, now)
  return {
    ...{ id, purpose, title, quantity, placedAt, receiptUrl, isEnrolled, isRefundWaiting },
    href: pageOf(order),
    state: orderState(order),
    isGiving: gives(order),
    amount: moneyText({ currency, minor: order.instalments ? order.priceMinor : askedMinor(order) }),
    plan: planOf(order),
    refunded: refundedMinor > 0 ? moneyText({ currency, minor: refundedMinor }) : undefined,
    withdrawUntil: canWithdraw && order.paidAt ? lastMoment(order.paidAt, timeZone) : undefined,
  }
}

function planOf(order: ReadOrder): OwnPlan | undefined {
  const { instalments, instalmentsPaid, priceMinor, currency, payUrl, arrears, arrearsSince, graceDays } = order
  if (!instalments) return undefined
  const part = moneyText({ currency, minor: instalmentMinor(priceMinor, instalments) })
  const isUnpaid = arrears !== 'none' && arrearsSince && graceDays !== null
  return {
    ...{ paid: instalmentsPaid, of: instalments, part, payUrl },
    graceUntil: isUnpaid ? graceEnds(arrearsSince, { graceDays }) : undefined,
  }
}

function pageOf({ purpose, courseSlug, isEnrolled }: ReadOrder): string {
  if (purpose === 'seats') return '/seats'
  if (purpose !== 'course') return '/progress/application'
  return isEnrolled ? `/learn/${courseSlug}` : `/courses/${courseSlug}`
}

const lastMoment = (paidAt: Date, timeZone: string) => new Date(coolingOffEnds(paidAt, timeZone).getTime() - 1)

/**
 * The order whose page at Stripe one comes back from: looked at again, since the address alone says nothing. It may be opened at any
 * later time. Throws 404 for somebody else's.
 */
export async function viewReturn(actor: Actor, sessionId: string, now: Date): Promise<Purchase> {
  const find = async () => {
    const order = await findOwnOrder(actor.id, { sessionId })
    if (!order) throw new Response('There is no such order.', { status: 404 })
    return order
  }
  const order = await find()
  if (!isSelling() || !['open', 'processing'].includes(orderState(order))) return purchaseOf(order, actor.timeZone, now)
  try {
    await converge(order.id, now)
  } catch (error) {
    // The page says that we go on looking, and the reconciling job does.
    logger.warn({ err: error, orderId: order.id }, 'an order could not be looked at on coming back')
  }
  return purchaseOf(await find(), actor.timeZone, now)
}

/** Goes on with an order that was not paid yet, at the price that was seen then. Throws 404 for one that is not one's own. */
export async function resumeOrder(actor: Actor, orderId: string, now: Date): Promise<Bought> {
  const order = await findOwnOrder(actor.id, { id: orderId })
  if (!order) throw new Response('There is no such order.', { status: 404 })
  const { currency, priceMinor: minor, instalments } = order
  const seen = { currency, minor, ...(instalments && { parts: instalments }) }
  if (order.applicationId) return payFee(actor, seen, now)
  if (order.purpose !== 'course' || !order.courseSlug)
    return { fault: 'This is paid where it was ordered. Nothing was charged.' }
  const offer = await findOffer(order.courseSlug)
  if (!offer) return { fault: 'This course is free by now: start it on its page. Nothing was charged.' }
  return buyCourse(actor, offer, seen, now)
}
