import { beforeEach, describe, expect, test } from 'vitest'
import { countQueries, db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import {
  type AllocationWish,
  allocateCohort,
  previewAllocation,
} from '#app/features/marking/allocate-scripts.server.ts'
import { claimNextScript, claimScript } from '#app/features/marking/claim-script.server.ts'
import { lockMark } from '#app/features/marking/lock-mark.server.ts'
import { takeBackScripts } from '#app/features/marking/take-back-scripts.server.ts'
import { viewCohortMarking } from '#app/features/marking/view-cohort-marking.server.ts'
import { viewQueue } from '#app/features/marking/view-queue.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { adopt, formCohort } from '#tests/support/cohorts.ts'
import {
  createGold,
  createScripts,
  createVignette,
  type PublishedVignette,
  passingMark,
} from '#tests/support/scripts.ts'

let lena: Actor
let tomas: Actor
let mira: Actor
let noor: Actor
let vignette: PublishedVignette
let cohortId: string

beforeEach(async () => {
  lena = await createAccount('Lena', { roles: ['training_lead'] })
  tomas = await createAccount('Tomas', { roles: ['training_lead'] })
  mira = await createAccount('Mira', { roles: ['training_lead'] })
  noor = await createAccount('Noor')
  vignette = await createVignette()
  cohortId = await formCohort([vignette], { leads: [lena, tomas], trainees: [noor] })
})

const handIn = (count: number, trainee = noor) => createScripts(vignette, trainee, count, { cohortId })

const wish = (changes: Partial<AllocationWish> = {}): AllocationWish => ({
  ...{ cohortId, markerIds: [lena.id, tomas.id], by: 'equally', seed: 'a' },
  ...changes,
})

const allocate = (changes: Partial<AllocationWish> = {}, actor = lena) => allocateCohort(actor, wish(changes), now)

const sharesIn = (outcome: Awaited<ReturnType<typeof allocateCohort>>) =>
  'refused' in outcome
    ? outcome.refused
    : Object.fromEntries(outcome.allocated.shares.map(({ name, count }) => [name, count]))

const countOf = (marker: Actor | null) =>
  db().allocation.count({ where: { markerId: marker?.id ?? null, state: 'waiting' } })

describe('a lead allocates scripts', () => {
  test('equally, and what the preview said comes about', async () => {
    await handIn(10)
    const preview = await previewAllocation(lena, wish(), now)
    expect(sharesIn(preview)).toEqual({ Lena: 5, Tomas: 5 })
    expect(await countOf(null)).toBe(10)
    expect(await allocate()).toMatchObject({ allocated: { total: 10, left: 0 } })
    expect([await countOf(lena), await countOf(tomas), await countOf(null)]).toEqual([5, 5, 0])
    expect(await db().allocation.count({ where: { allocatedById: lena.id } })).toBe(10)
    expect(await db().auditEntry.count({ where: { action: 'scripts.allocated', objectId: cohortId } })).toBe(1)
  })

  test('by the weights of the policy', async () => {
    const markers = [
      { userId: lena.id, weight: 1 },
      { userId: mira.id, weight: 3 },
    ]
    await adopt(cohortId, { markers }, lena)
    await handIn(8)
    expect(sharesIn(await allocate({ by: 'weights', markerIds: [lena.id, mira.id] }))).toEqual({ Lena: 2, Mira: 6 })
  })

  test('by hand: so many of a vignette to one marker', async () => {
    const other = await createVignette()
    await handIn(6)
    await createScripts(other, noor, 6, { cohortId })
    expect(sharesIn(await allocate({ markerIds: [mira.id], most: 4, vignetteSlug: other.slug }))).toEqual({ Mira: 4 })
    expect(await db().allocation.count({ where: { vignetteId: other.id, markerId: mira.id } })).toBe(4)
    expect(await countOf(null)).toBe(8)
  })

  test('never to whoever may not mark them, and is told how many were passed over and why', async () => {
    const ife = await createAccount('Ife', { roles: ['training_lead', 'trainee'] })
    await handIn(2, ife)
    const ada = await createAccount('Ada')
    await handIn(2, ada)
    const about = { traineeId: ada.id, kind: 'supervisee' as const, declaredById: lena.id, declaredAt: now }
    await db().conflict.create({ data: { ...about, markerId: ife.id } })
    const outcome = await allocate({ markerIds: [ife.id, lena.id] })
    expect(sharesIn(outcome)).toEqual({ Ife: 0, Lena: 4 })
    expect('allocated' in outcome && outcome.allocated.shares[0]?.passedOver.sort()).toEqual([
      '2 passed over: it is their own work.',
      '2 passed over: they supervise whoever wrote it.',
    ])
  })

  test('and leaves for others what none of these may mark', async () => {
    const ife = await createAccount('Ife', { roles: ['training_lead', 'trainee'] })
    await handIn(3, ife)
    expect(await allocate({ markerIds: [ife.id] })).toMatchObject({ allocated: { total: 0, left: 3 } })
    expect(await countOf(null)).toBe(3)
  })

  test('the two scripts of one answer to two markers', async () => {
    const [script] = await handIn(1)
    const second = { attemptId: script?.attemptId ?? '', vignetteId: vignette.id, cohortId, purpose: 'second' as const }
    await db().allocation.create({ data: { ...second, code: 'SECOND' } })
    await allocate()
    expect([await countOf(lena), await countOf(tomas)]).toEqual([1, 1])
  })

  test('to whom the policy names and who is a training lead, and otherwise is told so', async () => {
    await handIn(1)
    expect(await allocate({ markerIds: [noor.id] })).toEqual({ refused: expect.stringMatching(/not a training lead/) })
    await adopt(cohortId, { markers: [{ userId: tomas.id, weight: 1 }] }, lena)
    expect(await allocate({ markerIds: [mira.id] })).toEqual({ refused: expect.stringMatching(/names its markers/) })
    expect(await countOf(null)).toBe(1)
  })

  test('of a cohort that they lead, and finds no other', async () => {
    await expect(allocate({}, mira)).rejects.toMatchObject({ status: 404 })
    const root = await createAccount('Root', { roles: ['administrator'] })
    await handIn(2)
    expect(sharesIn(await allocate({}, root))).toEqual({ Lena: 1, Tomas: 1 })
  })
})

describe('at the same instant', () => {
  test('two leads allocate each script once', async () => {
    await handIn(40)
    const outcomes = await Promise.all([
      allocate({ markerIds: [lena.id, tomas.id] }),
      allocate({ markerIds: [mira.id], seed: 'b' }, tomas),
    ])
    const totals = outcomes.map((outcome) => ('allocated' in outcome ? outcome.allocated.total : 0))
    expect(totals.toSorted()).toEqual([0, 40])
    expect(await db().allocation.count({ where: { markerId: null } })).toBe(0)
  })

  test('a lead allocates and markers take: each script is with one marker, and nobody loses what they took', async () => {
    for (let round = 0; round < 5; round++) {
      await db().allocation.deleteMany()
      await db().attempt.deleteMany()
      const scripts = await handIn(30)
      const taking = scripts.slice(0, 8).map(({ code }) => claimScript(mira, code, now))
      const [allocated, ...claims] = await Promise.all([allocate(), ...taking, claimNextScript(mira, undefined, now)])
      const taken = claims.flatMap((claim) => ('code' in claim ? [claim.code] : []))
      const begun = await db().allocation.findMany({ where: { state: 'begun' } })
      expect(begun.map(({ code }) => code).sort()).toEqual(taken.toSorted())
      expect(begun.every(({ markerId }) => markerId === mira.id)).toBe(true)
      const total = 'allocated' in allocated ? allocated.allocated.total : 0
      expect(await db().allocation.count({ where: { state: 'waiting', markerId: { in: [lena.id, tomas.id] } } })).toBe(
        total,
      )
    }
  })
})

test('five thousand scripts of a cohort are allocated in one transaction by a handful of statements', async () => {
  await handIn(5_000)
  const { result: outcome, queries } = await countQueries(() => allocate({ markerIds: [lena.id, tomas.id, mira.id] }))
  expect(queries()).toBeLessThan(10)
  expect(sharesIn(outcome)).toEqual({ Lena: expect.any(Number), Tomas: expect.any(Number), Mira: expect.any(Number) })
  const rows = await db().allocation.groupBy({ by: ['markerId'], _count: true })
  expect(rows.map(({ _count }) => _count).sort()).toEqual([1_666, 1_667, 1_667])
})

describe('a lead takes scripts back', () => {
  const takeBack = (begun: boolean, actor = tomas) =>
    takeBackScripts(actor, { cohortId, markerId: lena.id, begun }, now)

  async function withLena() {
    const [begun, locked] = await handIn(5)
    await allocate({ markerIds: [lena.id] })
    await claimScript(lena, begun?.code ?? '', now)
    await claimScript(lena, locked?.code ?? '', now)
    await lockMark(lena, locked?.code ?? '', passingMark, now)
    const draft = { ownerId: lena.id, kind: 'mark', subjectId: begun?.allocationId ?? '', version: 1, revision: 1 }
    await db().draft.create({ data: { ...draft, body: {}, savedAt: now, writer: 'a-page' } })
    return { begun: begun?.code ?? '', locked: locked?.code ?? '' }
  }

  test('those that were not begun, and leaves the rest', async () => {
    const { begun } = await withLena()
    expect(await takeBack(false)).toEqual({ notBegun: 3, begun: 0 })
    expect(await countOf(null)).toBe(3)
    expect(await db().allocation.findUnique({ where: { code: begun } })).toMatchObject({
      state: 'begun',
      markerId: lena.id,
    })
  })

  test('begun ones too, whose draft stays until somebody else has marked the script', async () => {
    const { begun, locked } = await withLena()
    expect(await takeBack(true)).toEqual({ notBegun: 3, begun: 1 })
    expect(await db().allocation.findUnique({ where: { code: locked } })).toMatchObject({ state: 'locked' })
    expect(await db().auditEntry.count({ where: { action: 'scripts.taken-back', actorId: tomas.id } })).toBe(1)

    await claimScript(tomas, begun, now)
    expect(await db().draft.count({ where: { ownerId: lena.id } })).toBe(1)
    await lockMark(tomas, begun, passingMark, now)
    expect(await db().draft.count()).toBe(0)
  })

  test('and leaves a benchmark where it is', async () => {
    const gold = await createGold(vignette, lena)
    await db().allocation.update({ where: { code: gold }, data: { cohortId } })
    expect(await takeBack(true)).toEqual({ notBegun: 0, begun: 0 })
    expect((await viewQueue(lena, { page: 1 })).scripts).toMatchObject([{ code: gold }])
  })

  test('of no cohort that is not theirs', async () => {
    await expect(takeBack(false, mira)).rejects.toMatchObject({ status: 404 })
  })
})

test('the page of a cohort’s marking says who has how many, what waits, and names nobody else', async () => {
  const scripts = await handIn(6)
  await createGold(vignette, lena)
  await allocate({ markerIds: [lena.id], most: 2 })
  await claimScript(tomas, scripts[0]?.code ?? '', now).catch(() => undefined)
  const view = await viewCohortMarking(lena, cohortId, now)
  const mine = await db().allocation.count({ where: { markerId: lena.id, purpose: 'first' } })
  expect(view.markers).toMatchObject([
    { name: 'Lena', allocated: mine, locked: 0, isMarker: true },
    { name: 'Mira', allocated: 0, begun: 0 },
    { name: 'Tomas' },
  ])
  expect(view.waiting + view.markers.reduce((sum, { allocated, begun }) => sum + allocated + begun, 0)).toBe(6)
  expect(view.vignettes).toMatchObject([{ slug: vignette.slug, title: `The case of ${vignette.slug}` }])
  expect(JSON.stringify(view)).not.toContain('Noor')
  await expect(viewCohortMarking(mira, cohortId, now)).rejects.toMatchObject({ status: 404 })
})
