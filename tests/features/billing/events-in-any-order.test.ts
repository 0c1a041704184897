import fc from 'fast-check'
import { expect, it } from 'vitest'
import { publishContent } from '#app/content/publish.server.ts'
import { db, transact } from '#app/db/client.server.ts'
import { findPurchaseOfOrder, holdPurchase } from '#app/db/seat-purchases.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { converge } from '#app/features/billing/converge.server.ts'
import { hearRing } from '#app/features/billing/hear-ring.server.ts'
import { payFee } from '#app/features/billing/pay-fee.server.ts'
import { reconcile } from '#app/features/billing/reconcile.server.ts'
import { givenBy } from '#app/features/billing/seats/purchase-payment.ts'
import { changeOwnApplication } from '#app/features/pathway/apply.server.ts'
import { viewApplying } from '#app/features/pathway/view-applying.server.ts'
import { createAccount } from '#tests/support/accounts.ts'
import { contentFolder } from '#tests/support/content-folder.ts'
import { emptyDatabase } from '#tests/support/database.ts'
import { isEnrolled, openOrder, PRICE, publishPriced } from '#tests/support/orders.ts'
import { courseOf, publish } from '#tests/support/published.ts'
import { RENEWED_PATHWAY } from '#tests/support/renewals.ts'
import { createTrust, orderSeats } from '#tests/support/seats.ts'
import { sellByStandIn, signed } from '#tests/support/stripe.ts'

const standIn = sellByStandIn()

/** The stand-in goes by the clock of this machine, and as far ahead of it as it was put. */
const clock = () => new Date(Date.now() + standIn().state.aheadSeconds * 1000)

type Opened = { id: string; sessionId: string; isGiving: () => Promise<boolean> }

const latestOrder = async () => {
  const { id, sessionId } = await db().order.findFirstOrThrow({ orderBy: { id: 'desc' } })
  return { id, sessionId: sessionId ?? '' }
}

/** For each purpose an order whose page to pay on is open, and how one sees whether it gives what it is for. */
const purposes: Record<string, (noor: Actor) => Promise<Opened>> = {
  async course(noor) {
    const course = await publishPriced()
    return { ...(await openOrder(noor, course.slug)), isGiving: () => isEnrolled(noor, course.id) }
  },
  async parts(noor) {
    const instalments = { months: 3, graceDays: 14 }
    const course = await publish('course', courseOf({ price: PRICE, instalments }))
    const order = await openOrder(noor, course.slug, { currency: 'GBP', minor: PRICE.GBP, parts: 3 })
    return { ...order, isGiving: () => isEnrolled(noor, course.id) }
  },
  async fee(noor) {
    const pathway = RENEWED_PATHWAY.replace('requirements:', 'fee: { price: { GBP: 24000 } }\nrequirements:')
    await publishContent(await contentFolder({ 'pathways/practitioner.yaml': pathway }), clock())
    await changeOwnApplication(noor, { intent: 'apply', text: '', confirmed: 'on' }, clock())
    await payFee(noor, { currency: 'GBP', minor: 24000 }, clock())
    const isGiving = async () => (await viewApplying(noor, clock()))?.applications[0]?.fee.state === 'paid'
    return { ...(await latestOrder()), isGiving }
  },
  async seats(noor) {
    await orderSeats(noor, await createTrust(noor), { quantity: 2, pay: 'card', at: clock() })
    const order = await latestOrder()
    const isGiving = async () => {
      const purchase = await transact(async (tx) =>
        holdPurchase(tx, (await findPurchaseOfOrder(tx, order.id)) ?? '', 'all'),
      )
      return purchase !== undefined && givenBy(purchase, clock()).seats > 0
    }
    return { ...order, isGiving }
  },
}

const ACTS = ['pay', 'part', 'whole', 'dispute', 'win', 'lose', 'expire', 'month', 'declined month', 'late'] as const
type Act = (typeof ACTS)[number]

/** Does at Stripe what can be done there now; the rest is passed over. */
function act(name: Act, sessionId: string): void {
  const stripe = standIn()
  stripe.switches.decline = name === 'declined month'
  try {
    if (name === 'pay') stripe.pay(sessionId)
    if (name === 'part') stripe.refund(sessionId, 100)
    if (name === 'whole') stripe.refund(sessionId, stripe.state.sessions[sessionId]?.amount_total ?? 0)
    if (name === 'dispute') stripe.dispute(sessionId)
    if (name === 'win' || name === 'lose') stripe.closeDispute(sessionId, name === 'win' ? 'won' : 'lost')
    if (name === 'expire') stripe.expire(sessionId)
    if (name === 'month' || name === 'declined month') stripe.passDays(32)
    if (name === 'late') stripe.payOpenInvoices()
  } catch {
    // Refused by Stripe as well.
  }
}

/** Whether the order gives what it is for, by nothing but what stands at Stripe. */
function shouldGive(sessionId: string): boolean {
  const { sessions, invoices, refunds, disputes } = standIn().state
  const session = sessions[sessionId]
  if (session?.payment_status !== 'paid') return false
  const graceBegan = clock().getTime() / 1000 - 14 * 86_400
  if (Object.values(invoices).some(({ status, created }) => status === 'open' && created <= graceBegan)) return false
  const back = Object.values(refunds).reduce((sum, { amount }) => sum + amount, 0)
  const isAtRisk = Object.values(disputes).some(({ status }) => status !== 'won')
  return (back === 0 || back < session.amount_total) && !isAtRisk
}

const standingOf = async ({ id, isGiving }: Opened) => {
  const {
    lookTicket: _1,
    lookWritten: _2,
    lookedAt: _3,
    ...facts
  } = await db().order.findUniqueOrThrow({ where: { id } })
  const movements = (await db().orderMovement.findMany({ where: { orderId: id } })).map((one) => one.id).sort()
  return { facts, movements, isGiving: await isGiving() }
}

it.each(Object.keys(purposes))(
  'whatever events come of an order of this kind, in any order, twice or not at all, the end is that of looking once: %s',
  async (purpose) => {
    const acts = fc.array(fc.constantFrom(...ACTS), { maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(acts, fc.infiniteStream(fc.nat(1000)), async (names, numbers) => {
        await emptyDatabase()
        standIn().state.aheadSeconds = 0
        for (const kept of ['invoices', 'refunds', 'disputes', 'subscriptions', 'customers'] as const)
          standIn().state[kept] = {}
        const noor = await createAccount('Noor', { hasPassword: false })
        const opened = await purposes[purpose]?.(noor)
        if (!opened) throw new Error(`nothing is sold as ${purpose}`)
        const { id, sessionId } = opened
        const first = standIn().state.events.length
        // Some are heard between the acts, and so of a state that is not the last one.
        for (const name of ['pay', ...names] as const) {
          if (name !== 'pay' || Number(numbers.next().value) % 8 > 0) act(name, sessionId)
          if (Number(numbers.next().value) % 3 === 0) await converge(id, clock())
        }
        const told = standIn().state.events.slice(first)
        const heard = told.flatMap((event) => Array<typeof event>(Number(numbers.next().value) % 3).fill(event))
        const shuffled = heard.map((event) => ({ event, at: Number(numbers.next().value) })).sort((a, b) => a.at - b.at)
        for (const { event } of shuffled.slice(0, 6)) {
          const { body, signature } = signed(event)
          expect(await hearRing(body, signature)).toBe(true)
          await converge(id, clock())
        }
        // A day later whatever was missed has been looked at.
        standIn().state.aheadSeconds += 25 * 3600
        await reconcile(clock())
        const after = await standingOf(opened)
        await converge(id, clock())
        expect(await standingOf(opened)).toEqual(after)
        expect([names, after.isGiving]).toEqual([names, shouldGive(sessionId)])
      }),
      { numRuns: 6 },
    )
  },
)
