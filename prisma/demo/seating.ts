import { courseVersion } from '#app/content/catalogue.server.ts'
import { db } from '#app/db/client.server.ts'
import { findCurrentItem } from '#app/db/content.server.ts'
import { pricesOf } from '#app/domain/billing/money.ts'
import type { Actor } from '#app/domain/people.ts'
import { buySeats } from '#app/features/billing/seats/buy-seats.server.ts'
import { claimSeat } from '#app/features/billing/seats/claim-seat.server.ts'
import { giveSeats } from '#app/features/billing/seats/give-seats.server.ts'
import { setUpOrganisation } from '#app/features/billing/seats/keep-organisation.server.ts'
import { settleInvoice } from '#app/features/billing/seats/settle-invoice.server.ts'
import { markLessonRead } from '#app/features/learning/mark-lesson-read.server.ts'
import type { Clock } from './clock.ts'
import { type Members, memberOf } from './people.ts'

const COURSE = 'mbt-basic'
const FIRST_LESSON = { course: 'mentalizing-introduction', lesson: 'what-mentalizing-is' }

const TRUST = {
  name: 'Wenlow Valley Mental Health Trust',
  billingAddress: 'Accounts payable\nWenlow House\n14 Priory Lane\nWenlow WV3 8QT',
  billingEmail: 'accounts.payable@wenlow.example',
  vatNumber: 'GB 000 0000 00',
}

/** Have no account: they were written to. */
const COLLEAGUES = ['f.oduya@wenlow.example', 'h.lindqvist@wenlow.example', 'b.marsden@wenlow.example']

/**
 * A trust buys twenty seats and pays them. One of its people has begun, one has not, one has not taken theirs, and three have no
 * account yet. Five more seats are ordered and not paid.
 */
export async function seatTrust(members: Members, clock: Clock): Promise<void> {
  const actorOf = (key: string) => memberOf(members, key).actor
  const [paul, root, margit] = [actorOf('paul'), actorOf('root'), actorOf('margit')]
  const trustId = await setUpOrganisation(paul, TRUST, clock.after(0))
  const twenty = await order(paul, trustId, { quantity: 20, poReference: 'WV-10422', at: clock.after(1) })
  await settleInvoice(root, { intent: 'on-account', purchase: twenty }, clock.after(2))
  await settleInvoice(root, { intent: 'paid', purchase: twenty, reference: 'BACS WENLOW 10422' }, clock.after(24 * 6))
  const own = [margit, actorOf('aoife')]
  const addresses = [...own, actorOf('noor')].map(({ email }) => email)
  await giveSeats(paul, twenty, [...addresses, ...COLLEAGUES], clock.after(3))
  for (const actor of own) await take(actor, twenty, clock.after(20))
  await markLessonRead(margit, FIRST_LESSON, clock.after(5))
  await order(paul, trustId, { quantity: 5, poReference: 'WV-10580', at: clock.after(1) })
  // Their mails would all arrive today.
  await db().seat.updateMany({ where: { mailState: 'queued' }, data: { mailState: 'sent' } })
}

type Wish = { quantity: number; poReference: string; at: Date }

async function order(actor: Actor, trustId: string, { at, ...wish }: Wish): Promise<string> {
  const bought = await buySeats(actor, trustId, { ...wish, offer: await offerOf(), pay: 'invoice' }, at)
  if ('fault' in bought) throw new Error(bought.fault.message)
  return bought.purchaseId
}

async function take(actor: Actor, purchaseId: string, at: Date): Promise<void> {
  const { id } = await db().seat.findFirstOrThrow({ where: { purchaseId, email: actor.email } })
  const claimed = await claimSeat(actor, id, at)
  if ('refused' in claimed) throw new Error(claimed.refused)
}

async function offerOf() {
  const item = await findCurrentItem('course', COURSE)
  const price = item ? (await courseVersion(item.versionId)).price : 'free'
  const [first] = price === 'free' ? [] : pricesOf(price)
  if (!first) throw new Error(`The demo cast buys seats of ${COURSE}, which is not sold.`)
  return { slug: COURSE, cohortId: null, ...first }
}
