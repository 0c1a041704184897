import { beforeEach, expect, it } from 'vitest'
import { publishContent } from '#app/content/publish.server.ts'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { viewApplication, viewApplications } from '#app/features/accreditation/view-applications.server.ts'
import { withdrawOrder } from '#app/features/billing/ask-refund.server.ts'
import { converge } from '#app/features/billing/converge.server.ts'
import { viewOwnPurchases, viewReturn } from '#app/features/billing/own-purchases.server.ts'
import { payFee } from '#app/features/billing/pay-fee.server.ts'
import { changeOwnApplication } from '#app/features/pathway/apply.server.ts'
import { viewApplying } from '#app/features/pathway/view-applying.server.ts'
import { viewProgress } from '#app/features/pathway/view-progress.server.ts'
import { createAccount, mailsFor } from '#tests/support/accounts.ts'
import { contentFolder } from '#tests/support/content-folder.ts'
import { decideAt, openApplication, RENEWED_PATHWAY, renew } from '#tests/support/renewals.ts'
import { sellByStandIn } from '#tests/support/stripe.ts'

const standIn = sellByStandIn()
/** The stand-in pays by the clock of this machine. */
const now = new Date()
const GBP = { currency: 'GBP', minor: 12000 }
const FEES = RENEWED_PATHWAY.replace(
  'requirements:',
  'fee: { price: { GBP: 12000, JPY: 22000 }, refund: { withdrawn: 100 } }\nrequirements:',
).replace('  every:', '  fee: { price: { GBP: 6000 } }\n  every:')

let noor: Actor
let grace: Actor

beforeEach(async () => {
  await publishContent(await contentFolder({ 'pathways/practitioner.yaml': FEES }), now)
  noor = await createAccount('Noor', { hasPassword: false })
  grace = await createAccount('Grace', { hasPassword: false, roles: ['accreditation_staff'] })
})

async function apply(): Promise<string> {
  expect(await changeOwnApplication(noor, { intent: 'apply', text: 'Mine.', confirmed: 'on' }, now)).toBeNull()
  return openApplication(noor)
}

async function openPage(seen = GBP): Promise<{ id: string; sessionId: string }> {
  const bought = await payFee(noor, seen, now)
  if (!('checkoutUrl' in bought)) throw new Error(JSON.stringify(bought))
  const { id, sessionId } = await db().order.findFirstOrThrow({ where: { sessionUrl: bought.checkoutUrl } })
  return { id, sessionId: sessionId ?? '' }
}

async function pay(seen = GBP) {
  const { id, sessionId } = await openPage(seen)
  standIn().pay(sessionId)
  await converge(id, now)
  return { id, sessionId }
}

it('what is handed in is kept and waits for its fee: nobody is told of it or decides it before, and once it is paid they are', async () => {
  expect(await viewApplying(noor, now)).toMatchObject({ fee: '£120.00 or JP¥22,000' })
  const application = await apply()
  expect((await viewApplying(noor, now))?.applications).toMatchObject([{ fee: { state: 'due' } }])
  expect((await viewProgress(noor, now))?.isFeeDue).toBe(true)
  expect(await mailsFor(grace.email)).toEqual([])
  expect((await viewApplications(grace, { isOpen: true, page: 1 })).applications).toMatchObject([
    { fee: { state: 'due' } },
  ])
  expect(await decideAt(grace, application, 'yes', now)).toMatchObject({
    refusal: { message: expect.stringContaining('fee') },
  })

  const { id, sessionId } = await pay()
  await Promise.all([converge(id, now), converge(id, now)])
  expect(await mailsFor(grace.email)).toEqual(['application-waits'])
  expect(await viewReturn(noor, sessionId, now)).toMatchObject({ isGiving: true, purpose: 'application_fee' })
  expect((await viewProgress(noor, now))?.isFeeDue).toBe(false)
  expect(await payFee(noor, GBP, now)).toEqual({ isTheirs: true })
  expect(await decideAt(grace, application, 'yes', now)).toHaveProperty('done')
  expect(await withdrawOrder(noor, id, now)).toMatchObject({ fault: { message: expect.stringContaining('decided') } })
})

it('is paid once, at the price of the pathway, by whoever has applied', async () => {
  await expect(payFee(noor, GBP, now)).rejects.toMatchObject({ status: 404 })
  await apply()
  expect(await payFee(noor, { currency: 'GBP', minor: 1 }, now)).toMatchObject({
    fault: expect.stringContaining('now £120.00'),
  })
  expect(await payFee(noor, { currency: 'EUR', minor: 12000 }, now)).toMatchObject({
    fault: expect.stringContaining('EUR'),
  })
  const both = await Promise.all([openPage(), openPage()])
  expect(both[0]).toEqual(both[1])
  expect(await db().order.count()).toBe(1)
})

it('given back within the cooling-off, the application waits for its fee again', async () => {
  const application = await apply()
  const { id } = await pay()
  expect(await withdrawOrder(noor, id, now)).toEqual({ outcome: 'made' })
  expect((await viewApplication(grace, application, now)).noDecision).toContain('fee')
  await pay()
  expect((await viewApplication(grace, application, now)).noDecision).toBeNull()
  expect(await viewOwnPurchases(noor, now)).toMatchObject([{ state: 'paid' }, { state: 'refunded' }])
})

it('of a withdrawn application it is owed back by the rule of the pathway, until it went back', async () => {
  const application = await apply()
  const { id, sessionId } = await pay()
  await changeOwnApplication(noor, { intent: 'withdraw' }, now)
  const owed = async () => (await viewApplication(grace, application, now)).fee
  expect(await owed()).toMatchObject({ state: 'paid', owedMinor: 12000, orderId: id })
  standIn().refund(sessionId, 12000)
  await converge(id, now)
  expect(await owed()).toEqual({ state: 'none' })
})

it('of a renewal it is the renewal’s own', async () => {
  const application = await apply()
  await pay()
  await decideAt(grace, application, 'yes', now)
  const soon = new Date(now.getTime() + 4.5 * 365.25 * 86_400_000)
  const { id } = await db().statusRecord.findFirstOrThrow()
  expect(await renew(noor, id, soon)).toBeNull()
  await pay({ currency: 'GBP', minor: 6000 })
  expect(await db().order.findMany({ orderBy: { id: 'asc' } })).toMatchObject([
    { purpose: 'application_fee', title: 'Application fee: Practitioner' },
    { purpose: 'renewal_fee', title: 'Renewal fee: Practitioner', totalMinor: 6000 },
  ])
})
