import { beforeEach, describe, expect, test } from 'vitest'
import { countQueries } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { claimScript } from '#app/features/marking/claim-script.server.ts'
import { lockMark } from '#app/features/marking/lock-mark.server.ts'
import { viewQueue } from '#app/features/marking/view-queue.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import {
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

const handIn = (count: number) => createScripts(vignette, noor, count)

const queueOf = (marker: Actor, filter: { state?: 'yours' | 'waiting' | 'finished'; page?: number } = {}) =>
  viewQueue(marker, { vignetteSlug: vignette.slug, page: 1, ...filter })

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

    const { scripts, counts } = await queueOf(lena)
    expect(scripts.map(({ state }) => state)).toEqual(['yours', 'waiting', 'finished'])
    expect(counts).toEqual({ yours: 1, waiting: 1, finished: 1 })
    expect((await queueOf(tomas)).counts).toEqual({ yours: 0, waiting: 1, finished: 0 })
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
    const few = await countQueries(() => queueOf(lena))
    await handIn(190)
    const many = await countQueries(() => queueOf(lena))
    expect([few.queries(), many.queries()]).toEqual([1, 1])
    expect(many.result).toMatchObject({ pages: 8, counts: { waiting: 200 } })
    expect(many.result.scripts).toHaveLength(25)
  })

  test('has every script on exactly one page', async () => {
    const scripts = await handIn(60)
    const pages = await Promise.all([1, 2, 3].map((page) => queueOf(lena, { page })))
    const seen = pages.flatMap((page) => page.scripts.map(({ code }) => code))
    expect(seen.sort()).toEqual(scripts.map(({ code }) => code).sort())
  })
})
