import { beforeEach, describe, expect, it } from 'vitest'
import { countQueries, db } from '#app/db/client.server.ts'
import { standingFrom } from '#app/domain/enrolment/history.ts'
import type { Actor } from '#app/domain/people.ts'
import { converge } from '#app/features/billing/converge.server.ts'
import { addTrainee } from '#app/features/cohorts/add-trainee.server.ts'
import { comeBack, leaveCourse, takeOffCourse, takeUpAgain } from '#app/features/enrolment/leave-course.server.ts'
import { viewCohortEnrolments } from '#app/features/enrolment/view-cohort-enrolments.server.ts'
import { viewEnrolment } from '#app/features/enrolment/view-enrolment.server.ts'
import { enrol } from '#app/features/learning/enrol.server.ts'
import { auditedActions, createAccount, mailsFor, now } from '#tests/support/accounts.ts'
import { formCohort } from '#tests/support/cohorts.ts'
import { buy, isEnrolled, openOrder, PRICE, publishPriced } from '#tests/support/orders.ts'
import { sellByStandIn } from '#tests/support/stripe.ts'

const standIn = sellByStandIn()

let noor: Actor
let lena: Actor
let cohortId: string
let course: { id: string; slug: string }

const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

beforeEach(async () => {
  noor = await createAccount('Noor', { hasPassword: false })
  lena = await createAccount('Lena', { roles: ['training_lead'], hasPassword: false })
  cohortId = await formCohort([], { leads: [lena] })
  const cohort = await db().cohort.findUniqueOrThrow({ where: { id: cohortId }, include: { course: true } })
  course = { id: cohort.courseId, slug: cohort.course.slug }
})

async function join(): Promise<void> {
  await enrol(noor, course.slug, now)
  await addTrainee(lena, cohortId, noor.email, later(1))
}
const kinds = async () => (await viewEnrolment(noor, course.slug, now))?.history.map(({ kind }) => kind)
const wish = (reason = 'Did not come back after the winter.') => ({ cohortId, userId: noor.id, reason })

describe('leaving a course', () => {
  it('closes it, leaves its cohorts and keeps the whole history; coming back opens it where it was', async () => {
    await join()
    expect(await leaveCourse(noor, course.slug, later(2))).toEqual({ isDone: true })
    expect(await leaveCourse(noor, course.slug, later(3))).toEqual({ isDone: true })
    expect(await isEnrolled(noor, course.id)).toBe(false)
    expect(await db().cohortMember.count({ where: { userId: noor.id } })).toBe(0)
    expect(await viewEnrolment(noor, course.slug, now)).toMatchObject({ standing: 'withdrawn' })
    expect(await comeBack(noor, course.slug, later(4))).toEqual({ isDone: true })
    expect(await isEnrolled(noor, course.id)).toBe(true)
    expect(await kinds()).toEqual(['begun', 'joined', 'left', 'withdrawn', 'returned'])
    expect(await auditedActions()).toEqual(expect.arrayContaining(['enrolment.withdrawn', 'enrolment.returned']))
    expect((await countQueries(() => viewEnrolment(noor, course.slug, now))).queries()).toBe(1)
  })

  it('is refused for what is completed, and for what one was never on', async () => {
    await expect(leaveCourse(noor, course.slug, now)).rejects.toMatchObject({ status: 404 })
    await expect(comeBack(noor, course.slug, now)).rejects.toMatchObject({ status: 404 })
    await join()
    await db().enrolment.updateMany({ data: { completedAt: now } })
    expect(await leaveCourse(noor, course.slug, later(2))).toHaveProperty('refused')
    expect(await isEnrolled(noor, course.id)).toBe(true)
  })

  it('cannot be taken out of the history', async () => {
    await join()
    await expect(db().enrolmentEvent.deleteMany()).rejects.toThrow()
    await expect(db().enrolmentEvent.updateMany({ data: { reason: 'x' } })).rejects.toThrow()
  })
})

describe('a lead', () => {
  it('takes a trainee off the course with a reason that they read, and can take them up again', async () => {
    await join()
    expect(await takeOffCourse(lena, wish(), later(2))).toEqual({ isDone: true })
    expect(await viewEnrolment(noor, course.slug, now)).toMatchObject({ standing: 'removed' })
    expect((await viewEnrolment(noor, course.slug, now))?.history.at(-1)).toMatchObject({
      by: 'Lena',
      reason: wish().reason,
    })
    expect(JSON.stringify(await db().auditEntry.findMany())).not.toContain('winter')
    // Neither coming back nor beginning anew goes past the lead.
    expect(await comeBack(noor, course.slug, later(3))).toHaveProperty('refused')
    expect(await enrol(noor, course.slug, later(3))).toHaveProperty('refused')
    expect(await viewCohortEnrolments(lena, cohortId, 1, now)).toMatchObject({
      people: [{ name: 'Noor', isMember: false, standing: 'removed' }],
      total: 1,
    })
    expect(await takeUpAgain(lena, wish(), later(4))).toEqual({ isDone: true })
    expect(await isEnrolled(noor, course.id)).toBe(true)
    expect(await mailsFor(noor.email)).toEqual(['enrolment-changed', 'enrolment-changed'])
    expect((await countQueries(() => viewCohortEnrolments(lena, cohortId, 1, now))).queries()).toBe(1)
  })

  it('reaches nobody of another cohort, and nobody who was never in it', async () => {
    await enrol(noor, course.slug, now)
    await expect(takeOffCourse(lena, wish(), now)).rejects.toMatchObject({ status: 404 })
    await join()
    const tomas = await createAccount('Tomas', { roles: ['training_lead'], hasPassword: false })
    await expect(takeOffCourse(tomas, wish(), now)).rejects.toMatchObject({ status: 404 })
    await expect(takeUpAgain(tomas, wish(), now)).rejects.toMatchObject({ status: 404 })
    await expect(viewCohortEnrolments(tomas, cohortId, 1, now)).rejects.toMatchObject({ status: 404 })
  })
})

describe('a course that was paid for', () => {
  it('stays left whatever Stripe is asked, is not sold twice, and is come back to without paying', async () => {
    const priced = await publishPriced()
    const { id, sessionId } = await openOrder(noor, priced.slug)
    standIn().pay(sessionId)
    await converge(id, now)
    await leaveCourse(noor, priced.slug, later(2))
    await converge(id, later(3))
    expect(await isEnrolled(noor, priced.id)).toBe(false)
    expect(await buy(noor, priced.slug, undefined, later(4))).toHaveProperty('fault')
    await comeBack(noor, priced.slug, later(5))
    expect(await isEnrolled(noor, priced.id)).toBe(true)
    await leaveCourse(noor, priced.slug, later(6))
    standIn().refund(sessionId, PRICE.GBP)
    await converge(id, later(7))
    expect(await comeBack(noor, priced.slug, later(8))).toHaveProperty('refused')
  })

  it('has the state of its enrolment equal to its history, through refund and all', async () => {
    const priced = await publishPriced()
    const { id, sessionId } = await openOrder(noor, priced.slug)
    standIn().pay(sessionId)
    await converge(id, now)
    standIn().refund(sessionId, PRICE.GBP)
    await converge(id, later(1))
    const view = await viewEnrolment(noor, priced.slug, now)
    expect(view?.history.map(({ kind }) => kind)).toEqual(['begun', 'ended'])
    expect(standingFrom(view?.history ?? [])).toBe('ended')
    expect(await comeBack(noor, priced.slug, later(2))).toHaveProperty('refused')
  })
})
