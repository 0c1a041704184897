import { z } from 'zod'
import { recordAudit } from '#app/db/audit.server.ts'
import { type Db, lockRow, transact } from '#app/db/client.server.ts'
import { whyNotBuy } from '#app/db/enrolment-guard.server.ts'
import { findActiveEnrolment, insertOrder, listOrdersOf, type OrderRow } from '#app/db/orders.server.ts'
import { type Money, moneyText } from '#app/domain/billing/money.ts'
import { orderState } from '#app/domain/billing/order.ts'
import type { Actor } from '#app/domain/people.ts'
import { closeCheckout, isSelling, PaymentsUnavailable } from '#app/integrations/stripe.server.ts'
import { converge } from './converge.server.ts'
import type { Offer } from './course-offer.server.ts'
import { checkoutOf } from './open-checkout.server.ts'

/** "GBP-24000": what the page said that the course costs when its button was pressed. */
export const buyForm = z.object({
  price: z
    .string('Choose a currency.')
    .regex(/^[A-Z]{3}-\d{1,9}$/, 'Choose a currency.')
    .transform((value) => ({ currency: value.slice(0, 3), minor: Number(value.slice(4)) })),
})

export type Bought =
  | { checkoutUrl: string }
  /** There already. */
  | { isEnrolled: true }
  | { fault: string }
  /** Kept, to be gone on with once Stripe answers. */
  | { keptOrderId: string }

/**
 * Places an order for a course, and opens the page to pay on. Asked for twice, the same order goes on; one at another price is
 * closed first, so that nobody pays twice.
 * @param seen the price as the person saw it: another one is told, and nothing is placed.
 */
export async function buyCourse(
  actor: Actor,
  offer: Offer,
  seen: { currency: string; minor: number },
  now: Date,
): Promise<Bought> {
  if (!isSelling()) return { fault: 'Courses cannot be bought here at present. Nothing was charged.' }
  const price = offer.prices.find(({ currency }) => currency === seen.currency)
  if (!price) return { fault: `This course is not sold in ${seen.currency}. Choose another currency.` }
  if (price.minor !== seen.minor) return { fault: changedPrice(price, seen) }
  const refused = await transact((tx) => whyNotBuy(tx, actor.id, offer.courseId))
  if (refused) return { fault: refused }
  try {
    if (await closeOthers(actor, offer.courseId, price, now)) return { fault: PROCESSING }
  } catch (error) {
    if (!(error instanceof PaymentsUnavailable)) throw error
    return {
      fault: 'Our payment provider does not answer just now. Nothing was charged; please try again in a minute.',
    }
  }
  const order = await transact((tx) => placeOnce(tx, actor, offer, price, now))
  if (!order) return { isEnrolled: true }
  const checkoutUrl = await checkoutOf(order, actor.email, `/courses/${offer.slug}`, now)
  return checkoutUrl ? { checkoutUrl } : { keptOrderId: order.id }
}

const PROCESSING =
  'Your bank is still working on a payment for this course. You are enrolled as soon as it has come; nothing more was charged.'

/** Stripe remembers for a day what was asked for under a key; an older order that was never opened is left alone. */
const BEGUN_FOR_MS = 20 * 3_600_000

const changedPrice = (price: Money, seen: { currency: string; minor: number }) =>
  `The price has changed since you opened this page: it is now ${moneyText(price)}, and was ${moneyText(seen)}. Nothing was charged. Press Buy if you agree with the new price.`

const isFor = (price: Money) => (order: OrderRow) =>
  order.currency === price.currency && order.priceMinor === price.minor

/** Looks at every page to pay on that is open, and closes those at another price. @returns whether a payment is on its way. */
async function closeOthers({ id }: Actor, courseId: string, price: Money, now: Date): Promise<boolean> {
  const orders = await transact((tx) => listOrdersOf(tx, id, courseId))
  for (const order of orders) {
    const { sessionId } = order
    if (!sessionId || !['open', 'processing'].includes(orderState(order))) continue
    if (order.session === 'open' && !isFor(price)(order)) await closeCheckout(sessionId)
    // It may have been paid, or have run out, without our having heard.
    await converge(order.id, now)
  }
  const after = await transact((tx) => listOrdersOf(tx, id, courseId))
  return after.some((order) => orderState(order) === 'processing')
}

const isGoingOn = (order: OrderRow, now: Date) =>
  order.session === 'open' || (order.session === 'none' && now.getTime() - order.placedAt.getTime() < BEGUN_FOR_MS)

/** @returns the order to be paid; nothing when the course is theirs already. */
async function placeOnce(
  tx: Db,
  actor: Actor,
  { courseId, title }: Offer,
  price: Money,
  now: Date,
): Promise<OrderRow | undefined> {
  await lockRow(tx, 'user', actor.id)
  if (await findActiveEnrolment(tx, actor.id, courseId)) return undefined
  const orders = await listOrdersOf(tx, actor.id, courseId)
  const standing = orders.find((order) => isGoingOn(order, now) && isFor(price)(order))
  if (standing) return standing
  const { currency, minor: priceMinor } = price
  const row = { userId: actor.id, courseId, title, currency, priceMinor, placedAt: now }
  const order = await insertOrder(tx, row)
  const object = { kind: 'order', id: order.id }
  await recordAudit(tx, { actor, action: 'order.placed', object, details: { courseId, currency, priceMinor }, at: now })
  return order
}
