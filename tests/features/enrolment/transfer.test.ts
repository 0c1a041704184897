import { beforeEach, describe, expect, it } from 'vitest'
import { countQueries, db } from '#app/db/client.server.ts'
import { findVignetteStanding } from '#app/db/own-attempts.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { addTrainee } from '#app/features/cohorts/add-trainee.server.ts'
import { setDeadline } from '#app/features/cohorts/set-deadline.server.ts'
import { giveLeave } from '#app/features/enrolment/leave-of-absence.server.ts'
import { setPlaces } from '#app/features/enrolment/manage-places.server.ts'
import { askTransfer, declineTransfer, takeWishBack, transferTrainee } from '#app/features/enrolment/transfer.server.ts'
import { viewCohortEnrolments } from '#app/features/enrolment/view-cohort-enrolments.server.ts'
import { viewEnrolment } from '#app/features/enrolment/view-enrolment.server.ts'
import { enrol } from '#app/features/learning/enrol.server.ts'
import { auditedActions, createAccount, mailsFor, now } from '#tests/support/accounts.ts'
import { formCohort } from '#tests/support/cohorts.ts'
import { createVignette, type PublishedVignette } from '#tests/support/scripts.ts'

let noor: Actor
let lena: Actor
let tomas: Actor
let leeds: string
let york: string
let slug: string
let vignette: PublishedVignette

const notFound = { status: 404 }
const REASON = 'The evenings do not work any more.'

beforeEach(async () => {
  noor = await createAccount('Noor', { hasPassword: false })
  lena = await createAccount('Lena', { roles: ['training_lead'], hasPassword: false })
  tomas = await createAccount('Tomas', { roles: ['training_lead'], hasPassword: false })
  vignette = await createVignette()
  leeds = await formCohort([vignette], { leads: [lena, tomas] })
  york = await formCohort([], { leads: [lena], name: 'York' })
  const { course } = await db().cohort.findUniqueOrThrow({ where: { id: leeds }, include: { course: true } })
  await db().cohort.update({ where: { id: york }, data: { courseId: course.id } })
  slug = course.slug
  await enrol(noor, slug, now)
  await addTrainee(lena, leeds, noor.email, now)
})

const move = (actor = lena) => transferTrainee(actor, { cohortId: leeds, userId: noor.id, toCohortId: york }, now)
const ask = () => askTransfer(noor, { cohortId: leeds, toCohortId: york, reason: REASON }, now)
const cohorts = async () => (await viewEnrolment(noor, slug, now))?.cohorts.map(({ name }) => name)
const wishes = async (actor = lena) => (await viewCohortEnrolments(actor, leeds, 1, now)).wishes

describe('going over to another cohort', () => {
  it('is asked for by the trainee and done by a lead of both, and the history keeps both', async () => {
    const due = (cohortId: string, dueAt: Date) =>
      setDeadline(lena, { cohortId, vignetteSlug: vignette.slug, dueAt }, now)
    await due(leeds, new Date('2026-12-01T17:00Z'))
    await due(york, new Date('2027-02-01T17:00Z'))
    const leave = { userId: noor.id, from: '2026-10-24', until: '2026-11-11', reason: 'Ill.' }
    await giveLeave(lena, { cohortId: leeds, ...leave }, now)
    expect(await ask()).toEqual({ isDone: true })
    expect(await ask()).toHaveProperty('refused')
    expect(await wishes()).toMatchObject([{ name: 'Noor', toCohort: 'York', reason: REASON, isInReach: true }])
    expect(await wishes(tomas)).toMatchObject([{ isInReach: false }])
    expect(await mailsFor(tomas.email)).toEqual(['enrolment-asked'])
    expect(await move()).toEqual({ isDone: true })
    expect(await cohorts()).toEqual(['York'])
    expect(await wishes()).toEqual([])
    const view = await viewEnrolment(noor, slug, now)
    expect(view?.history.at(-1)).toMatchObject({ kind: 'transferred', cohort: 'Leeds', toCohort: 'York', by: 'Lena' })
    // York's deadline, with the ten days of leave that were left on 2 November.
    const deadline = (await findVignetteStanding(noor.id, vignette.slug))?.deadline
    expect(deadline).toMatchObject({ dueAt: new Date('2027-02-11T17:00Z'), leaveDays: 10 })
    expect(await auditedActions()).toEqual(expect.arrayContaining(['transfer.asked', 'cohort.trainee-transferred']))
    expect(JSON.stringify(await db().auditEntry.findMany())).not.toContain('evenings')
    expect((await countQueries(() => viewCohortEnrolments(lena, leeds, 1, now))).queries()).toBe(1)
  })

  it('is refused where the other cohort is full, and to a lead of only one of them', async () => {
    await setPlaces(lena, york, { places: 1, joinFrom: null, joinUntil: null, offerHours: 48 }, now)
    const sol = await createAccount('Sol', { hasPassword: false })
    await addTrainee(lena, york, sol.email, now)
    expect(await move()).toHaveProperty('refused')
    await expect(move(tomas)).rejects.toMatchObject(notFound)
    expect(await cohorts()).toEqual(['Leeds'])
  })

  it('by two who press at once fills the last place once', async () => {
    await setPlaces(lena, york, { places: 1, joinFrom: null, joinUntil: null, offerHours: 48 }, now)
    const sol = await createAccount('Sol', { hasPassword: false })
    await addTrainee(lena, leeds, sol.email, now)
    const moves = [noor, sol].map(({ id }) =>
      transferTrainee(lena, { cohortId: leeds, userId: id, toCohortId: york }, now),
    )
    expect((await Promise.all(moves)).filter((one) => 'isDone' in one)).toHaveLength(1)
    expect(await db().cohortMember.count({ where: { cohortId: york, part: 'trainee' } })).toBe(1)
  })

  it('is declined or taken back, and is for cohorts of one course', async () => {
    await ask()
    await declineTransfer(lena, { cohortId: leeds, wishId: (await wishes())[0]?.id ?? '' }, now)
    expect(await mailsFor(noor.email)).toEqual(['enrolment-changed'])
    await ask()
    await takeWishBack(noor, leeds, now)
    expect(await wishes()).toEqual([])
    const other = await formCohort([], { leads: [lena], name: 'Hull' })
    await expect(askTransfer(noor, { cohortId: leeds, toCohortId: other, reason: REASON }, now)).rejects.toMatchObject(
      notFound,
    )
  })
})
