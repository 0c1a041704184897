import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { lockCalibrationMark } from '#app/features/calibration/lock-calibration-mark.server.ts'
import { viewBenchmark } from '#app/features/calibration/view-benchmark.server.ts'
import { viewMarkers, viewPractice } from '#app/features/calibration/view-calibration.server.ts'
import { keepDraft } from '#app/features/drafts/save-draft.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { createBenchmark, createMarkings, type PublishedBenchmark } from '#tests/support/benchmarks.ts'
import { createVignette, type PublishedVignette, passingMark } from '#tests/support/scripts.ts'

let lena: Actor
let vignette: PublishedVignette
let benchmark: PublishedBenchmark

beforeEach(async () => {
  lena = await createAccount('Lena', { roles: ['training_lead'] })
  vignette = await createVignette()
  benchmark = await createBenchmark(vignette)
})

const marks = () => db().calibrationMark.findMany({ orderBy: { markedAt: 'asc' } })
const minutesLater = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const lock = (slug: string, { fields = passingMark, at = now, round = 0 } = {}) =>
  lockCalibrationMark(lena, { slug, round }, fields, at)
const tooHigh = { ...passingMark, 'level.patience': '7', global: '7' }

const keep = (fields: object, subject = `${benchmark.slug}.0`) =>
  keepDraft(
    lena,
    { kind: 'calibration', subject, baseVersion: 0, writer: 'a-page', revision: 1, body: fields as never },
    now,
  )

describe('a mark of a benchmark', () => {
  test('is kept with its deviations, its draft goes, and the consensus with its reasons is there at once', async () => {
    await keep(passingMark)
    expect(await lock(benchmark.slug, { fields: tooHigh })).toEqual({ isLocked: true })
    expect(await marks()).toMatchObject([
      {
        ...{ markerId: lena.id, source: 'calibration', globalLevel: 7, isWithin: false, counts: true, markedAt: now },
        deviations: { global: 2, 'not-knowing': 0, patience: 3 },
      },
    ])
    expect(await db().draft.count()).toBe(0)
    expect(await db().auditEntry.count({ where: { action: 'benchmark.marked', actorId: lena.id } })).toBe(1)
    const view = await viewBenchmark(lena, benchmark.slug, false)
    expect(view).toMatchObject({
      comparison: {
        ...{ isWithin: false, deviations: { patience: 3 }, mark: { globalLevel: 7 } },
        consensus: { ratings: { patience: { level: 4, because: 'The experts’ reason.' } } },
      },
    })
  })

  test('sent many times at the same instant is one mark', async () => {
    await Promise.all(Array.from({ length: 8 }, () => lock(benchmark.slug)))
    expect(await marks()).toHaveLength(1)
  })

  test('with a level that there is not changes nothing', async () => {
    const locking = await lock(benchmark.slug, { fields: { ...passingMark, global: '8' } })
    expect(locking).toHaveProperty('faults.global')
    expect(await marks()).toEqual([])
  })

  test('cannot be changed or taken away', async () => {
    await lock(benchmark.slug)
    await expect(db().calibrationMark.updateMany({ data: { isWithin: false } })).rejects.toThrow()
    await expect(db().calibrationMark.deleteMany()).rejects.toThrow()
  })

  test('is compared with what a panel has formed since, and later panels change nothing of it', async () => {
    const consensusOf = (level: number) => ({
      ratings: { 'not-knowing': { level, because: 'Panel.' }, patience: { level, because: 'Panel.' } },
      ...{ global: { level, because: 'Panel.' }, criticalErrors: [], comment: '' },
    })
    await formConsensus(consensusOf(7), minutesLater(-10))
    await lock(benchmark.slug)
    expect(await marks()).toMatchObject([{ deviations: { global: -2, patience: -3 }, isWithin: false }])
    await formConsensus(consensusOf(1), minutesLater(10))
    expect(await viewBenchmark(lena, benchmark.slug, false)).toMatchObject({
      comparison: { consensus: { global: { level: 7 } }, provenance: { panel: 'Second', members: 9 } },
    })
  })

  test('whose consensus is a demonstration does not count where there is no demo cast', async () => {
    const demo = await createBenchmark(await createVignette(), { provenance: 'demo' })
    await lock(demo.slug)
    expect(await marks()).toMatchObject([{ isWithin: true, counts: false }])
  })
})

async function formConsensus(key: object, formedAt: Date) {
  const panel = { itemId: benchmark.id, contentVersionId: benchmark.versionId, title: 'Second', closesOn: now }
  const { id: panelId } = await db().panel.create({ data: { ...panel, createdById: lena.id, createdAt: now } })
  const provenance = { panel: 'Second', members: 9, on: '2026-11-01' }
  const data = { panelId, contentVersionId: benchmark.versionId, key, provenance, formedById: lena.id, formedAt }
  await db().consensus.create({ data })
}

describe('a benchmark that waits to be marked', () => {
  test('says nothing of its consensus', async () => {
    const view = JSON.stringify(await viewBenchmark(lena, benchmark.slug, false))
    for (const secret of ['The experts’ reason.', 'What divides markers here.', 'isBorderline', 'consensus'])
      expect(view).not.toContain(secret)
  })

  test('has its draft again, which nobody else sees or saves over', async () => {
    const tomas = await createAccount('Tomas', { roles: ['training_lead'] })
    expect(await keep({ global: '4' })).toHaveProperty('saved')
    expect(await viewBenchmark(lena, benchmark.slug, false)).toMatchObject({ draft: { body: { global: '4' } } })
    expect(await viewBenchmark(tomas, benchmark.slug, false)).toMatchObject({ draft: null })
  })

  test('takes no draft once it is marked, and there is none for what is not there', async () => {
    await lock(benchmark.slug)
    await createBenchmark(vignette)
    expect(await keep({ global: '4' })).toHaveProperty('closed')
    await expect(keep({}, 'nothing.0')).rejects.toMatchObject({ status: 404 })
    await expect(viewBenchmark(lena, 'nothing', false)).rejects.toMatchObject({ status: 404 })
    await expect(lock('nothing')).rejects.toMatchObject({ status: 404 })
  })

  test('takes nothing of a turn that is over, though it may be marked again at once', async () => {
    await lock(benchmark.slug)
    expect(await viewBenchmark(lena, benchmark.slug, true)).toMatchObject({ round: 1 })
    await lock(benchmark.slug, { at: minutesLater(1) })
    expect(await keep({ global: '4' })).toHaveProperty('closed')
    expect(await marks()).toHaveLength(1)
  })

  test('comes again only when all of its rubric have been marked', async () => {
    const other = await createBenchmark(vignette, { isBorderline: false })
    await lock(benchmark.slug)
    await lock(benchmark.slug, { at: minutesLater(1) })
    expect(await marks()).toHaveLength(1)
    expect(await viewBenchmark(lena, benchmark.slug, true)).toHaveProperty('comparison')
    await lock(other.slug, { at: minutesLater(2) })
    expect(await viewBenchmark(lena, benchmark.slug, true)).toHaveProperty('draft')
    await lock(benchmark.slug, { at: minutesLater(3), round: 1 })
    expect(await marks()).toHaveLength(3)
  })
})

describe('what a marker practises on', () => {
  test('is the borderline ones first, rubric by rubric, with how they stand', async () => {
    await createBenchmark(vignette, { slug: 'aa-clear', isBorderline: false })
    await createBenchmark(await createVignette(), { slug: 'zz-other' })
    await lock(benchmark.slug)
    const practice = await viewPractice(lena, minutesLater(1))
    expect(practice).toHaveLength(2)
    const mine = practice.find(({ benchmarks }) => benchmarks === 2)
    expect(mine).toMatchObject({ marked: 1, isGate: true, next: { slug: 'aa-clear', isAgain: false } })
    expect(mine?.standing).toMatchObject({ isCalibrated: false, needed: 3, lastAt: now })
    expect(mine?.series).toMatchObject([{ exact: 3, near: 3, ratings: 3, isWithin: true }])
    expect(practice.find(({ benchmarks }) => benchmarks === 1)).toMatchObject({ marked: 0, next: { slug: 'zz-other' } })
  })

  test('leaves out what is for real scripts only', async () => {
    await createBenchmark(await createVignette(), { use: ['gold'] })
    expect(await viewPractice(lena, now)).toHaveLength(1)
  })
})

test('a lead sees who is calibrated among those who mark for a cohort of theirs, an administrator everybody, and nobody an answer', async () => {
  const tomas = await createAccount('Tomas', { roles: ['training_lead'] })
  const mira = await createAccount('Mira', { roles: ['training_lead'] })
  await createAccount('Noor')
  const root = await createAccount('Root', { roles: ['administrator'] })
  await createMarkings(tomas, benchmark, '++++')
  const cohort = await cohortLedBy(lena, vignette)
  const [rubric = ''] = (await viewPractice(lena, now)).map(({ slug }) => slug)
  const seenBy = async (actor: Actor) =>
    (await viewMarkers(actor, [rubric], now)).map(({ name, standings }) => [name, standings[rubric]?.isCalibrated])

  const everybody = [
    ['Lena', false],
    ['Mira', false],
    ['Tomas', true],
  ]
  expect(await seenBy(root)).toEqual(everybody)
  expect(await seenBy(lena)).toEqual(everybody)
  expect(await seenBy(mira)).toEqual([])
  const policy = { markers: [{ userId: tomas.id, weight: 1 }] }
  const adopted = { version: 1, policy, adoptedById: lena.id, adoptedAt: now }
  await db().markingPolicy.create({ data: { cohortId: cohort, ...adopted } })
  expect(await seenBy(lena)).toEqual([['Tomas', true]])
})

async function cohortLedBy({ id }: Actor, { slug }: PublishedVignette): Promise<string> {
  const { id: courseId } = await db().contentItem.create({ data: { kind: 'course', slug: `course-of-${slug}` } })
  const members = { create: { userId: id, part: 'lead' as const, joinedAt: now } }
  return (await db().cohort.create({ data: { name: 'Leeds', courseId, startsOn: now, members } })).id
}
