import { beforeEach, expect, it } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { converge } from '#app/features/billing/converge.server.ts'
import { viewOwnPurchases } from '#app/features/billing/own-purchases.server.ts'
import { payForSeats } from '#app/features/billing/seats/buy-seats.server.ts'
import { claimSeat } from '#app/features/billing/seats/claim-seat.server.ts'
import { giveSeats } from '#app/features/billing/seats/give-seats.server.ts'
import { settleInvoice } from '#app/features/billing/seats/settle-invoice.server.ts'
import { viewSeats } from '#app/features/billing/seats/view-seats.server.ts'
import { exportLedger } from '#app/features/billing/view-orders.server.ts'
import { comeBack } from '#app/features/enrolment/leave-course.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { isEnrolled } from '#tests/support/orders.ts'
import { createTrust, orderSeats, seatsOf } from '#tests/support/seats.ts'
import { sellByStandIn } from '#tests/support/stripe.ts'

const standIn = sellByStandIn()

let paul: Actor
let noor: Actor
let trust: Awaited<ReturnType<typeof createTrust>>

beforeEach(async () => {
  paul = await createAccount('Paul', { hasPassword: false })
  noor = await createAccount('Noor', { hasPassword: false })
  trust = await createTrust(paul)
})

it('seats that are paid by card follow the payment, its refund in part, and a dispute, and what is taken away comes back', async () => {
  standIn().switches.fail = 3
  expect(await orderSeats(paul, trust, { quantity: 3, pay: 'card' })).toMatchObject({ isKept: true })
  const id = await seatsOf(paul, trust, { quantity: 3, pay: 'card' })
  expect(await db().order.count()).toBe(1)
  expect(await payForSeats(paul, id, now)).toContain('http')
  await expect(payForSeats(noor, id, now)).rejects.toMatchObject({ status: 404 })
  expect(await giveSeats(paul, id, [noor.email], now)).toEqual({ refused: [expect.stringContaining('paid')] })

  const order = await db().order.findFirstOrThrow()
  const sessionId = order.sessionId ?? ''
  standIn().pay(sessionId)
  await Promise.all([converge(order.id, now), converge(order.id, now)])
  expect(await viewSeats(paul, id, now)).toMatchObject({ state: 'open', free: 3, amount: '£720.00' })
  expect(await db().enrolment.count()).toBe(0)
  expect(await viewOwnPurchases(paul, now)).toMatchObject([{ withdrawUntil: undefined, href: '/seats' }])

  await giveSeats(paul, id, [noor.email, 'new@trust.example'], now)
  const seat = await db().seat.findFirstOrThrow({ where: { email: noor.email } })
  await claimSeat(noor, seat.id, now)
  standIn().refund(sessionId, 48_000)
  await converge(order.id, now)
  expect(await viewSeats(paul, id, now)).toMatchObject({
    ...{ seats: 1, free: 0 },
    rows: [{ name: 'Noor', isStopped: false }, { isStopped: true }],
  })
  expect(await isEnrolled(noor, trust.course.id)).toBe(true)

  standIn().dispute(sessionId)
  await converge(order.id, now)
  expect(await isEnrolled(noor, trust.course.id)).toBe(false)
  expect(await comeBack(noor, trust.course.slug, now)).toMatchObject({ refused: expect.stringContaining('seat') })
  standIn().closeDispute(sessionId, 'won')
  await converge(order.id, now)
  expect(await isEnrolled(noor, trust.course.id)).toBe(true)
})

it('the ledger has what came and went by bank for an invoice, known to us alone', async () => {
  const root = await createAccount('Root', { hasPassword: false, roles: ['administrator'] })
  const purchase = await seatsOf(paul, trust, { quantity: 2 })
  await settleInvoice(root, { intent: 'paid', purchase, reference: 'BACS 1' }, now)
  await settleInvoice(root, { intent: 'refund', purchase, amount: '100', reference: 'BACS 2' }, now)
  const { csv } = await exportLedger('2026-11', now)
  const lines = csv.split('\r\n')
  expect(lines[1]).toContain(',invoice_payment,')
  expect(lines[1]).toContain('Invoice 2026-0001: Practitioner level (BACS 1),GBP,480.00,0.00,480.00,Stance only')
  expect(lines[2]).toContain(',-100.00,')
  expect(lines[3]).toContain(',380.00,')
})
