import { beforeEach, describe, expect, test } from 'vitest'
import { createAllocation } from '#app/db/allocations.server.ts'
import { db } from '#app/db/client.server.ts'
import { defaultMarkingPolicy, type MarkingPolicy } from '#app/domain/marking-policy.ts'
import type { Actor } from '#app/domain/people.ts'
import { claimNextScript, claimScript } from '#app/features/marking/claim-script.server.ts'
import { lockMark } from '#app/features/marking/lock-mark.server.ts'
import { viewScript } from '#app/features/marking/view-script.server.ts'
import { auditedActions, createAccount, now } from '#tests/support/accounts.ts'
import { createDoubleScript, type DoubleScript, markOf } from '#tests/support/double-scripts.ts'
import { publish, publishVersion } from '#tests/support/published.ts'
import { createScript, createVignette, type PublishedVignette } from '#tests/support/scripts.ts'

let lena: Actor
let tomas: Actor
let mira: Actor
let noor: Actor
let vignette: PublishedVignette
let script: DoubleScript

beforeEach(async () => {
  lena = await createAccount('Lena', { roles: ['training_lead'] })
  tomas = await createAccount('Tomas', { roles: ['training_lead'] })
  mira = await createAccount('Mira', { roles: ['training_lead'] })
  noor = await createAccount('Noor')
  vignette = await createVignette()
  script = await createDoubleScript(vignette, noor, [lena, tomas])
})

const lockFirst = (fields = markOf()) => lockMark(lena, script.codes[0], fields, now)
const lockSecond = (fields = markOf()) => lockMark(tomas, script.codes[1], fields, now)
const finals = (attemptId = script.attemptId) =>
  db().finalMark.findMany({ where: { attemptId }, orderBy: { number: 'asc' } })
const attempt = () => db().attempt.findUniqueOrThrow({ where: { id: script.attemptId } })
const adjudications = () =>
  db().allocation.findMany({ where: { attemptId: script.attemptId, purpose: 'adjudication' } })
const marks = () => db().mark.count({ where: { allocation: { attemptId: script.attemptId } } })

async function adoptPolicy(changes: Partial<MarkingPolicy>) {
  const { id: courseId } = await publish('course', { slug: 'a-course' })
  const { id: cohortId } = await db().cohort.create({ data: { name: 'Leeds', courseId, startsOn: now } })
  const policy = { ...defaultMarkingPolicy, ...changes }
  await db().markingPolicy.create({ data: { cohortId, version: 1, policy, adoptedById: lena.id, adoptedAt: now } })
  return cohortId
}

describe('the first of two marks', () => {
  test('makes no final mark, and its marker learns nothing of what comes', async () => {
    expect(await lockFirst()).toEqual({ isLocked: true, standing: 'waits' })
    expect(await finals()).toEqual([])
    expect(await attempt()).toMatchObject({ hasPassed: null, talkOpenedAt: null })
  })

  test('shows nothing of itself to the second marker before both are in', async () => {
    const before = await viewScript(tomas, script.codes[1])
    await lockFirst({ ...markOf(), overall: 'Seen only by Lena.' })
    expect(await viewScript(tomas, script.codes[1])).toEqual({ ...before, code: script.codes[1] })
    expect(JSON.stringify(await viewScript(tomas, script.codes[1]))).not.toContain('Seen only by Lena')
    await expect(viewScript(tomas, script.codes[0])).rejects.toMatchObject({ status: 404 })
  })

  test('is as good locked second in time', async () => {
    expect(await lockSecond()).toEqual({ isLocked: true, standing: 'waits' })
    expect(await lockFirst()).toEqual({ isLocked: true, standing: 'final' })
  })
})

describe('once both marks are in', () => {
  test('they agree by themselves within the tolerance, and the final mark says so and rests on both', async () => {
    await lockFirst(markOf({ notKnowing: 6 }))
    expect(await lockSecond(markOf({ global: 4 }))).toEqual({ isLocked: true, standing: 'final' })
    const [final, ...more] = await finals()
    expect(more).toEqual([])
    expect(final).toMatchObject({
      kind: 'agreed_automatically',
      globalLevel: 5,
      hasPassed: true,
      decidedById: null,
      ratings: { 'not-knowing': { level: 6 }, patience: { level: 4 } },
    })
    expect(final?.markIds).toHaveLength(2)
    expect(final?.because).toContain('Two people marked this script, and their levels lie within the tolerance.')
    expect(await attempt()).toMatchObject({ hasPassed: true })
    expect(await auditedActions()).toContain('attempt.marked')
  })

  test('a talk opens where they differ by more than the tolerance and no rule asks for a third marker', async () => {
    await lockFirst(markOf({ notKnowing: 'not-rateable' }))
    expect(await lockSecond()).toEqual({ isLocked: true, standing: 'talk' })
    expect(await attempt()).toMatchObject({ talkOpenedAt: now, hasPassed: null })
    expect([await finals(), await adjudications()]).toEqual([[], []])
    expect(await auditedActions()).toContain('talk.opened')
  })

  test.each([
    ['a level differs by two', markOf({ patience: 6 }), markOf({ patience: 4 })],
    ['one passes and the other does not', markOf({ global: 4 }), markOf({ global: 3 })],
    ['either flagged a critical error', markOf(), markOf({ error: '“You are angry.”' })],
  ])('a third marker is asked where %s', async (_, first, second) => {
    await lockFirst(first)
    expect(await lockSecond(second)).toEqual({ isLocked: true, standing: 'adjudication' })
    expect(await adjudications()).toMatchObject([{ state: 'waiting', markerId: null, vignetteId: vignette.id }])
    expect([await finals(), (await attempt()).talkOpenedAt]).toEqual([[], null])
  })

  test('the policy of the cohort decides, not the default', async () => {
    const cohortId = await adoptPolicy({
      agreeWithin: 2,
      adjudication: { ...defaultMarkingPolicy.adjudication, difference: 3 },
    })
    await db().attempt.update({ where: { id: script.attemptId }, data: { cohortId } })
    await lockFirst(markOf({ patience: 6 }))
    expect(await lockSecond(markOf({ patience: 4 }))).toEqual({ isLocked: true, standing: 'final' })
  })

  test('both at the same instant, again and again, come to one outcome and one only', async () => {
    for (const fields of [markOf(), markOf({ notKnowing: 'not-rateable' }), markOf({ patience: 7 })]) {
      script = await createDoubleScript(vignette, noor, [lena, tomas])
      const standings = await Promise.all([lockFirst(), lockSecond(fields), lockFirst(), lockSecond(fields)])
      const outcomes = standings.flatMap((one) => ('standing' in one && one.standing !== 'waits' ? [one.standing] : []))
      expect(outcomes).toHaveLength(1)
      expect(await marks()).toBe(2)
      const stands = [
        (await finals()).length,
        Number((await attempt()).talkOpenedAt !== null),
        (await adjudications()).length,
      ]
      expect(stands).toEqual({ final: [1, 0, 0], talk: [0, 1, 0], adjudication: [0, 0, 1] }[String(outcomes[0])])
    }
  })
})

describe('the third marker', () => {
  test('may be anybody who marks and is neither of the two, and their mark stands', async () => {
    await lockFirst(markOf({ patience: 7 }))
    await lockSecond(markOf({ patience: 3 }))
    for (const marker of [lena, tomas]) expect(await claimNextScript(marker, undefined, now)).toHaveProperty('refused')
    const claim = await claimNextScript(mira, undefined, now)
    const code = 'code' in claim ? claim.code : ''
    expect(await lockMark(mira, code, markOf({ patience: 2, global: 3 }), now)).toEqual({
      isLocked: true,
      standing: 'final',
    })
    expect(await finals()).toMatchObject([
      {
        kind: 'adjudicated',
        globalLevel: 3,
        hasPassed: false,
        decidedById: mira.id,
        ratings: { patience: { level: 2 } },
      },
    ])
    expect((await finals())[0]?.markIds).toHaveLength(3)
  })
})

describe('a first mark near the standard', () => {
  test('waits for a second one where the policy samples such answers, and is final where it does not', async () => {
    const cohortId = await adoptPolicy({ scheme: 'sample' })
    for (const [global, standing] of [
      [4, 'waits'],
      [6, 'final'],
    ] as const) {
      const { code, attemptId } = await createScript(vignette, noor)
      await db().attempt.update({ where: { id: attemptId }, data: { cohortId } })
      await claimScript(lena, code, now)
      expect(await lockMark(lena, code, markOf({ global }), now)).toEqual({ isLocked: true, standing })
      expect(await finals(attemptId)).toHaveLength(standing === 'final' ? 1 : 0)
    }
  })
})

describe('a script that is marked again', () => {
  test('has a further final mark, and the earlier one stays as it was', async () => {
    const { code, attemptId } = await createScript(vignette, noor)
    await claimScript(lena, code, now)
    await lockMark(lena, code, markOf(), now)
    const again = await createAllocation(db(), { attemptId, vignetteId: vignette.id, purpose: 'again' })
    await claimScript(mira, again.code, now)
    await lockMark(mira, again.code, markOf({ global: 3 }), now)
    expect(await finals(attemptId)).toMatchObject([
      { number: 1, kind: 'single', globalLevel: 5, hasPassed: true },
      { number: 2, kind: 'again', globalLevel: 3, hasPassed: false, decidedById: mira.id },
    ])
    expect(await db().attempt.findUnique({ where: { id: attemptId } })).toMatchObject({ hasPassed: false })
  })
})

describe('a mark of an answer', () => {
  test('that the trainee withdrew meanwhile is not saved, and the marker is told', async () => {
    await db().attempt.update({ where: { id: script.attemptId }, data: { state: 'withdrawn', withdrawnAt: now } })
    await db().allocation.updateMany({ where: { attemptId: script.attemptId }, data: { state: 'void' } })
    expect(await lockFirst()).toEqual({
      withdrawn: 'The trainee has withdrawn this answer. Your mark was not needed and nothing was saved.',
    })
    expect(await marks()).toBe(0)
    expect(await viewScript(lena, script.codes[0])).toHaveProperty('withdrawn')
  })

  test('whose rubric was corrected and taken off the list meanwhile is locked under the version that it was written under', async () => {
    const { itemId } = await db().contentVersion.findUniqueOrThrow({ where: { id: vignette.rubricVersionId } })
    await publishVersion(itemId, { title: 'Another', criteria: [], criticalErrors: [], pass: {} })
    await db().contentItem.update({ where: { id: itemId }, data: { isListed: false } })
    expect(await lockFirst()).toHaveProperty('isLocked')
    expect(await db().mark.findFirst()).toMatchObject({ rubricVersionId: vignette.rubricVersionId, markerId: lena.id })
  })

  test('that a lead took back meanwhile is refused', async () => {
    const [code] = script.codes
    await db().allocation.update({ where: { code }, data: { state: 'void' } })
    await expect(lockFirst()).rejects.toMatchObject({ status: 404 })
    expect(await marks()).toBe(0)
  })
})

describe('a gold script', () => {
  test('looks like any other to its marker, and its mark is kept without a final one', async () => {
    const level = { level: 5, because: 'It asks.' }
    const consensus = {
      ratings: { 'not-knowing': level, patience: level },
      global: level,
      criticalErrors: [],
      comment: '',
    }
    const benchmark = {
      slug: 'gold',
      answers: { say: 'What was it like, at the desk?' },
      consensus,
      provenance: 'demo',
    }
    const { versionId: benchmarkVersionId } = await publish('benchmark', benchmark)
    const gold = {
      benchmarkVersionId,
      vignetteId: vignette.id,
      code: 'GOLD',
      purpose: 'gold',
      markerId: lena.id,
    } as const
    await db().allocation.create({ data: gold })
    await claimScript(lena, 'GOLD', now)

    const real = await viewScript(lena, script.codes[0])
    expect(await viewScript(lena, 'GOLD')).toEqual({ ...real, code: 'GOLD' })
    const before = await finals()
    expect(await lockMark(lena, 'GOLD', markOf(), now)).toEqual({ isLocked: true, standing: 'waits' })
    expect(await db().mark.findMany()).toMatchObject([{ markerId: lena.id, hasPassed: true }])
    expect(await finals()).toEqual(before)
  })
})
