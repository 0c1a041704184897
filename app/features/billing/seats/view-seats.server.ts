import { courseVersion, loadVersions } from '#app/content/catalogue.server.ts'
import { type ReadOrganisation, readOrganisation } from '#app/db/organisations.server.ts'
import type { PurchaseRow } from '#app/db/seat-purchases.server.ts'
import { type OwnSeat, readOwnSeats, readPurchase, type ShownSeat } from '#app/db/seats.server.ts'
import { moneyText, pricesOf } from '#app/domain/billing/money.ts'
import { askedMinor, orderState } from '#app/domain/billing/order.ts'
import { cohortSeatsTitle, freeSeats, type SeatsGiven, whyNotTakenBack } from '#app/domain/billing/seats.ts'
import type { Actor } from '#app/domain/people.ts'
import { isSelling, isTestCheckout } from '#app/integrations/stripe.server.ts'
import { writesInvoices } from './buy-seats.server.ts'
import { invoiceNumber } from './invoice-words.ts'
import { givenBy, totalOf } from './purchase-payment.ts'

const shown = (purchase: PurchaseRow, held: number, now: Date) => {
  const { id, title, organisationId, organisationName, quantity, currency, placedAt, invoice, payment } = purchase
  const { state, seats } = givenBy(purchase, now)
  const minor = payment ? askedMinor({ ...purchase, ...payment }) : totalOf(purchase)
  return {
    ...{ id, title, organisationId, organisationName, quantity, placedAt, state, seats, held },
    free: Math.max(0, seats - held),
    amount: moneyText({ currency, minor }),
    invoiceNumber: invoice ? invoiceNumber(invoice) : undefined,
    invoiceDueOn: invoice && !invoice.isPaid && !invoice.isVoid ? invoice.dueOn : undefined,
    /** By card, and a page to pay on can still be opened. */
    isToPay: payment ? ['begun', 'open'].includes(orderState(payment)) : false,
  }
}

export type SeatLine = ReturnType<typeof shown> & { completed: number }

export type OwnSeats = { organisations: { id: string; name: string; purchases: SeatLine[] }[]; seats: OwnSeat[] }

/** What somebody manages, and the seats that are theirs or wait for them. */
export async function viewOwnSeats(actor: Actor, now: Date): Promise<OwnSeats> {
  const { organisations, seats } = await readOwnSeats(actor)
  const lines = organisations.map(({ purchases, ...organisation }) => ({
    ...organisation,
    purchases: purchases.map(({ held, completed, ...row }) => ({ ...shown(row, held, now), completed })),
  }))
  return { organisations: lines, seats }
}

export type SeatPageRow = Omit<ShownSeat, 'name'> & { name: string; canBeTakenBack: boolean }

export type SeatPage = ReturnType<typeof shown> & {
  isLinkOpen: boolean
  orderId: string | null
  spares: SeatsGiven['spares']
  rows: SeatPageRow[]
}

/** Seats that were bought at once, with whoever has them: whether they have begun and completed, and nothing else. Throws 404. */
export async function viewSeats(actor: Actor, id: string, now: Date): Promise<SeatPage> {
  const found = await readPurchase(id, { managerId: actor.id })
  if (!found) throw new Response('There are no such seats.', { status: 404 })
  const { purchase, seats } = found
  const given = givenBy(purchase, now)
  return {
    ...shown(purchase, seats.length, now),
    free: freeSeats(seats, given),
    isLinkOpen: purchase.isLinkOpen,
    orderId: purchase.orderId,
    spares: given.spares,
    rows: seats.map(({ name, ...seat }) => ({
      ...seat,
      name: name ?? seat.email,
      canBeTakenBack: !whyNotTakenBack(seat.use),
    })),
  }
}

/** An organisation, whoever manages it, and what seats can be bought for it, and how. Throws 404 for one that they do not manage. */
export async function viewOrganisation(actor: Actor, id: string, now: Date) {
  const organisation = await readOrganisation(id, actor.id, now)
  if (!organisation) throw new Response('There is no such organisation.', { status: 404 })
  const { courses, ...rest } = organisation
  return {
    ...rest,
    offers: await offersOf(courses),
    byCard: isSelling(),
    byInvoice: writesInvoices(),
    isTest: isTestCheckout(),
  }
}

async function offersOf(courses: ReadOrganisation['courses']) {
  await loadVersions(courses.map(({ versionId }) => versionId))
  const offers = await Promise.all(
    courses.map(async ({ slug, versionId, cohorts }) => {
      const { price, title } = await courseVersion(versionId)
      if (price === 'free') return []
      return pricesOf(price).flatMap((money) => {
        const value = `${slug}:${money.currency}-${money.minor}`
        const each = `${moneyText(money)} a seat`
        const inCohorts = cohorts.map(({ id, name }) => ({
          value: `${value}:${id}`,
          label: `${cohortSeatsTitle(title, name)}: ${each}`,
        }))
        return [{ value, label: `${title}: ${each}` }, ...inCohorts]
      })
    }),
  )
  return offers.flat()
}
