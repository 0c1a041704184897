import { z } from 'zod'
import { recordAudit } from '#app/db/audit.server.ts'
import { type Db, lockRow, transact } from '#app/db/client.server.ts'
import { insertOrder, type OrderRow } from '#app/db/orders.server.ts'
import { type Money, moneyText } from '#app/domain/billing/money.ts'
import { orderState } from '#app/domain/billing/order.ts'
import type { Actor } from '#app/domain/people.ts'
import { closeCheckout, isSelling, PaymentsUnavailable } from '#app/integrations/stripe.server.ts'
import { converge } from './converge.server.ts'
import { checkoutOf } from './open-checkout.server.ts'

/** "GBP-24000": what the page said that it costs when its button was pressed. */
export const seenPrice = z
  .string('Choose a currency.')
  .regex(/^[A-Z]{3}-\d{1,9}$/, 'Choose a currency.')
  .transform((value) => ({ currency: value.slice(0, 3), minor: Number(value.slice(4)) }))

/** What somebody wants to buy, one of it at a time. */
export type Wanted = {
  /** As the order is called. */
  title: string
  prices: readonly Money[]
  order: { purpose: 'course'; courseId: string } | { purpose: 'application_fee' | 'renewal_fee'; applicationId: string }
  /** To which page of ours one comes back without paying. */
  backTo: string
  /** Why this person may not have it, in a sentence. */
  whyNot?: (tx: Db) => Promise<string | undefined>
  /** Their orders of the same thing, the oldest first. */
  listOrders: (tx: Db) => Promise<OrderRow[]>
  /** Whether it is theirs already. */
  isHad: (tx: Db) => Promise<boolean>
}

export type Bought =
  | { checkoutUrl: string }
  /** There already. */
  | { isTheirs: true }
  | { fault: string }
  /** Kept, to be gone on with once Stripe answers. */
  | { keptOrderId: string }

/**
 * Places an order, and opens the page to pay on. Asked for twice, the same order goes on; one at another price is closed first, so
 * that nobody pays twice.
 * @param seen the price as the person saw it: another one is told, and nothing is placed.
 */
export async function placeOrder(
  actor: Actor,
  wanted: Wanted,
  seen: { currency: string; minor: number },
  now: Date,
): Promise<Bought> {
  if (!isSelling()) return { fault: 'This cannot be bought here at present. Nothing was charged.' }
  const price = wanted.prices.find(({ currency }) => currency === seen.currency)
  if (!price) return { fault: `This is not sold in ${seen.currency}. Choose another currency.` }
  if (price.minor !== seen.minor) return { fault: changedPrice(price, seen) }
  const refused = wanted.whyNot && (await transact(wanted.whyNot))
  if (refused) return { fault: refused }
  try {
    if (await closeOthers(wanted, price, now)) return { fault: PROCESSING }
  } catch (error) {
    if (!(error instanceof PaymentsUnavailable)) throw error
    return {
      fault: 'Our payment provider does not answer just now. Nothing was charged; please try again in a minute.',
    }
  }
  const order = await transact((tx) => placeOnce(tx, actor, wanted, price, now))
  if (!order) return { isTheirs: true }
  const checkoutUrl = await checkoutOf(order, actor.email, wanted.backTo, now)
  return checkoutUrl ? { checkoutUrl } : { keptOrderId: order.id }
}

const PROCESSING =
  'Your bank is still working on a payment for this. It is yours as soon as it has come; nothing more was charged.'

/** Stripe remembers for a day what was asked for under a key; an older order that was never opened is left alone. */
const BEGUN_FOR_MS = 20 * 3_600_000

const changedPrice = (price: Money, seen: { currency: string; minor: number }) =>
  `The price has changed since you opened this page: it is now ${moneyText(price)}, and was ${moneyText(seen)}. Nothing was charged. Press the button again if you agree with the new price.`

const isFor = (price: Money) => (order: OrderRow) =>
  order.currency === price.currency && order.priceMinor === price.minor

/** Looks at every page to pay on that is open, and closes those at another price. @returns whether a payment is on its way. */
async function closeOthers({ listOrders }: Wanted, price: Money, now: Date): Promise<boolean> {
  for (const order of await transact(listOrders)) {
    const { sessionId } = order
    if (!sessionId || !['open', 'processing'].includes(orderState(order))) continue
    if (order.session === 'open' && !isFor(price)(order)) await closeCheckout(sessionId)
    // It may have been paid, or have run out, without our having heard.
    await converge(order.id, now)
  }
  return (await transact(listOrders)).some((order) => orderState(order) === 'processing')
}

const isGoingOn = (order: OrderRow, now: Date) =>
  order.session === 'open' || (order.session === 'none' && now.getTime() - order.placedAt.getTime() < BEGUN_FOR_MS)

/** @returns the order to be paid; nothing when it is theirs already. */
async function placeOnce(
  tx: Db,
  actor: Actor,
  { order: wanted, title, listOrders, isHad }: Wanted,
  price: Money,
  now: Date,
): Promise<OrderRow | undefined> {
  await lockRow(tx, 'user', actor.id)
  if (await isHad(tx)) return undefined
  const standing = (await listOrders(tx)).find((order) => isGoingOn(order, now) && isFor(price)(order))
  if (standing) return standing
  const { currency, minor: priceMinor } = price
  const order = await insertOrder(tx, { userId: actor.id, ...wanted, title, currency, priceMinor, placedAt: now })
  const object = { kind: 'order', id: order.id }
  await recordAudit(tx, {
    actor,
    action: 'order.placed',
    object,
    details: { ...wanted, currency, priceMinor },
    at: now,
  })
  return order
}
