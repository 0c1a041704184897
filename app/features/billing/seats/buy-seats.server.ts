import { recordAudit } from '#app/db/audit.server.ts'
import { type Db, transact } from '#app/db/client.server.ts'
import { findOrder, insertOrder } from '#app/db/orders.server.ts'
import { type HeldOrganisation, holdOrganisation } from '#app/db/organisations.server.ts'
import { countUnpaidInvoices, insertInvoice } from '#app/db/seat-invoices.server.ts'
import { findSamePurchase, insertPurchase } from '#app/db/seat-purchases.server.ts'
import { readPurchase } from '#app/db/seats.server.ts'
import { settlePlaces } from '#app/db/settle-places.server.ts'
import { moneyText } from '#app/domain/billing/money.ts'
import { cohortSeatsTitle, INVOICE_TERMS } from '#app/domain/billing/seats.ts'
import { isJoinable } from '#app/domain/enrolment/places.ts'
import type { Actor } from '#app/domain/people.ts'
import { addDays, todayIn, utcDay } from '#app/domain/portfolio/days.ts'
import { inNumber } from '#app/domain/wording.ts'
import { settings } from '#app/env.server.ts'
import { isSelling } from '#app/integrations/stripe.server.ts'
import { findOffer, type Offer } from '../course-offer.server.ts'
import { checkoutOf } from '../open-checkout.server.ts'
import type { SeatWish } from './buy-seats-form.ts'

type Fault = { fault: { field: string; message: string } }

export type SeatsBought =
  | Fault
  /** Where the seats are; and the page to pay on, unless an invoice was issued or Stripe does not answer just now. */
  | { purchaseId: string; checkoutUrl?: string | undefined; isKept?: boolean }

const faultOf = (field: string, message: string): SeatsBought => ({ fault: { field, message } })

/** So that nobody fills the books with invoices that nobody pays. */
const UNPAID_AT_MOST = 5

/** Whether organisations can be written invoices here. */
export const writesInvoices = (): boolean => settings().invoiceFrom !== undefined

/**
 * Orders seats for an organisation, to be paid by card or against an invoice. The same order sent twice is placed once.
 * @returns what is wrong with it: then nothing was placed. Throws 404 for an organisation that they do not manage.
 */
export async function buySeats(actor: Actor, organisationId: string, wish: SeatWish, now: Date): Promise<SeatsBought> {
  const offer = await findOffer(wish.offer.slug)
  const price = offer?.prices.find(({ currency }) => currency === wish.offer.currency)
  if (!offer || !price) return faultOf('offer', 'This course is not sold so any more. Choose again.')
  if (price.minor !== wish.offer.minor)
    return faultOf(
      'offer',
      `The price has changed: a seat is now ${moneyText(price)}. Order again if you agree with it.`,
    )
  if (wish.pay === 'card' && !isSelling()) return faultOf('pay', 'Cards cannot be taken here at present.')
  if (wish.pay === 'invoice' && !writesInvoices()) return faultOf('pay', 'No invoices are written here at present.')
  const placed = await transact((tx) => place(tx, actor, { organisationId, offer, wish, now }))
  if (!('orderId' in placed) || !placed.orderId) return placed
  const order = await findOrder(placed.orderId)
  const checkoutUrl = order && (await checkoutOf(order, actor, `/seats/${placed.purchaseId}`, now))
  return { purchaseId: placed.purchaseId, checkoutUrl, isKept: !checkoutUrl }
}

/** Why seats cannot be bought for a cohort; its name when they can. */
async function cohortFor(tx: Db, cohortId: string, { offer, wish, now }: Placing): Promise<Fault | { name: string }> {
  const cohort = await settlePlaces(tx, cohortId, now)
  if (cohort?.courseId !== offer.courseId || !isJoinable(cohort, todayIn(cohort.timeZone, now)))
    return { fault: { field: 'offer', message: 'People cannot join this cohort at present. Choose again.' } }
  if (cohort.free === null || cohort.free >= wish.quantity) return { name: cohort.name }
  const message = inNumber(
    cohort.free,
    {
      one: '{cohort} has one free place. Order no more seats than that, or seats of the course without a cohort.',
      other: '{cohort} has {n} free places. Order no more seats than that, or seats of the course without a cohort.',
    },
    { cohort: cohort.name },
  )
  return { fault: { field: 'quantity', message } }
}

type Placing = { organisationId: string; offer: Offer; wish: SeatWish; now: Date }

async function place(
  tx: Db,
  actor: Actor,
  placing: Placing,
): Promise<Fault | { purchaseId: string; orderId: string | null }> {
  const { organisationId, offer, wish, now } = placing
  const organisation = await holdOrganisation(tx, organisationId, actor.id)
  if (!organisation) throw new Response('There is no such organisation.', { status: 404 })
  const { minor: priceMinor, currency, cohortId } = wish.offer
  const same = { organisationId, courseId: offer.courseId, cohortId, quantity: wish.quantity, currency, priceMinor }
  const standing = await findSamePurchase(tx, same, { byInvoice: wish.pay === 'invoice', placedById: actor.id, now })
  if (standing) return standing
  if (wish.pay === 'invoice' && (await countUnpaidInvoices(tx, organisationId)) >= UNPAID_AT_MOST)
    return {
      fault: { field: 'pay', message: 'Five invoices of this organisation are unpaid. Please pay one of them first.' },
    }
  const cohort = cohortId ? await cohortFor(tx, cohortId, placing) : undefined
  if (cohort && 'fault' in cohort) return cohort
  const title = cohort ? cohortSeatsTitle(offer.title, cohort.name) : offer.title
  const bought = { ...same, title, placedAt: now }
  const order = { ...bought, purpose: 'seats', userId: actor.id } as const
  const orderId = wish.pay === 'card' ? await placeOrder(tx, order) : null
  const purchaseId = await insertPurchase(tx, { ...bought, placedById: actor.id, ...(orderId && { orderId }) })
  const object = { kind: 'seat-purchase', id: purchaseId }
  const details = { ...same, ...(orderId && { orderId }) }
  await recordAudit(tx, { actor, action: 'seats.ordered', object, details, at: now })
  if (!orderId) await issueInvoice(tx, actor, { organisation, purchaseId, poReference: wish.poReference, now })
  return { purchaseId, orderId }
}

type NewOrder = Parameters<typeof insertOrder>[1] & { organisationId: string; cohortId: string | null }

const placeOrder = async (tx: Db, { organisationId: _, cohortId: __, ...order }: NewOrder): Promise<string> =>
  (await insertOrder(tx, order)).id

type Issuing = { organisation: HeldOrganisation; purchaseId: string; poReference: string; now: Date }

async function issueInvoice(tx: Db, actor: Actor, { organisation, purchaseId, poReference, now }: Issuing) {
  const { name: billedName, billingAddress: billedAddress, vatNumber: billedVat } = organisation
  const dueOn = addDays(utcDay(now), INVOICE_TERMS.daysUntilDue)
  const invoice = { purchaseId, issuedAt: now, dueOn, billedName, billedAddress, billedVat, poReference }
  const number = await insertInvoice(tx, invoice)
  const object = { kind: 'seat-purchase', id: purchaseId }
  await recordAudit(tx, { actor, action: 'invoice.issued', object, details: { number, dueOn }, at: now })
}

/** The page on which seats that were ordered are paid by card; nothing when Stripe does not answer. Throws 404. */
export async function payForSeats(actor: Actor, purchaseId: string, now: Date): Promise<string | undefined> {
  const orderId = (await readPurchase(purchaseId, { managerId: actor.id }))?.purchase.orderId
  const order = orderId ? await findOrder(orderId) : undefined
  if (!order) throw new Response('There are no such seats.', { status: 404 })
  return checkoutOf(order, actor, `/seats/${purchaseId}`, now)
}
