import { beforeEach, describe, expect, it } from 'vitest'
import { countQueries, db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { converge } from '#app/features/billing/converge.server.ts'
import { addTrainee } from '#app/features/cohorts/add-trainee.server.ts'
import { removeTrainee } from '#app/features/cohorts/remove-trainee.server.ts'
import { viewOwnCohorts } from '#app/features/cohorts/view-own-cohorts.server.ts'
import { acceptPlace, declinePlace, joinCohort } from '#app/features/enrolment/join-cohort.server.ts'
import { leaveCourse } from '#app/features/enrolment/leave-course.server.ts'
import {
  inviteToCohort,
  putOnList,
  setPlaces,
  settleAllPlaces,
  takeOffList,
  viewPlaces,
} from '#app/features/enrolment/manage-places.server.ts'
import { viewEnrolment } from '#app/features/enrolment/view-enrolment.server.ts'
import { auditedActions, createAccount, mailsFor, now } from '#tests/support/accounts.ts'
import { formCohort } from '#tests/support/cohorts.ts'
import { openOrder, publishPriced } from '#tests/support/orders.ts'
import { courseOf, publish } from '#tests/support/published.ts'
import { sellByStandIn } from '#tests/support/stripe.ts'

const standIn = sellByStandIn()

let lena: Actor
let noor: Actor
let sol: Actor
let ada: Actor
let cohortId: string
let slug: string

const hours = (count: number) => new Date(now.getTime() + count * 3_600_000)
const open = { places: 1, joinFrom: '2026-11-01', joinUntil: '2026-11-30', offerHours: 48 }

beforeEach(async () => {
  const trainee = (name: string) => createAccount(name, { hasPassword: false })
  ;[noor, sol, ada] = [await trainee('Noor'), await trainee('Sol'), await trainee('Ada')]
  lena = await createAccount('Lena', { roles: ['training_lead'], hasPassword: false })
  cohortId = await formCohort([], { leads: [lena] })
  slug = (await db().cohort.findUniqueOrThrow({ where: { id: cohortId }, include: { course: true } })).course.slug
  await setPlaces(lena, cohortId, open, now)
})

const trainees = async () => {
  const members = { where: { cohortId, part: 'trainee' as const }, select: { user: { select: { name: true } } } }
  return (await db().cohortMember.findMany(members)).map(({ user }) => user.name).sort()
}
const own = async (actor: Actor, at = now) => (await viewEnrolment(actor, slug, at))?.cohorts[0]

describe('joining a cohort', () => {
  it('takes the free place and begins the course; then people wait, and see their turn', async () => {
    expect(await joinCohort(noor, cohortId, now)).toEqual({ joined: true })
    expect(await joinCohort(noor, cohortId, now)).toEqual({ joined: true })
    expect(await db().enrolment.count({ where: { userId: noor.id, state: 'active' } })).toBe(1)
    expect(await joinCohort(sol, cohortId, hours(1))).toEqual({ waiting: true })
    expect(await joinCohort(ada, cohortId, hours(2))).toEqual({ waiting: true })
    expect(await own(ada)).toMatchObject({ state: 'waiting', position: 2, free: 0 })
    expect((await viewOwnCohorts(ada, now)).waits).toMatchObject([{ cohortId, position: 2, offerUntil: null }])
    expect(await addTrainee(lena, cohortId, ada.email, now)).toHaveProperty('refused')
    expect(await trainees()).toEqual(['Noor'])
    expect((await countQueries(() => viewEnrolment(sol, slug, now))).queries()).toBeLessThanOrEqual(2)
    expect((await countQueries(() => viewPlaces(lena, cohortId, now))).queries()).toBe(1)
  })

  it('is closed outside of its days, and where the lead has not opened it', async () => {
    for (const days of [{ joinFrom: null, joinUntil: null }, { joinUntil: '2026-11-01' }, { joinFrom: '2026-11-03' }]) {
      await setPlaces(lena, cohortId, { ...open, ...days }, now)
      expect(await joinCohort(noor, cohortId, now)).toHaveProperty('refused')
    }
    expect(await trainees()).toEqual([])
  })

  it('by many at the same instant never overfills it, however they come', async () => {
    await setPlaces(lena, cohortId, { ...open, places: 3 }, now)
    const crowd = await Promise.all(
      Array.from({ length: 9 }, (_, index) => createAccount(`Person${index}`, { hasPassword: false })),
    )
    await Promise.all([
      ...crowd.map((person) => joinCohort(person, cohortId, now)),
      addTrainee(lena, cohortId, noor.email, now),
    ])
    expect(await trainees()).toHaveLength(3)
    // Two go, and both places are offered once each while everybody who waits presses at once.
    const [first, second] = await db().cohortMember.findMany({ where: { cohortId, part: 'trainee' } })
    await Promise.all([first, second].map((one) => removeTrainee(lena, cohortId, one?.userId ?? '', hours(1))))
    await Promise.all(crowd.map((person) => acceptPlace(person, cohortId, hours(1))))
    expect(await trainees()).toHaveLength(3)
    expect(await db().placeWait.count({ where: { offerUntil: { not: null } } })).toBe(0)
  })
})

describe('a place that comes free', () => {
  beforeEach(async () => {
    await joinCohort(noor, cohortId, now)
    await joinCohort(sol, cohortId, hours(1))
    await joinCohort(ada, cohortId, hours(2))
  })

  it('is offered to the first, who is told, and goes on when they let it run out or say no', async () => {
    await leaveCourse(noor, slug, hours(3))
    expect(await own(sol, hours(3))).toMatchObject({ state: 'offered', offerUntil: hours(51) })
    const keptFor = async (at: Date) =>
      (await viewOwnCohorts(sol, at)).waits.map(({ offerUntil }) => offerUntil && new Date(offerUntil))
    expect([await keptFor(hours(3)), await keptFor(hours(51))]).toEqual([[hours(51)], []])
    expect(await mailsFor(sol.email)).toEqual(['place-offered'])
    expect(await acceptPlace(ada, cohortId, hours(4))).toHaveProperty('refused')
    expect(await settleAllPlaces(hours(50))).toBe(0)
    expect(await settleAllPlaces(hours(51))).toBe(1)
    expect(await settleAllPlaces(hours(51))).toBe(0)
    expect(await mailsFor(sol.email)).toEqual(['place-offered', 'place-lapsed'])
    expect(await acceptPlace(sol, cohortId, hours(52))).toHaveProperty('refused')
    expect(await own(ada, hours(52))).toMatchObject({ state: 'offered' })
    expect(await acceptPlace(ada, cohortId, hours(52))).toEqual({ joined: true })
    expect(await trainees()).toEqual(['Ada'])
    expect((await viewEnrolment(sol, slug, hours(52)))?.history.map(({ kind }) => kind)).toEqual([
      ...['waiting', 'offered', 'lapsed'],
    ])
    expect(await auditedActions()).toEqual(expect.arrayContaining(['place.offered', 'place.lapsed']))
  })

  it('is offered by whoever looks, where no job has come by yet', async () => {
    await leaveCourse(noor, slug, hours(3))
    expect(await own(ada, hours(60))).toMatchObject({ state: 'offered' })
    await declinePlace(ada, cohortId, hours(61))
    expect(await own(ada, hours(61))).toMatchObject({ state: 'open', free: 1 })
  })

  it('is at once offered to everybody for whom the lead makes room', async () => {
    await setPlaces(lena, cohortId, { ...open, places: 3 }, hours(3))
    expect(
      (await viewPlaces(lena, cohortId, hours(3))).list.map(({ name, offerUntil }) => [name, offerUntil !== null]),
    ).toEqual([
      ['Sol', true],
      ['Ada', true],
    ])
  })

  it('is offered to whoever is invited, also without an account, and nothing is made where it is refused', async () => {
    const invited = { email: 'ida@people.example', name: 'Ida', profession: 'nurse' as const }
    await setPlaces(lena, cohortId, { ...open, places: 4 }, hours(3))
    expect(await inviteToCohort(lena, cohortId, invited, hours(3))).toEqual({ isDone: true })
    expect(await mailsFor(invited.email)).toEqual(['invitation', 'place-offered'])
    expect((await viewPlaces(lena, cohortId, hours(3))).list.at(-1)).toMatchObject({ name: 'Ida' })
    expect(await inviteToCohort(lena, cohortId, invited, hours(4))).toHaveProperty('refused')
    const course = courseOf({ requires: { professions: ['psychiatrist'] } })
    const { id: courseId } = await publish('course', course)
    await db().cohort.update({ where: { id: cohortId }, data: { courseId } })
    const other = { ...invited, email: 'eva@people.example' }
    expect(await inviteToCohort(lena, cohortId, other, hours(4))).toHaveProperty('refused')
    expect(await db().user.count({ where: { email: other.email } })).toBe(0)
  })

  it('is the lead’s to see and of nobody else’s cohort', async () => {
    const tomas = await createAccount('Tomas', { roles: ['training_lead'], hasPassword: false })
    const notFound = { status: 404 }
    await expect(viewPlaces(tomas, cohortId, now)).rejects.toMatchObject(notFound)
    await expect(setPlaces(tomas, cohortId, open, now)).rejects.toMatchObject(notFound)
    await expect(putOnList(tomas, cohortId, noor.email, now)).rejects.toMatchObject(notFound)
    await expect(takeOffList(tomas, cohortId, sol.id, now)).rejects.toMatchObject(notFound)
    await takeOffList(lena, cohortId, sol.id, hours(3))
    expect(await putOnList(lena, cohortId, ada.email, hours(3))).toHaveProperty('refused')
    expect(await putOnList(lena, cohortId, noor.email, hours(3))).toHaveProperty('refused')
    expect(await putOnList(lena, cohortId, sol.email, hours(4))).toEqual({ isDone: true })
    expect((await viewPlaces(lena, cohortId, hours(4))).list.map(({ name }) => name)).toEqual(['Ada', 'Sol'])
  })
})

describe('a place on a course that costs something', () => {
  beforeEach(async () => {
    const priced = await publishPriced()
    slug = priced.slug
    await db().cohort.update({ where: { id: cohortId }, data: { courseId: priced.id } })
  })

  it('is kept until it is paid, and given by the payment', async () => {
    expect(await joinCohort(noor, cohortId, now)).toEqual({ pay: { slug, until: hours(48) } })
    expect(await joinCohort(sol, cohortId, now)).toEqual({ waiting: true })
    const { id, sessionId } = await openOrder(noor, slug)
    standIn().pay(sessionId)
    await converge(id, hours(1))
    expect(await trainees()).toEqual(['Noor'])
    expect(await own(noor, hours(1))).toMatchObject({ state: 'member' })
  })

  it('goes on to whoever is next when it is not', async () => {
    await joinCohort(noor, cohortId, now)
    await joinCohort(sol, cohortId, now)
    await settleAllPlaces(hours(48))
    const { id, sessionId } = await openOrder(noor, slug)
    standIn().pay(sessionId)
    await converge(id, hours(49))
    expect(await trainees()).toEqual([])
    expect(await own(sol, hours(49))).toMatchObject({ state: 'offered' })
  })
})
