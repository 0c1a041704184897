import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { hashSecret } from '#app/db/sessions.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { readAddresses } from '#app/features/billing/seats/addresses-form.ts'
import { stopOverdueSeats } from '#app/features/billing/seats/agree-seats.server.ts'
import { buySeatsForm } from '#app/features/billing/seats/buy-seats-form.ts'
import { makeClaimLink, shutClaimLink } from '#app/features/billing/seats/claim-link.server.ts'
import { claimSeat, openSeatLink } from '#app/features/billing/seats/claim-seat.server.ts'
import { giveSeats } from '#app/features/billing/seats/give-seats.server.ts'
import { addManager, removeManager, setUpOrganisation } from '#app/features/billing/seats/keep-organisation.server.ts'
import { sendSeatInvitation } from '#app/features/billing/seats/send-seat-invitation.server.ts'
import { settleInvoice } from '#app/features/billing/seats/settle-invoice.server.ts'
import { takeBackSeat } from '#app/features/billing/seats/take-back-seat.server.ts'
import { viewSeats } from '#app/features/billing/seats/view-seats.server.ts'
import { enrol } from '#app/features/learning/enrol.server.ts'
import { auditedActions, createAccount, mailsFor, now } from '#tests/support/accounts.ts'
import { isEnrolled } from '#tests/support/orders.ts'
import { courseOf, publishVersion } from '#tests/support/published.ts'
import { createTrust, orderSeats, seatsOf } from '#tests/support/seats.ts'
import { atOnce } from '#tests/support/somebody-waits.ts'

let paul: Actor
let noor: Actor
let sol: Actor
let root: Actor
let trust: Awaited<ReturnType<typeof createTrust>>

beforeEach(async () => {
  const create = (name: string, roles: Actor['roles'] = ['trainee']) =>
    createAccount(name, { hasPassword: false, roles: [...roles] })
  paul = await create('Paul')
  noor = await create('Noor')
  sol = await create('Sol')
  root = await create('Root', ['administrator'])
  trust = await createTrust(paul)
})

const later = (days: number) => new Date(now.getTime() + days * 86_400_000)
const link = async (id: string) => (await makeClaimLink(paul, id, now)).split('/').at(-1) ?? ''
const uses = async (id: string) => (await viewSeats(paul, id, now)).rows.map(({ name, use }) => `${name} ${use}`)
const onCourse = (actor: Actor) => isEnrolled(actor, trust.course.id)

async function begin({ id: userId }: Actor, completedAt: Date | null = null) {
  const enrolment = await db().enrolment.findFirstOrThrow({ where: { userId } })
  const { currentVersionId } = await db().contentItem.findUniqueOrThrow({ where: { id: trust.course.id } })
  const read = { enrolmentId: enrolment.id, lessonSlug: 'one', courseVersionId: currentVersionId ?? '', readAt: now }
  await db().lessonRead.create({ data: read })
  await db().enrolment.update({ where: { id: enrolment.id }, data: { completedAt } })
}

/** Gives a seat to this person, who takes it. */
async function seat(purchaseId: string, actor: Actor): Promise<string> {
  await giveSeats(paul, purchaseId, [actor.email], now)
  const { id } = await db().seat.findFirstOrThrow({ where: { purchaseId, email: actor.email, takenBackAt: null } })
  expect(await claimSeat(actor, id, now)).toEqual({ courseSlug: trust.course.slug })
  return id
}

it('an organisation whose form is sent twice at the same moment is set up once', async () => {
  const billing = {
    name: 'Aldermoor',
    billingAddress: '1 High Street',
    billingEmail: 'pay@aldermoor.example',
    vatNumber: '',
  }
  await atOnce(noor.id, [() => setUpOrganisation(noor, billing, now), () => setUpOrganisation(noor, billing, now)])
  expect(await db().organisation.count({ where: { name: 'Aldermoor' } })).toBe(1)
})

it('a trust orders twenty, gives some, and one leaves: unused comes back, begun stays', async () => {
  const id = await seatsOf(paul, trust, { quantity: 20 })
  expect(await seatsOf(paul, trust, { quantity: 20 })).toBe(id)
  const given = await giveSeats(paul, id, [noor.email, sol.email, 'new@trust.example'], now)
  expect(given).toEqual({ given: 3 })
  expect(await mailsFor(noor.email)).toEqual(['seat-given'])
  const [noorSeat, solSeat, newSeat] = await db().seat.findMany({ where: { purchaseId: id }, orderBy: { id: 'asc' } })
  await claimSeat(noor, noorSeat?.id ?? '', now)
  await claimSeat(sol, solSeat?.id ?? '', now)
  expect(await claimSeat(sol, newSeat?.id ?? '', now)).toMatchObject({ refused: expect.stringContaining('no longer') })
  await begin(noor)
  expect(await uses(id)).toEqual(['Noor begun', 'Sol claimed', 'new@trust.example given'])

  expect(await takeBackSeat(paul, id, noorSeat?.id ?? '', now)).toMatchObject({
    refused: expect.stringContaining('keeps it'),
  })
  expect(await takeBackSeat(paul, id, solSeat?.id ?? '', now)).toEqual({ isTakenBack: true })
  expect(await takeBackSeat(paul, id, newSeat?.id ?? '', now)).toEqual({ isTakenBack: true })
  expect([await onCourse(noor), await onCourse(sol)]).toEqual([true, false])
  expect(await mailsFor(sol.email)).toEqual(['seat-given', 'seat-changed'])
  expect(await db().seat.count({ where: { email: 'new@trust.example' } })).toBe(0)
  expect(await auditedActions()).toEqual([
    ...['organisation.set-up', 'seats.ordered', 'invoice.issued', 'seat.given', 'seat.given', 'seat.given'],
    ...['seat.claimed', 'enrolment.made', 'seat.claimed', 'enrolment.made'],
    ...['seat.taken-back', 'enrolment.ended', 'seat.taken-back'],
  ])
})

it('of several who come for the last seat at once one gets it, and the others a sentence', async () => {
  const id = await seatsOf(paul, trust, { quantity: 2 })
  const secret = await link(id)
  const people = await Promise.all(
    ['Ada', 'Ben', 'Cem', 'Dag'].map((name) => createAccount(name, { hasPassword: false })),
  )
  const claims = await Promise.all([noor, noor, ...people].map((actor) => claimSeat(actor, secret, now)))
  expect(await db().seat.count({ where: { purchaseId: id } })).toBe(2)
  expect(await db().enrolment.count({ where: { state: 'active', seatId: { not: null } } })).toBe(2)
  const refused = claims.filter((claim) => 'refused' in claim)
  expect(refused.length).toBeGreaterThanOrEqual(3)
  for (const claim of refused) expect(claim).toMatchObject({ refused: expect.stringContaining('has been taken') })

  await shutClaimLink(paul, id, now)
  expect(await openSeatLink(secret, noor)).toBeUndefined()
  expect(await claimSeat(sol, secret, now)).toMatchObject({ refused: expect.stringContaining('no longer works') })
})

it('whoever has no account gets a link by mail, whose secret is kept nowhere', async () => {
  const id = await seatsOf(paul, trust, { quantity: 1 })
  await giveSeats(paul, id, ['new@trust.example'], now)
  const { id: seatId } = await db().seat.findFirstOrThrow()
  await sendSeatInvitation(seatId, now)
  await sendSeatInvitation(seatId, now)
  const [mail, ...more] = await db().mailboxMessage.findMany()
  expect(more).toEqual([])
  expect(mail?.text).toContain('Wenlow Valley Trust pays for a seat on “Practitioner level” for you')
  const secret = /claim\/(\w+)/.exec(mail?.text ?? '')?.[1] ?? ''
  expect(await db().seat.findFirstOrThrow()).toMatchObject({ claimHash: hashSecret(secret), mailState: 'sent' })
  expect(await openSeatLink(secret, null)).toMatchObject({ organisationName: 'Wenlow Valley Trust' })
  expect(await claimSeat(noor, secret, now)).toEqual({ courseSlug: trust.course.slug })
  expect(await claimSeat(sol, secret, now)).toMatchObject({ refused: expect.stringContaining('no longer works') })
})

describe('a manager', () => {
  it('reaches only what they manage, and never everybody at once', async () => {
    const id = await seatsOf(paul, trust, { quantity: 2 })
    const status = (work: Promise<unknown>) =>
      work.then(
        () => 200,
        (answer: Response) => answer.status,
      )
    expect(await status(viewSeats(noor, id, now))).toBe(404)
    expect(await status(giveSeats(noor, id, [noor.email], now))).toBe(404)
    expect(await status(takeBackSeat(noor, id, id, now))).toBe(404)
    expect(await status(makeClaimLink(noor, id, now))).toBe(404)
    expect(await status(orderSeats(noor, trust, { quantity: 1 }))).toBe(404)
    expect(await status(addManager(noor, trust.id, noor.email, now))).toBe(404)

    expect(await removeManager(paul, trust.id, paul.id, now)).toMatchObject({
      refused: expect.stringContaining('first'),
    })
    expect(await addManager(paul, trust.id, 'nobody@trust.example', now)).toMatchObject({ refused: expect.anything() })
    expect(await addManager(paul, trust.id, noor.email, now)).toEqual({ isAdded: true })
    expect(await status(viewSeats(noor, id, now))).toBe(200)
    expect(await removeManager(noor, trust.id, paul.id, now)).toEqual({ isRemoved: true })
    expect(await status(viewSeats(paul, id, now))).toBe(404)
  })

  it('is told what is wrong with an order or with addresses, and nothing is done then', async () => {
    const messageOf = (fields: object) =>
      buySeatsForm.safeParse({ offer: 'a:GBP-1', pay: 'card', ...fields }).error?.issues[0]?.message
    expect(messageOf({ quantity: '0' })).toContain('at least one')
    expect(messageOf({ quantity: '10000' })).toContain('At most 500')
    expect(messageOf({ quantity: '2.5' })).toContain('whole number')
    expect(await orderSeats(paul, trust, { quantity: 1, minor: 1 })).toMatchObject({
      fault: { message: expect.stringContaining('has changed') },
    })
    expect(await orderSeats(paul, trust, { quantity: 1, pay: 'card' })).toMatchObject({ fault: { field: 'pay' } })
    expect(await db().seatPurchase.count()).toBe(0)

    expect(readAddresses('ada@a.example, Ben B <BEN@b.example>\r\n\nada@\nada@a.example')).toEqual({
      addresses: ['ada@a.example', 'ben@b.example', 'ada@'],
      faults: ['Line 3: “ada@” is not an e-mail address.', 'Line 4: ada@a.example stands here twice.'],
    })
    const id = await seatsOf(paul, trust, { quantity: 2 })
    expect(await giveSeats(paul, id, ['a@a.example', 'b@b.example', 'c@c.example'], now)).toEqual({
      refused: ['There are 3 addresses here, and 2 seats are free.'],
    })
    await giveSeats(paul, id, [noor.email], now)
    expect(await giveSeats(paul, id, ['new@a.example', noor.email], now)).toEqual({
      refused: [`${noor.email} has one of these seats.`],
    })
    expect(await db().seat.count()).toBe(1)
  })
})

it('seats of a cohort take its places, its waiting list while it is full, and are no more than it has', async () => {
  const open = { name: 'Leeds', courseId: trust.course.id, startsOn: now, places: 1, joinFrom: new Date('2026-10-01') }
  const { id: cohortId } = await db().cohort.create({ data: open })
  const order = (quantity: number, at = now) => orderSeats(paul, trust, { quantity, cohortId, at })
  expect(await order(2)).toMatchObject({
    fault: { field: 'quantity', message: expect.stringContaining('one free place') },
  })
  const id = await seatsOf(paul, trust, { quantity: 1, cohortId })
  const noorSeat = await seat(id, noor)
  expect(await db().cohortMember.findMany()).toMatchObject([{ cohortId, userId: noor.id, part: 'trainee' }])
  expect(await viewSeats(paul, id, now)).toMatchObject({ title: 'Practitioner level, Leeds' })

  expect(await order(1, later(1))).toMatchObject({ fault: { message: expect.stringContaining('0 free places') } })
  await takeBackSeat(paul, id, noorSeat, now)
  expect(await db().cohortMember.count()).toBe(0)
  await db().cohort.update({ where: { id: cohortId }, data: { places: 0 } })
  await seat(id, sol)
  expect(await db().placeWait.findMany()).toMatchObject([{ cohortId, userId: sol.id }])
})

it('a seat that was given to somebody who is on the course is not used up', async () => {
  const id = await seatsOf(paul, trust, { quantity: 1 })
  await db().enrolment.create({ data: { userId: noor.id, courseId: trust.course.id, enrolledAt: now } })
  await giveSeats(paul, id, [noor.email], now)
  const { id: seatId } = await db().seat.findFirstOrThrow()
  expect(await claimSeat(noor, seatId, now)).toMatchObject({
    refused: expect.stringContaining('on this course already'),
  })
  expect(await viewSeats(paul, id, now)).toMatchObject({ free: 1, rows: [] })
  expect(await db().enrolment.findFirst()).toMatchObject({ state: 'active', seatId: null })
})

describe('an invoice', () => {
  const settle = (purchase: string, intent: 'paid' | 'cancel', actor = root) =>
    settleInvoice(actor, { intent, purchase, reference: 'BACS 1' }, now)

  it('of a trust that is not on account opens its seats when it is paid', async () => {
    await db().organisation.update({ where: { id: trust.id }, data: { isOnAccount: false } })
    const id = await seatsOf(paul, trust, { quantity: 2 })
    expect(await giveSeats(paul, id, [noor.email], now)).toEqual({
      refused: [expect.stringContaining('as soon as they are paid')],
    })
    await addManager(paul, trust.id, root.email, now)
    expect(await settle(id, 'paid')).toMatchObject({ fault: { message: expect.stringContaining('their own') } })
    await removeManager(paul, trust.id, root.id, now)
    expect(await settle(id, 'paid')).toMatchObject({ done: expect.anything() })
    expect(await settle(id, 'paid')).toMatchObject({ fault: { message: expect.stringContaining('paid already') } })
    expect(await giveSeats(paul, id, [noor.email], now)).toEqual({ given: 1 })
    expect(await db().seatInvoiceMovement.findMany()).toMatchObject([{ amountMinor: 48_000, reference: 'BACS 1' }])
  })

  it('overdue stops who has not begun; paid, they go on; money given back ends the least used; what is complete stays', async () => {
    const id = await seatsOf(paul, trust, { quantity: 3 })
    const ada = await createAccount('Ada', { hasPassword: false })
    for (const actor of [noor, sol, ada]) await seat(id, actor)
    await begin(noor, now)
    await begin(sol)
    const standing = async () => Promise.all([noor, sol, ada].map(onCourse))
    await stopOverdueSeats(later(44))
    expect(await standing()).toEqual([true, true, true])
    await stopOverdueSeats(later(45))
    expect(await standing()).toEqual([true, true, false])
    expect(await mailsFor(ada.email)).toEqual(['seat-given', 'seat-changed'])
    await settle(id, 'paid')
    expect(await standing()).toEqual([true, true, true])

    const refund = (amount: string) =>
      settleInvoice(root, { intent: 'refund', purchase: id, amount, reference: 'BACS 2' }, now)
    expect(await refund('999')).toMatchObject({ fault: { field: 'amount' } })
    await refund('100')
    expect(await standing()).toEqual([true, true, true])
    await refund('140')
    expect(await standing()).toEqual([true, true, false])
    await refund('480')
    expect(await standing()).toEqual([true, false, false])
    expect(await viewSeats(paul, id, now)).toMatchObject({ state: 'ended', free: 0 })
  })

  it('that is cancelled ends what its seats gave, and nothing that somebody has otherwise', async () => {
    const id = await seatsOf(paul, trust, { quantity: 2 })
    await seat(id, noor)
    const paid = { session: 'complete', isPaid: true, paidAt: now, totalMinor: 24_000 } as const
    const order = {
      userId: noor.id,
      courseId: trust.course.id,
      title: 'P',
      currency: 'GBP',
      priceMinor: 24_000,
      placedAt: now,
    }
    await seat(id, sol)
    await db().order.create({ data: { ...order, ...paid } })
    await settle(id, 'cancel')
    expect([await onCourse(noor), await onCourse(sol)]).toEqual([true, false])
    expect(await db().enrolment.findFirst({ where: { userId: noor.id } })).toMatchObject({ seatId: null })
    // What has become free since, one has by oneself.
    await publishVersion(trust.course.id, courseOf({ slug: trust.course.slug }))
    await enrol(sol, trust.course.slug, now)
    expect(await db().enrolment.findFirst({ where: { userId: sol.id } })).toMatchObject({
      state: 'active',
      seatId: null,
    })
  })
})

it('whoever pays gets nothing of what people did but whether they have begun and completed', async () => {
  const id = await seatsOf(paul, trust, { quantity: 1 })
  await seat(id, noor)
  await begin(noor)
  const { rows } = await viewSeats(paul, id, now)
  expect(Object.keys(rows[0] ?? {}).sort()).toEqual(
    ['canBeTakenBack', 'email', 'id', 'isStopped', 'mailState', 'name', 'since', 'use'].sort(),
  )
  expect(JSON.stringify(rows)).not.toMatch(/lesson|answer|mark|score|portfolio|percent/i)
})
