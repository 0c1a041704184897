import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { defaultMarkingPolicy } from '#app/domain/marking-policy.ts'
import type { Actor } from '#app/domain/people.ts'
import { lockCalibrationMark } from '#app/features/calibration/lock-calibration-mark.server.ts'
import { viewBenchmark, viewToldGold } from '#app/features/calibration/view-benchmark.server.ts'
import { viewPractice } from '#app/features/calibration/view-calibration.server.ts'
import { claimNextScript, claimScript } from '#app/features/marking/claim-script.server.ts'
import { giveBackScript } from '#app/features/marking/give-back-script.server.ts'
import { lockMark } from '#app/features/marking/lock-mark.server.ts'
import { takeBackScripts } from '#app/features/marking/take-back-scripts.server.ts'
import { viewQueue } from '#app/features/marking/view-queue.server.ts'
import { viewScript } from '#app/features/marking/view-script.server.ts'
import { createAccount, mailsFor, now } from '#tests/support/accounts.ts'
import { createBenchmark, createMarkings, type PublishedBenchmark } from '#tests/support/benchmarks.ts'
import { courseOf, publish } from '#tests/support/published.ts'
import {
  createScripts,
  createVignette,
  type PublishedVignette,
  passingMark,
  type Script,
} from '#tests/support/scripts.ts'

let lena: Actor
let noor: Actor
let vignette: PublishedVignette
let cohortId: string

beforeEach(async () => {
  lena = await createAccount('Lena', { roles: ['training_lead'] })
  noor = await createAccount('Noor')
  vignette = await createVignette()
  const { id: courseId } = await publish('course', courseOf({ vignettes: [vignette.slug] }))
  cohortId = (await db().cohort.create({ data: { name: 'Leeds', courseId, startsOn: now } })).id
  await adoptGoldShare(0.5)
})

/** At a half every script of a trainee's is followed by a benchmark. */
const adoptGoldShare = async (goldShare: number, version = 1) => {
  const policy = { ...defaultMarkingPolicy, goldShare }
  await db().markingPolicy.create({ data: { cohortId, version, policy, adoptedById: lena.id, adoptedAt: now } })
}

/** Scripts of the cohort that wait for anybody. */
async function scriptsOfCohort(count: number): Promise<Script[]> {
  const scripts = await createScripts(vignette, noor, count)
  await db().attempt.updateMany({ where: { vignetteId: vignette.id }, data: { cohortId } })
  await db().allocation.updateMany({ where: { vignetteId: vignette.id, attemptId: { not: null } }, data: { cohortId } })
  return scripts
}

const calibrated = (benchmark: PublishedBenchmark, marker = lena) => createMarkings(marker, benchmark, '++++')
const golds = () => db().allocation.findMany({ where: { purpose: 'gold' } })
const farOff = { ...passingMark, 'level.patience': '7', global: '7' }

async function markNext(fields = passingMark, marker = lena): Promise<string> {
  const claim = await claimNextScript(marker, undefined, now)
  if (!('code' in claim)) throw new Error(claim.refused)
  await lockMark(marker, claim.code, fields, now)
  return claim.code
}

/** A benchmark for real scripts that waits among Lena's, who is calibrated, by a script that she has marked. */
async function placeGold() {
  await calibrated(await createBenchmark(vignette))
  const benchmark = await createBenchmark(vignette, { use: ['gold'], answers: { say: 'The benchmark’s own answer.' } })
  await scriptsOfCohort(3)
  await markNext()
  const [gold] = await golds()
  if (!gold) throw new Error('no benchmark was put there')
  return { ...gold, benchmark }
}

describe('a benchmark is put among a marker’s scripts', () => {
  test('after one that they have locked, for them alone, under a code like any other', async () => {
    const { benchmark, ...gold } = await placeGold()
    expect(await golds()).toHaveLength(1)
    expect(gold).toMatchObject({
      ...{
        markerId: lena.id,
        state: 'waiting',
        vignetteId: vignette.id,
        cohortId,
        attemptId: null,
        allocatedById: null,
      },
      benchmarkVersionId: benchmark.versionId,
      code: expect.stringMatching(/^[A-Z2-7]{16}$/),
    })
  })

  test('never one that they have seen, in calibration or as a script', async () => {
    const { benchmark } = await placeGold()
    await markNext()
    await markNext()
    expect((await golds()).map(({ benchmarkVersionId }) => benchmarkVersionId)).toEqual([benchmark.versionId])
  })

  test('not one of another vignette, one for calibration only, or one whose consensus is a demonstration', async () => {
    await calibrated(await createBenchmark(vignette, { use: ['calibration'] }))
    await createBenchmark(await createVignette(), { use: ['gold'] })
    await createBenchmark(vignette, { use: ['gold'], provenance: 'demo' })
    await scriptsOfCohort(2)
    await markNext()
    expect(await golds()).toEqual([])
  })

  test('not where the policy wants none', async () => {
    await adoptGoldShare(0, 2)
    await createBenchmark(vignette, { use: ['gold'] })
    await scriptsOfCohort(1)
    await markNext()
    expect(await golds()).toEqual([])
  })

  test('not after a benchmark', async () => {
    const { code } = await placeGold()
    await createBenchmark(vignette, { use: ['gold'] })
    await claimScript(lena, code, now)
    await lockMark(lena, code, passingMark, now)
    expect(await golds()).toHaveLength(1)
  })

  test('once when two scripts are locked at the same instant', async () => {
    await createBenchmark(vignette, { use: ['gold'] })
    const scripts = await scriptsOfCohort(6)
    for (const { code } of scripts) await claimScript(lena, code, now)
    await Promise.all(scripts.map(({ code }) => lockMark(lena, code, passingMark, now)))
    expect(await db().mark.count()).toBe(6)
    expect(await golds()).toHaveLength(1)
  })
})

describe('nothing tells a benchmark from a trainee’s script before it is locked', () => {
  const shapeOf = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shapeOf)
    if (value === null || typeof value !== 'object') return value === null ? 'null' : typeof value
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shapeOf(each)]))
  }

  test('in the queue: both wait for anybody, in an order of chance', async () => {
    const { code } = await placeGold()
    const { counts, scripts } = await viewQueue(lena, { page: 1 })
    const waiting = scripts.filter(({ state }) => state === 'waiting')
    expect(waiting).toHaveLength(3)
    expect(counts).toMatchObject({ allocated: { count: 0 }, waiting: { count: 3 } })
    const [gold, ...real] = [waiting.find((one) => one.code === code), ...waiting.filter((one) => one.code !== code)]
    for (const script of real) expect({ ...script, code: '' }).toEqual({ ...gold, code: '' })
  })

  test('in the queue: it is no more often the first than by chance, and the next one is the one on top', async () => {
    const { id } = await placeGold()
    const [one, other] = await db().allocation.findMany({ where: { purpose: 'first', state: 'waiting' } })
    const places: number[] = []
    for (let turn = 0; turn < 40; turn++) {
      // All three move, so that it is not the place of the other two that decides.
      await db().allocation.update({ where: { id }, data: { code: `CODE${turn}`, block: (turn * 13) % 64 } })
      await db().allocation.update({ where: { id: one?.id ?? '' }, data: { block: (turn * 29 + 7) % 64 } })
      await db().allocation.update({ where: { id: other?.id ?? '' }, data: { block: (turn * 41 + 31) % 64 } })
      const waiting = (await viewQueue(lena, { page: 1 })).scripts.filter(({ state }) => state === 'waiting')
      places.push(waiting.findIndex(({ code }) => code === `CODE${turn}`))
    }
    expect(new Set(places)).toEqual(new Set([0, 1, 2]))
    const [top] = (await viewQueue(lena, { page: 1 })).scripts.filter(({ state }) => state === 'waiting')
    expect(await claimNextScript(lena, undefined, now)).toEqual({ code: top?.code })
  })

  test('on the marking page: the same fields in the same form, and no word of what it is', async () => {
    const { code, id, benchmark } = await placeGold()
    const [real] = await db().allocation.findMany({ where: { purpose: 'first', state: 'waiting' } })
    await claimScript(lena, code, now)
    await claimScript(lena, real?.code ?? '', now)
    const [gold, trainee] = [await viewScript(lena, code), await viewScript(lena, real?.code ?? '')]
    expect(shapeOf(gold)).toEqual(shapeOf(trainee))
    const bytes = JSON.stringify(gold)
    expect(bytes).toContain('The benchmark’s own answer.')
    const same = bytes
      .replace(code, real?.code ?? '')
      .replace('The benchmark’s own answer.', 'What was it like, at the desk?')
    expect(same).toBe(JSON.stringify(trainee))
    for (const secret of ['gold', 'consensus', 'The experts', benchmark.slug, benchmark.versionId, id])
      expect(bytes).not.toContain(secret)
  })

  test('in calibration: it is not offered there meanwhile', async () => {
    const both = await createBenchmark(vignette)
    await scriptsOfCohort(1)
    await createMarkings(lena, await createBenchmark(vignette, { use: ['calibration'] }), '++++')
    await markNext()
    expect(await golds()).toMatchObject([{ benchmarkVersionId: both.versionId }])
    expect((await viewPractice(lena, now))[0]?.next?.slug).not.toBe(both.slug)
    expect(await viewBenchmark(lena, both.slug, false)).toHaveProperty('refused')
    const practice = { slug: both.slug, round: 0 }
    await expect(lockCalibrationMark(lena, practice, passingMark, now)).rejects.toMatchObject({ status: 404 })
  })
})

describe('a benchmark that was marked unseen', () => {
  const markGold = async (fields = passingMark) => {
    const gold = await placeGold()
    await claimScript(lena, gold.code, now)
    await lockMark(lena, gold.code, fields, now)
    return gold
  }
  const kept = () => db().calibrationMark.findMany({ where: { source: 'gold' } })

  test('within tolerance is kept, and nothing is said', async () => {
    const { code } = await markGold()
    expect(await kept()).toMatchObject([{ isWithin: true, counts: true, markerId: lena.id }])
    expect(await mailsFor(lena.email)).toEqual([])
    expect(await viewToldGold(lena, code)).toBeNull()
    expect(await viewScript(lena, code)).toMatchObject({ isToldBenchmark: false })
    expect((await viewPractice(lena, now))[0]?.series.every(({ source }) => source === 'calibration')).toBe(true)
    expect(await claimNextScript(lena, undefined, now)).toHaveProperty('code')
  })

  test('beyond tolerance is told, with the consensus beside it, to its marker only', async () => {
    const { code } = await markGold(farOff)
    expect(await kept()).toMatchObject([{ isWithin: false, deviations: { patience: 3, global: 2 } }])
    expect(await mailsFor(lena.email)).toEqual(['benchmark-missed'])
    expect(await viewScript(lena, code)).toMatchObject({ isToldBenchmark: true })
    expect(await viewToldGold(lena, code)).toMatchObject({
      consensus: { global: { level: 5 } },
      mark: { globalLevel: 7 },
    })
    const tomas = await createAccount('Tomas', { roles: ['training_lead'] })
    expect(await viewToldGold(tomas, code)).toBeNull()
  })

  test('beyond tolerance bars from further scripts of the rubric until two calibration marks are within', async () => {
    const begun = await (async () => {
      await placeGold()
      const claim = await claimNextScript(lena, undefined, now)
      return 'code' in claim ? claim.code : ''
    })()
    const [gold] = await golds()
    const other = begun === gold?.code ? undefined : begun
    if (other) await claimScript(lena, gold?.code ?? '', now)
    await lockMark(lena, gold?.code ?? '', farOff, now)

    const [waiting] = await db().allocation.findMany({ where: { state: 'waiting' } })
    const refused = { refused: expect.stringContaining('Calibration'), isCalibrationDue: true }
    expect(await claimNextScript(lena, undefined, now)).toEqual(refused)
    expect(await claimScript(lena, waiting?.code ?? '', now)).toEqual(refused)
    if (other) expect(await lockMark(lena, other, passingMark, now)).toHaveProperty('isLocked')

    const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
    for (const minute of [1, 2]) {
      const { slug } = await createBenchmark(vignette, { use: ['calibration'] })
      expect(await claimScript(lena, waiting?.code ?? '', later(minute))).toEqual(refused)
      await lockCalibrationMark(lena, { slug, round: 0 }, passingMark, later(minute))
    }
    expect(await claimScript(lena, waiting?.code ?? '', later(3))).toEqual({ code: waiting?.code })
  })

  test('locked many times at the same instant is one mark, one entry and one message', async () => {
    const { code } = await placeGold()
    await claimScript(lena, code, now)
    await Promise.all(Array.from({ length: 8 }, () => lockMark(lena, code, farOff, now)))
    expect(await kept()).toHaveLength(1)
    expect(await db().mark.count({ where: { allocation: { code } } })).toBe(1)
    expect(await mailsFor(lena.email)).toEqual(['benchmark-missed'])
  })

  test('makes no final mark and touches no attempt', async () => {
    const before = await db().finalMark.count()
    await markGold(farOff)
    // That of the trainee's script by which it was put there.
    expect(await db().finalMark.count()).toBe(before + 1)
  })
})

describe('a benchmark that its marker does not mark', () => {
  const statesOf = async () =>
    Object.fromEntries((await viewQueue(lena, { page: 1 })).scripts.map(({ code, state }) => [code, state]))

  /** A benchmark and a trainee's script, both with Lena. */
  async function claimBoth() {
    const { code: gold } = await placeGold()
    const { code: real } = await db().allocation.findFirstOrThrow({ where: { purpose: 'first', state: 'waiting' } })
    for (const code of [gold, real]) await claimScript(lena, code, now)
    return { gold, real }
  }

  test('waits for them again once it is given back, as any script does, and for nobody else', async () => {
    const { gold, real } = await claimBoth()
    for (const code of [gold, real]) expect(await giveBackScript(lena, code, now)).toEqual({ isGivenBack: true })
    expect(await statesOf()).toMatchObject({ [gold]: 'waiting', [real]: 'waiting' })
    const tomas = await createAccount('Tomas', { roles: ['training_lead'] })
    await calibrated(await createBenchmark(vignette), tomas)
    await expect(claimScript(tomas, gold, now)).rejects.toMatchObject({ status: 404 })
    expect((await viewQueue(tomas, { page: 1 })).scripts.map(({ code }) => code)).not.toContain(gold)
    expect(await claimScript(lena, gold, now)).toEqual({ code: gold })
  })

  test('is gone where they believe to know who wrote it, as any script is', async () => {
    const { gold, real } = await claimBoth()
    for (const code of [gold, real]) await giveBackScript(lena, code, now, 'conflict')
    expect(Object.keys(await statesOf())).not.toEqual(expect.arrayContaining([gold]))
    expect(Object.keys(await statesOf())).not.toEqual(expect.arrayContaining([real]))
  })

  test('goes back with the others that a lead takes from them, and is not counted', async () => {
    const { gold, real } = await claimBoth()
    const root = await createAccount('Root', { roles: ['administrator'] })
    const taken = await takeBackScripts(root, { cohortId, markerId: lena.id, begun: true }, now)
    expect(taken).toEqual({ notBegun: 0, begun: 1 })
    expect(await statesOf()).toMatchObject({ [gold]: 'waiting', [real]: 'waiting' })
  })
})

describe('whoever is not calibrated', () => {
  test('takes no script of a rubric with benchmarks, by its code or as the next one, until they are', async () => {
    const benchmark = await createBenchmark(vignette)
    const [script] = await scriptsOfCohort(1)
    const refused = { refused: expect.stringContaining('4 more benchmarks'), isCalibrationDue: true }
    expect(await claimScript(lena, script?.code ?? '', now)).toEqual(refused)
    expect(await claimNextScript(lena, vignette.slug, now)).toEqual(refused)
    await calibrated(benchmark)
    expect(await claimScript(lena, script?.code ?? '', now)).toEqual({ code: script?.code })
  })

  test('is given the next one of another rubric', async () => {
    await createBenchmark(vignette)
    await scriptsOfCohort(2)
    const open = await createVignette()
    const [script] = await createScripts(open, noor, 1)
    expect(await claimNextScript(lena, undefined, now)).toEqual({ code: script?.code })
    expect(await claimNextScript(lena, open.slug, now)).toEqual({ refused: 'No script is waiting at the moment.' })
  })

  test('marks all the same where there is no benchmark, or only a demonstration outside the demo', async () => {
    await createBenchmark(vignette, { provenance: 'demo' })
    const [script] = await scriptsOfCohort(1)
    expect(await claimScript(lena, script?.code ?? '', now)).toEqual({ code: script?.code })
  })
})
