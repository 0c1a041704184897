import { beforeEach, describe, expect, it } from 'vitest'
import { countQueries, db } from '#app/db/client.server.ts'
import { findVignetteStanding } from '#app/db/own-attempts.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { addTrainee } from '#app/features/cohorts/add-trainee.server.ts'
import { grantExtension } from '#app/features/cohorts/grant-extension.server.ts'
import { setDeadline } from '#app/features/cohorts/set-deadline.server.ts'
import { viewCohort } from '#app/features/cohorts/view-cohort.server.ts'
import { viewOwnCohorts } from '#app/features/cohorts/view-own-cohorts.server.ts'
import { viewWaits } from '#app/features/cohorts/view-waits.server.ts'
import { answerLeave, askLeave, endLeave, giveLeave } from '#app/features/enrolment/leave-of-absence.server.ts'
import { viewCohortEnrolments } from '#app/features/enrolment/view-cohort-enrolments.server.ts'
import { viewEnrolment } from '#app/features/enrolment/view-enrolment.server.ts'
import { enrol } from '#app/features/learning/enrol.server.ts'
import { auditedActions, createAccount, mailsFor, now } from '#tests/support/accounts.ts'
import { formCohort } from '#tests/support/cohorts.ts'
import { createVignette, type PublishedVignette } from '#tests/support/scripts.ts'

let noor: Actor
let lena: Actor
let cohortId: string
let slug: string
let vignette: PublishedVignette

const DUE = new Date('2026-11-20T17:00:00Z')
const days = { from: '2026-11-10', until: '2026-11-19' }
const TEN_DAYS_LATER = new Date('2026-11-30T17:00:00Z')
const REASON = 'A child was born.'
const notFound = { status: 404 }

beforeEach(async () => {
  noor = await createAccount('Noor', { hasPassword: false })
  lena = await createAccount('Lena', { roles: ['training_lead'], hasPassword: false })
  vignette = await createVignette()
  cohortId = await formCohort([vignette], { leads: [lena] })
  slug = (await db().cohort.findUniqueOrThrow({ where: { id: cohortId }, include: { course: true } })).course.slug
  await enrol(noor, slug, now)
  await addTrainee(lena, cohortId, noor.email, now)
  await setDeadline(lena, { cohortId, vignetteSlug: vignette.slug, dueAt: DUE }, now)
})

const ask = (changes = {}) => askLeave(noor, { cohortId, ...days, reason: REASON, ...changes }, now)
const dueAt = async () => (await findVignetteStanding(noor.id, vignette.slug))?.deadline?.dueAt
const asked = async () => (await viewCohortEnrolments(lena, cohortId, 1, now)).asked
const answer = async (given: 'agreed' | 'declined', actor = lena) =>
  answerLeave(actor, { cohortId, leaveId: (await asked())[0]?.id ?? '', answer: given }, now)

/** The last day of the leave as the person reads it among their cohorts, and a lead in the list of trainees. */
const leaveSeenOn = async (at: Date) => [
  (await viewOwnCohorts(noor, at)).cohorts[0]?.leaveUntil,
  (await viewCohort(lena, cohortId, 1, at)).members[0]?.leaveUntil,
]

describe('a leave that is asked for', () => {
  it('stops the clocks once a lead agrees, and starts them again when the person is back', async () => {
    expect(await ask()).toEqual({ isDone: true })
    expect(await dueAt()).toEqual(DUE)
    expect(await mailsFor(lena.email)).toEqual(['enrolment-asked'])
    expect(await asked()).toMatchObject([{ ...days, name: 'Noor', reason: REASON }])
    expect(await viewWaits(lena, cohortId)).toEqual({ threads: 0, requests: 1 })
    await answer('agreed')
    expect(await viewWaits(lena, cohortId)).toEqual({ threads: 0, requests: 0 })
    expect(await dueAt()).toEqual(TEN_DAYS_LATER)
    expect(await mailsFor(noor.email)).toEqual(['enrolment-changed'])
    const view = await viewEnrolment(noor, slug, now)
    expect(view?.cohorts[0]?.leaves).toMatchObject([{ ...days, answer: 'agreed' }])
    expect(view?.history.at(-1)).toMatchObject({ kind: 'leave_agreed', ...days, by: 'Lena', reason: '' })
    expect(await leaveSeenOn(now)).toEqual([null, null])
    expect(await leaveSeenOn(new Date('2026-11-12T09:00:00Z'))).toEqual(['2026-11-19', '2026-11-19'])
    // Back after five of the ten days.
    await endLeave(noor, view?.cohorts[0]?.leaves[0]?.id ?? '', new Date('2026-11-15T09:00:00Z'))
    expect(await dueAt()).toEqual(new Date('2026-11-25T17:00:00Z'))
    expect(await auditedActions()).toEqual(expect.arrayContaining(['leave.asked', 'leave.agreed', 'leave.ended']))
    expect(JSON.stringify(await db().auditEntry.findMany())).not.toContain('child')
    expect((await countQueries(() => viewCohortEnrolments(lena, cohortId, 1, now))).queries()).toBe(1)
  })

  it('changes nothing when it is declined, or taken back before anybody answered', async () => {
    await ask()
    await answer('declined')
    expect(await ask()).toEqual({ isDone: true })
    await endLeave(noor, (await asked())[0]?.id ?? '', now)
    expect(await asked()).toEqual([])
    expect(await dueAt()).toEqual(DUE)
  })

  it('is refused where its days cannot be, and to whoever is not in the cohort', async () => {
    expect(await ask({ until: '2026-11-09' })).toHaveProperty('fault.field', 'until')
    await ask()
    expect(await ask()).toHaveProperty('fault.field', 'from')
    const sol = await createAccount('Sol', { hasPassword: false })
    await expect(askLeave(sol, { cohortId, ...days, reason: REASON }, now)).rejects.toMatchObject(notFound)
    await expect(endLeave(sol, (await asked())[0]?.id ?? '', now)).rejects.toMatchObject(notFound)
    const tomas = await createAccount('Tomas', { roles: ['training_lead'], hasPassword: false })
    await expect(answer('agreed', tomas)).rejects.toMatchObject(notFound)
    expect(await dueAt()).toEqual(DUE)
  })
})

describe('a leave that a lead gives', () => {
  it('holds at once, and also moves an extension that was granted before it', async () => {
    const extendedTo = new Date('2026-11-25T17:00:00Z')
    const extension = { cohortId, email: noor.email, vignetteSlug: vignette.slug, dueAt: extendedTo, reason: 'Ill.' }
    await grantExtension(lena, extension, now)
    const later = new Date(now.getTime() + 60_000)
    await giveLeave(lena, { cohortId, userId: noor.id, ...days, reason: REASON }, later)
    expect(await dueAt()).toEqual(new Date('2026-12-05T17:00:00Z'))
    // What the leave has given already is no extension.
    expect(await grantExtension(lena, { ...extension, dueAt: TEN_DAYS_LATER }, later)).toHaveProperty(
      'fault.field',
      'dueAt',
    )
  })
})
