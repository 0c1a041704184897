import { z } from 'zod'
import { recordAudit } from '#app/db/audit.server.ts'
import { type Db, lockRow, transact } from '#app/db/client.server.ts'
import { insertOrder, type OrderRow } from '#app/db/orders.server.ts'
import type { Plan } from '#app/domain/billing/instalments.ts'
import { type Money, moneyText } from '#app/domain/billing/money.ts'
import { orderState } from '#app/domain/billing/order.ts'
import type { Actor } from '#app/domain/people.ts'
import { closeCheckout, isSelling, PaymentsUnavailable } from '#app/integrations/stripe.server.ts'
import { converge } from './converge.server.ts'
import { checkoutOf } from './open-checkout.server.ts'

export type Seen = { currency: string; minor: number; parts?: number }

/** "GBP-24000", or "GBP-24000-4" in four parts: what the page said that it costs when its button was pressed. */
export const seenPrice = z
  .string('Choose a currency.')
  .regex(/^[A-Z]{3}-\d{1,9}(-\d{1,2})?$/, 'Choose a currency.')
  .transform((value): Seen => {
    const [currency = '', minor, parts] = value.split('-')
    return { currency, minor: Number(minor), ...(parts && { parts: Number(parts) }) }
  })

/** What somebody wants to buy, one of it at a time. */
export type Wanted = {
  /** As the order is called. */
  title: string
  prices: readonly Money[]
  /** How it may be paid in parts. */
  plan?: Plan | undefined
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
export async function placeOrder(actor: Actor, wanted: Wanted, seen: Seen, now: Date): Promise<Bought> {
  if (!isSelling()) return { fault: 'This cannot be bought here at present. Nothing was charged.' }
  const price = wanted.prices.find(({ currency }) => currency === seen.currency)
  if (!price) return { fault: `This is not sold in ${seen.currency}. Choose another currency.` }
  if (price.minor !== seen.minor) return { fault: changedPrice(price, seen) }
  const plan = seen.parts === undefined ? undefined : wanted.plan
  if (plan?.instalments !== seen.parts) return { fault: CHANGED_PARTS }
  const refused = wanted.whyNot && (await transact(wanted.whyNot))
  if (refused) return { fault: refused }
  try {
    const standing = await closeOthers(wanted, { price, plan }, now)
    if (standing) return { fault: standing }
  } catch (error) {
    if (!(error instanceof PaymentsUnavailable)) throw error
    return {
      fault: 'Our payment provider does not answer just now. Nothing was charged; please try again in a minute.',
    }
  }
  const order = await transact((tx) => placeOnce(tx, actor, wanted, { price, plan }, now))
  if (!order) return { isTheirs: true }
  const checkoutUrl = await checkoutOf(order, actor, wanted.backTo, now)
  return checkoutUrl ? { checkoutUrl } : { keptOrderId: order.id }
}

const PROCESSING =
  'Your bank is still working on a payment for this. It is yours as soon as it has come; nothing more was charged.'

const CHANGED_PARTS = 'It is not offered in so many parts any more. Choose again; nothing was charged.'

const SUSPENDED =
  'You pay for this in monthly parts, and one of them is not paid. Pay it under “Purchases”, and it opens again.'

/** Stripe remembers for a day what was asked for under a key; an older order that was never opened is left alone. */
const BEGUN_FOR_MS = 20 * 3_600_000

const changedPrice = (price: Money, seen: { currency: string; minor: number }) =>
  `The price has changed since you opened this page: it is now ${moneyText(price)}, and was ${moneyText(seen)}. Nothing was charged. Press the button again if you agree with the new price.`

type Chosen = { price: Money; plan: Plan | undefined }

const isFor =
  ({ price, plan }: Chosen) =>
  (order: OrderRow) =>
    order.currency === price.currency &&
    order.priceMinor === price.minor &&
    order.instalments === (plan?.instalments ?? null)

/** Looks at every page to pay on that is open, and closes those at another price. @returns why it is not to be paid (again) now. */
async function closeOthers({ listOrders }: Wanted, chosen: Chosen, now: Date): Promise<string | undefined> {
  for (const order of await transact(listOrders)) {
    const { sessionId } = order
    if (!sessionId || !['open', 'processing'].includes(orderState(order))) continue
    if (order.session === 'open' && !isFor(chosen)(order)) await closeCheckout(sessionId)
    // It may have been paid, or have run out, without our having heard.
    await converge(order.id, now)
  }
  const states = (await transact(listOrders)).map(orderState)
  if (states.includes('suspended')) return SUSPENDED
  return states.includes('processing') ? PROCESSING : undefined
}

const isGoingOn = (order: OrderRow, now: Date) =>
  order.session === 'open' || (order.session === 'none' && now.getTime() - order.placedAt.getTime() < BEGUN_FOR_MS)

/** @returns the order to be paid; nothing when it is theirs already. */
async function placeOnce(
  tx: Db,
  actor: Actor,
  { order: wanted, title, listOrders, isHad }: Wanted,
  chosen: Chosen,
  now: Date,
): Promise<OrderRow | undefined> {
  await lockRow(tx, 'user', actor.id)
  if (await isHad(tx)) return undefined
  const standing = (await listOrders(tx)).find((order) => isGoingOn(order, now) && isFor(chosen)(order))
  if (standing) return standing
  const { currency, minor: priceMinor } = chosen.price
  const row = { userId: actor.id, ...wanted, title, currency, priceMinor, ...chosen.plan, placedAt: now }
  const order = await insertOrder(tx, row)
  const object = { kind: 'order', id: order.id }
  await recordAudit(tx, {
    actor,
    action: 'order.placed',
    object,
    details: { ...wanted, currency, priceMinor, ...chosen.plan },
    at: now,
  })
  return order
}
