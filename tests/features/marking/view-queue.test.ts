import { beforeEach, describe, expect, test } from 'vitest'
import { countQueries, db } from '#app/db/client.server.ts'
import type { ScriptState } from '#app/domain/marking.ts'
import type { Actor } from '#app/domain/people.ts'
import { claimScript } from '#app/features/marking/claim-script.server.ts'
import { lockMark } from '#app/features/marking/lock-mark.server.ts'
import { type QueueView, viewQueue } from '#app/features/marking/view-queue.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { adopt, formCohort } from '#tests/support/cohorts.ts'
import {
  createGold as createGoldScript,
  createScript,
  createScripts,
  createVignette,
  type PublishedVignette,
  passingMark,
} from '#tests/support/scripts.ts'

let lena: Actor
let tomas: Actor
let noor: Actor
let vignette: PublishedVignette

beforeEach(async () => {
  lena = await createAccount('Lena', { roles: ['training_lead', 'trainee'] })
  tomas = await createAccount('Tomas', { roles: ['training_lead'] })
  noor = await createAccount('Noor')
  vignette = await createVignette()
})

const createGold = (marker: Actor) => createGoldScript(vignette, marker)

const handIn = (count: number) => createScripts(vignette, noor, count)

const queueOf = (marker: Actor, filter: { state?: ScriptState; page?: number } = {}) =>
  viewQueue(marker, { vignetteSlug: vignette.slug, page: 1, ...filter })

const countsIn = ({ counts }: QueueView) =>
  Object.fromEntries(Object.entries(counts).map(([state, { count }]) => [state, count]))

const codesOf = async (marker: Actor) => (await queueOf(marker)).scripts.map(({ code }) => code)

describe('a marker’s queue', () => {
  test('has the same order at every visit and another one for another marker', async () => {
    await handIn(12)
    const order = await codesOf(lena)
    expect(await codesOf(lena)).toEqual(order)
    expect(await codesOf(tomas)).not.toEqual(order)
    expect((await codesOf(tomas)).sort()).toEqual([...order].sort())
  })

  test('says nothing in its order about when a script was handed in', async () => {
    const inTime = (await handIn(12)).map(({ code }) => code)
    expect(await codesOf(lena)).not.toEqual(inTime)
    expect(await codesOf(lena)).not.toEqual(inTime.toReversed())
  })

  test('keeps its order when some are taken by others', async () => {
    await handIn(8)
    const order = await codesOf(lena)
    const taken = order[3] ?? ''
    await claimScript(tomas, taken, now)
    expect(await codesOf(lena)).toEqual(order.filter((code) => code !== taken))
  })

  test('shows one’s own first, then those that wait, then the finished ones, and counts each', async () => {
    const [, second, third] = await handIn(3)
    await claimScript(lena, second?.code ?? '', now)
    await claimScript(lena, third?.code ?? '', now)
    await lockMark(lena, third?.code ?? '', passingMark, now)

    const queue = await queueOf(lena)
    expect(queue.scripts.map(({ state }) => state)).toEqual(['yours', 'waiting', 'finished'])
    expect(countsIn(queue)).toEqual({ yours: 1, allocated: 0, waiting: 1, finished: 1 })
    expect(countsIn(await queueOf(tomas))).toEqual({ yours: 0, allocated: 0, waiting: 1, finished: 0 })
    expect((await queueOf(lena, { state: 'finished' })).scripts.map(({ code }) => code)).toEqual([third?.code])
  })

  test('never has one’s own attempt in it', async () => {
    const own = await createScript(vignette, lena)
    expect(await codesOf(lena)).toEqual([])
    expect(await codesOf(tomas)).toEqual([own.code])
  })

  test('carries a code, a title and a state for each script, and nothing else', async () => {
    await handIn(1)
    const [script] = (await queueOf(lena)).scripts
    expect(Object.keys(script ?? {}).sort()).toEqual(['code', 'state', 'vignetteTitle'])
  })

  test('costs one statement and shows 25 scripts, of 10 as of 200', async () => {
    await handIn(10)
    // The vignettes' titles are kept in memory from the first visit on.
    await queueOf(lena)
    const few = await countQueries(() => queueOf(lena))
    await handIn(190)
    const many = await countQueries(() => queueOf(lena))
    expect([few.queries(), many.queries()]).toEqual([1, 1])
    expect(many.result).toMatchObject({ pages: 8, counts: { waiting: { count: 200, isMore: false } } })
    expect(many.result.scripts).toHaveLength(25)
  })

  test('shows what was allocated to one before what waits for anybody, and to nobody else', async () => {
    const scripts = await handIn(3)
    const code = scripts[2]?.code ?? ''
    await db().allocation.update({ where: { code }, data: { markerId: lena.id } })
    const queue = await queueOf(lena)
    expect(queue.scripts[0]).toMatchObject({ code, state: 'allocated' })
    expect(countsIn(queue)).toMatchObject({ allocated: 1, waiting: 2 })
    expect((await queueOf(lena, { state: 'allocated' })).scripts.map((script) => script.code)).toEqual([code])
    expect(await codesOf(tomas)).toHaveLength(2)
    expect(await codesOf(tomas)).not.toContain(code)
  })

  test('leaves out what one may not mark: of a supervisee, of a cohort with other markers, the same answer twice', async () => {
    const ada = await createAccount('Ada')
    const others = await formCohort([vignette], { leads: [tomas] })
    await adopt(others, { markers: [{ userId: tomas.id, weight: 1 }] }, tomas)
    const [free] = await handIn(1)
    const supervised = await createScript(vignette, ada)
    const [elsewhere] = await createScripts(vignette, noor, 1, { cohortId: others })
    const double = await createScript(vignette, noor)
    const second = { attemptId: double.attemptId, vignetteId: vignette.id, code: 'SECOND', purpose: 'second' as const }
    await db().allocation.create({ data: second })
    const about = { traineeId: ada.id, kind: 'supervisee' as const, declaredById: lena.id, declaredAt: now }
    await db().conflict.create({ data: { ...about, markerId: lena.id } })
    await claimScript(lena, double.code, now)

    expect((await queueOf(lena, { state: 'waiting' })).scripts.map(({ code }) => code)).toEqual([free?.code])
    expect(countsIn(await queueOf(lena))).toMatchObject({ yours: 1, waiting: 1 })
    const open = [free, supervised, elsewhere].map((script) => script?.code)
    expect((await codesOf(tomas)).sort()).toEqual([...open, 'SECOND'].sort())
  })

  test('asks whoever is named by a cohort for its first and second marks only: a third may come from elsewhere', async () => {
    const cohortId = await formCohort([vignette], { leads: [tomas] })
    await adopt(cohortId, { markers: [{ userId: tomas.id, weight: 1 }] }, tomas)
    const [script] = await createScripts(vignette, noor, 1, { cohortId })
    expect(await codesOf(lena)).toEqual([])
    await db().allocation.update({ where: { id: script?.allocationId ?? '' }, data: { purpose: 'adjudication' } })
    expect(await codesOf(lena)).toEqual([script?.code])
  })

  test('has a benchmark in it like any other script', async () => {
    const waiting = await handIn(2)
    const gold = await createGold(lena)
    expect(new Set(await codesOf(lena))).toEqual(new Set([gold, ...waiting.map(({ code }) => code)]))
    expect((await queueOf(lena)).scripts.map(({ state }) => state)).toEqual(['waiting', 'waiting', 'waiting'])
    expect(
      (await queueOf(lena)).scripts.every(({ vignetteTitle }) => vignetteTitle === `The case of ${vignette.slug}`),
    ).toBe(true)
    expect(await codesOf(tomas)).not.toContain(gold)

    await db().allocation.update({ where: { code: waiting[0]?.code ?? '' }, data: { markerId: lena.id } })
    expect((await queueOf(lena, { state: 'allocated' })).scripts.map(({ code }) => code).sort()).toEqual(
      [gold, waiting[0]?.code].sort(),
    )
    expect(await claimScript(lena, gold, now)).toEqual({ code: gold })
    expect((await queueOf(lena, { state: 'yours' })).scripts).toMatchObject([{ code: gold }])
  })

  test('counts no further than five hundred', async () => {
    await handIn(502)
    const { counts, pages } = await queueOf(lena)
    expect({ waiting: counts.waiting, pages }).toEqual({ waiting: { count: 500, isMore: true }, pages: 20 })
  })

  test('has every script on exactly one page', async () => {
    const scripts = await handIn(60)
    const pages = await Promise.all([1, 2, 3].map((page) => queueOf(lena, { page })))
    const seen = pages.flatMap((page) => page.scripts.map(({ code }) => code))
    expect(seen.sort()).toEqual(scripts.map(({ code }) => code).sort())
  })
})
