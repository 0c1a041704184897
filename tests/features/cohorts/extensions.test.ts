import { beforeEach, describe, expect, it } from 'vitest'
import { countQueries, db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { DAY_MS } from '#app/domain/time.ts'
import { beginAttempt } from '#app/features/assessment/begin-attempt.server.ts'
import { viewAnswerPage } from '#app/features/assessment/view-answer-page.server.ts'
import { viewVignette } from '#app/features/assessment/view-vignette.server.ts'
import { grantExtension } from '#app/features/cohorts/grant-extension.server.ts'
import { takeExtensionAway } from '#app/features/cohorts/take-extension-away.server.ts'
import { viewExtensions } from '#app/features/cohorts/view-extensions.server.ts'
import { recordAdjustment } from '#app/features/people/adjustments.server.ts'
import { auditedActions, createAccount, mailsFor, now } from '#tests/support/accounts.ts'
import { enrolIn, type OfferedVignette, offerVignette, setDeadline } from '#tests/support/vignettes.ts'

let noor: Actor
let lena: Actor
let vignette: OfferedVignette
let cohortId: string

const days = (count: number) => new Date(now.getTime() + count * DAY_MS)

beforeEach(async () => {
  noor = await createAccount('Noor', { timeZone: 'UTC' })
  lena = await createAccount('Lena', { roles: ['training_lead', 'trainee'] })
  vignette = await offerVignette()
  await enrolIn(vignette.courseId, noor)
  await setDeadline(vignette, noor, days(1))
  cohortId = (await db().cohort.findFirstOrThrow()).id
  await db().cohortMember.create({ data: { cohortId, userId: lena.id, part: 'lead', joinedAt: now } })
})

const grant = (dueAt: Date, actor = lena, changes = {}) =>
  grantExtension(
    actor,
    { cohortId, email: noor.email, vignetteSlug: vignette.slug, dueAt, reason: 'Ill.', ...changes },
    now,
  )
const takeAway = (actor = lena) =>
  takeExtensionAway(actor, { cohortId, email: noor.email, vignetteSlug: vignette.slug }, now)
const deadline = async () => (await viewVignette(noor, vignette.slug, now)).deadline

describe('an extension', () => {
  it('gives one trainee a later date for one vignette, and tells them', async () => {
    expect(await grant(days(3))).toEqual({ isGranted: true })
    expect(await deadline()).toEqual({ dueAt: days(3), extraDays: 0, leaveDays: 0, isExtended: true })
    expect(await mailsFor(noor.email)).toEqual(['deadline-changed'])
    expect(await auditedActions()).toEqual(['extension.granted'])
    expect(await viewExtensions(lena, cohortId, 1)).toMatchObject({
      vignettes: [{ slug: vignette.slug }],
      extensions: [{ name: 'Noor', timeZone: 'UTC', vignetteTitle: 'The locked door', reason: 'Ill.' }],
      total: 1,
    })
  })

  it('lets an answer be begun and written after the cohort’s own deadline, until its own', async () => {
    await grant(days(3))
    expect(await beginAttempt(noor, vignette.slug, days(2))).toBeNull()
    expect(await viewAnswerPage(noor, vignette.slug, days(2))).toMatchObject({ closed: null })
    expect(await viewAnswerPage(noor, vignette.slug, days(4))).toMatchObject({
      closed: expect.stringMatching(/deadline/),
    })
  })

  it('is changed by granting another, and gone when it is taken away, once', async () => {
    await grant(days(3))
    await grant(days(5))
    expect(await deadline()).toMatchObject({ dueAt: days(5) })
    await Promise.all([takeAway(), takeAway()])
    expect(await deadline()).toMatchObject({ dueAt: days(1), isExtended: false })
    expect(await auditedActions()).toEqual(['extension.granted', 'extension.granted', 'extension.taken-away'])
  })

  it('granted by two leads at the same instant is one of the two', async () => {
    const outcomes = await Promise.all([grant(days(3)), grant(days(5))])
    expect(outcomes).toEqual([{ isGranted: true }, { isGranted: true }])
    expect(await db().extension.count()).toBe(1)
  })

  it.each([
    ['for a date that they have already', {}, 1, 'dueAt'],
    ['for somebody who is no trainee of the cohort', { email: 'sol@people.example' }, 3, 'email'],
    ['for a vignette without a deadline', { vignetteSlug: 'nothing' }, 3, 'vignette'],
    ['for oneself', { email: 'lena@people.example' }, 3, 'email'],
  ])('is refused %s, beside its field', async (_, changes, after, field) => {
    await createAccount('Sol')
    expect(await grant(days(after), lena, changes)).toMatchObject({ fault: { field } })
    expect(await db().extension.count()).toBe(0)
  })

  it('is out of reach for a lead of another cohort', async () => {
    const tomas = await createAccount('Tomas', { roles: ['training_lead'] })
    await expect(grant(days(3), tomas)).rejects.toMatchObject({ status: 404 })
    await grant(days(3))
    await expect(takeAway(tomas)).rejects.toMatchObject({ status: 404 })
    await expect(viewExtensions(tomas, cohortId, 1)).rejects.toMatchObject({ status: 404 })
  })

  it('costs one statement to list, however many there are', async () => {
    await grant(days(3))
    const { queries } = await countQueries(() => viewExtensions(lena, cohortId, 1))
    expect(queries()).toBe(1)
  })
})

describe('a reasonable adjustment', () => {
  const record = (extraDays: number, otherFormat = '', actor = lena) =>
    recordAdjustment(actor, { email: noor.email, extraDays, otherFormat }, now)

  it('makes every deadline later by itself, also one that is set afterwards', async () => {
    expect(await record(5)).toEqual({ isRecorded: true })
    expect(await deadline()).toEqual({ dueAt: days(6), extraDays: 5, leaveDays: 0, isExtended: false })
    const other = await offerVignette()
    await enrolIn(other.courseId, noor)
    await setDeadline(other, noor, days(10))
    expect((await viewVignette(noor, other.slug, now)).deadline).toMatchObject({ dueAt: days(15), extraDays: 5 })
    expect(await mailsFor(noor.email)).toEqual(['adjustment-changed'])
  })

  it('counts when an extension is granted: what is no later is refused', async () => {
    await record(5)
    expect(await grant(days(6))).toMatchObject({ fault: { field: 'dueAt' } })
    expect(await grant(days(7))).toEqual({ isGranted: true })
  })

  it('is taken away by recording nothing, and leaves no words of it in the audit trail', async () => {
    await record(2, 'Large print for Noor')
    expect(await record(0)).toEqual({ isRecorded: false })
    expect(await record(0)).toEqual({ isRecorded: false })
    expect(await db().adjustment.count()).toBe(0)
    expect(await auditedActions()).toEqual(['adjustment.recorded', 'adjustment.removed'])
    expect(JSON.stringify(await db().auditEntry.findMany())).not.toMatch(/print/)
  })

  it('is refused for an unknown address, and for oneself', async () => {
    expect(await record(5, '', noor)).toEqual({ refused: expect.stringMatching(/Somebody else/) })
    const unknown = { email: 'nobody@people.example', extraDays: 5, otherFormat: '' }
    expect(await recordAdjustment(lena, unknown, now)).toEqual({ refused: expect.stringMatching(/No account/) })
  })
})
