import { beforeEach, describe, expect, test } from 'vitest'
import { allocateSecondIfNear, putBeforeMarkers, voidScriptsOf } from '#app/db/allocations.server.ts'
import { db, transact } from '#app/db/client.server.ts'
import { policyOf } from '#app/db/marking-policies.server.ts'
import { defaultMarkingPolicy, type MarkingPolicy } from '#app/domain/marking-policy.ts'
import type { Actor } from '#app/domain/people.ts'
import { createAccount } from '#tests/support/accounts.ts'
import { adopt, formCohort } from '#tests/support/cohorts.ts'
import { createScripts, createVignette, type PublishedVignette } from '#tests/support/scripts.ts'

let lena: Actor
let noor: Actor
let vignette: PublishedVignette
let cohortId: string

beforeEach(async () => {
  lena = await createAccount('Lena', { roles: ['training_lead'] })
  noor = await createAccount('Noor')
  vignette = await createVignette()
  cohortId = await formCohort([vignette], { leads: [lena], trainees: [noor] })
})

/** Answers that were handed in and are not before anybody yet. */
async function submitted(count: number) {
  await createScripts(vignette, noor, count, { cohortId })
  await db().allocation.deleteMany()
  return db().attempt.findMany({ orderBy: { number: 'asc' } })
}

async function putAll(count: number) {
  for (const attempt of await submitted(count)) await transact((tx) => putBeforeMarkers(tx, attempt))
  return db().attempt.findMany({
    orderBy: { number: 'asc' },
    include: { allocations: { orderBy: { purpose: 'asc' } } },
  })
}

const sampled = (sample: Partial<MarkingPolicy['sample']>): Partial<MarkingPolicy> => ({
  scheme: 'sample',
  sample: { share: 0, nearPass: false, firstAttempts: false, ...sample },
})

describe('an answer that was handed in comes', () => {
  test('before one marker where no policy says otherwise', async () => {
    const [attempt] = await putAll(1)
    expect(attempt).toMatchObject({
      doubleMarking: null,
      allocations: [{ purpose: 'first', state: 'waiting', markerId: null, cohortId, vignetteId: vignette.id }],
    })
  })

  test('before two, under two codes, where all are double marked', async () => {
    await adopt(cohortId, { scheme: 'double' }, lena)
    const [attempt] = await putAll(1)
    expect(attempt).toMatchObject({ doubleMarking: 'all', allocations: [{ purpose: 'first' }, { purpose: 'second' }] })
    expect(new Set(attempt?.allocations.map(({ code }) => code)).size).toBe(2)
  })

  test('before two by the policy in force, and not by an earlier one', async () => {
    await adopt(cohortId, { scheme: 'double' }, lena)
    await adopt(cohortId, { scheme: 'single' }, lena)
    expect((await putAll(1))[0]?.allocations).toHaveLength(1)
  })

  test('before two as a first attempt where the sample takes those', async () => {
    await adopt(cohortId, sampled({ firstAttempts: true }), lena)
    expect((await putAll(2)).map(({ doubleMarking }) => doubleMarking)).toEqual(['first_attempt', null])
  })

  test('before two in about the share that the policy draws', async () => {
    await adopt(cohortId, sampled({ share: 0.5 }), lena)
    const drawn = (await putAll(80)).filter(({ doubleMarking }) => doubleMarking === 'random')
    // Five standard deviations of a fair coin thrown 80 times.
    expect(Math.abs(drawn.length - 40)).toBeLessThan(23)
    expect(drawn.every(({ allocations }) => allocations.length === 2)).toBe(true)
  })
})

describe('a first mark near the standard', () => {
  const mark = (globalLevel: number) => async (attemptId: string) =>
    transact((tx) => allocateSecondIfNear(tx, { attemptId, firstMark: { globalLevel }, globalAtLeast: 4 }))
  const secondsOf = (attemptId: string) => db().allocation.count({ where: { attemptId, purpose: 'second' } })

  test('brings the answer before a second marker, once', async () => {
    await adopt(cohortId, sampled({ nearPass: true }), lena)
    const [attempt] = await putAll(1)
    const id = attempt?.id ?? ''
    expect([await mark(3)(id), await mark(3)(id)]).toEqual([true, false])
    expect(await secondsOf(id)).toBe(1)
    expect(await db().attempt.findUnique({ where: { id } })).toMatchObject({ doubleMarking: 'near_pass' })
  })

  test('asks nobody where it is clear, or where the policy does not want it', async () => {
    const [attempt] = await putAll(1)
    expect(await mark(4)(attempt?.id ?? '')).toBe(false)
    await adopt(cohortId, sampled({ nearPass: true }), lena)
    expect(await mark(6)(attempt?.id ?? '')).toBe(false)
    expect(await secondsOf(attempt?.id ?? '')).toBe(0)
  })
})

test('an answer of somebody in no cohort is marked by the default policy', async () => {
  expect(await policyOf(db(), null)).toEqual(defaultMarkingPolicy)
})

test('an answer that was taken away is in no queue, and what was locked stays', async () => {
  await adopt(cohortId, { scheme: 'double' }, lena)
  const [attempt] = await putAll(1)
  const attemptId = attempt?.id ?? ''
  await db().allocation.updateMany({ where: { purpose: 'first' }, data: { state: 'locked', markerId: lena.id } })
  await transact((tx) => voidScriptsOf(tx, attemptId))
  expect(await db().allocation.findMany({ orderBy: { purpose: 'asc' } })).toMatchObject([
    { state: 'locked' },
    { state: 'void' },
  ])
})
