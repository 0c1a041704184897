import { beforeEach, describe, expect, test } from 'vitest'
import { requestAgreement } from '#app/db/agreement.server.ts'
import { db, transact } from '#app/db/client.server.ts'
import { krippendorffsAlpha } from '#app/domain/agreement/alpha.ts'
import { cohensKappa } from '#app/domain/agreement/kappa.ts'
import { ratingTable } from '#app/domain/agreement/rating.ts'
import { GLOBAL_RATING } from '#app/domain/agreement/vignette-agreement.ts'
import type { Actor } from '#app/domain/people.ts'
import { computeAgreement } from '#app/features/agreement/compute-agreement.server.ts'
import { exportMarks } from '#app/features/agreement/export-marks.server.ts'
import { computeAgain, viewAgreement } from '#app/features/agreement/view-agreement.server.ts'
import { claimScript } from '#app/features/marking/claim-script.server.ts'
import { lockMark } from '#app/features/marking/lock-mark.server.ts'
import { readRatings } from '#scripts/agreement/read-ratings.ts'
import { reportOn } from '#scripts/agreement/report.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { formCohort } from '#tests/support/cohorts.ts'
import { createMarkedScripts, gave } from '#tests/support/double-marks.ts'
import { askAsOwner, queuedJobs } from '#tests/support/job-queue.ts'
import { createScripts, createVignette, type PublishedVignette, passingMark } from '#tests/support/scripts.ts'

/** Two markers' global ratings of twelve scripts. */
const PAIRS = [
  [4, 4],
  [5, 4],
  [3, 3],
  [6, 5],
  [2, 3],
  [4, 5],
  [5, 5],
  [7, 6],
  [3, 2],
  [4, 4],
  [6, 6],
  [5, 4],
] as const

let [lena, tomas, noor, root]: Actor[] = []
let vignette: PublishedVignette
let cohortId: string

beforeEach(async () => {
  lena = await createAccount('Lena', { roles: ['training_lead'] })
  tomas = await createAccount('Tomas', { roles: ['training_lead'] })
  noor = await createAccount('Noor')
  root = await createAccount('Root', { roles: ['administrator'] })
  vignette = await createVignette()
  cohortId = await formCohort([vignette], { leads: [lena], trainees: [noor] })
})

const someone = (actor: Actor | undefined): Actor => {
  if (!actor) throw new Error('nobody')
  return actor
}

const twelve = () => PAIRS.map(([first, second]) => [gave(someone(lena), first), gave(someone(tomas), second)])

async function mark(scripts = twelve(), doubleMarking: 'all' | 'near_pass' | null = 'all') {
  return createMarkedScripts(vignette, scripts, { cohortId, trainee: someone(noor), doubleMarking })
}

async function report(begunAt = now) {
  await computeAgreement({ cohortId, vignetteId: vignette.id }, begunAt)
  const { shown } = await viewAgreement(someone(lena), cohortId, null)
  if (!shown?.body) throw new Error('there is no report')
  return { ...shown, body: shown.body }
}

const ofCriterion = ({ body }: Awaited<ReturnType<typeof report>>, id: string) =>
  body.criteria.find(({ criterion }) => criterion === id)

describe('the report on a vignette', () => {
  test('has the figures of the pure functions for the marks as they were locked', async () => {
    await mark()
    const shown = await report()
    const pairs = PAIRS.map(([a, b]): [number, number] => [a, b])
    const ratings = pairs.flatMap((scores, unit) =>
      scores.map((score, rater) => ({ unit: `${unit}`, rater: `${rater}`, score })),
    )
    const global = ofCriterion(shown, GLOBAL_RATING)
    expect(global?.alpha).toEqual(krippendorffsAlpha(ratingTable(ratings), 'ordinal', '1'))
    const kappa = cohensKappa(pairs, 'quadratic')
    expect(global?.pairs[0]?.kappa).toMatchObject({
      value: expect.closeTo('value' in kappa ? kappa.value : 0, 9),
      n: 12,
    })
    expect(shown.body).toMatchObject({ scripts: 12, rubricVersions: 1, titles: { patience: 'Patience' } })
    expect(shown.names).toEqual({ [someone(lena).id]: 'Lena', [someone(tomas).id]: 'Tomas' })
  })

  test('leaves out what a third marker gave, single marks, and withdrawn answers', async () => {
    const [first, second] = await mark([...twelve(), ...twelve().slice(0, 2)])
    await mark(
      PAIRS.slice(0, 4).map(([level]) => [gave(someone(lena), level)]),
      null,
    )
    const third = await db().allocation.create({
      data: {
        attemptId: first,
        vignetteId: vignette.id,
        cohortId,
        purpose: 'adjudication',
        state: 'locked',
        code: 'THIRD',
      },
    })
    const { ratings, globalLevel, comment, criticalErrors, hasPassed, rubricVersionId } =
      await db().mark.findFirstOrThrow()
    await db().mark.create({
      data: {
        ...{ globalLevel, comment, hasPassed, rubricVersionId, lockedAt: now },
        ...{ allocationId: third.id, markerId: someone(root).id },
        ratings: ratings as never,
        criticalErrors: criticalErrors as never,
      },
    })
    await db().attempt.updateMany({ where: { id: second }, data: { state: 'withdrawn', withdrawnAt: now } })
    const { body } = await report()
    expect(body.scripts).toBe(13)
    expect(body.markers).toHaveLength(2)
    expect(body.drift.find(({ marker }) => marker === someone(lena).id)).toMatchObject({ marks: 17 })
  })

  test('keeps scripts apart that were chosen for a second mark', async () => {
    await mark()
    await mark([...twelve(), ...twelve()], 'near_pass')
    const { body } = await report()
    expect(body).toMatchObject({ scripts: 12, targeted: { scripts: 24 } })
  })

  test('treats "not rateable" as a mark that is not there', async () => {
    const unrated = [gave(someone(lena), 4, null), gave(someone(tomas), 4)]
    await mark([unrated, ...twelve().slice(1)])
    const shown = await report()
    expect(ofCriterion(shown, 'not-knowing')).toMatchObject({ scripts: 11 })
    expect(ofCriterion(shown, 'patience')).toMatchObject({ scripts: 12 })
  })

  test('hides every figure of fewer than ten scripts, and says so', async () => {
    await mark(twelve().slice(0, 9))
    const shown = await report()
    const hidden = { reason: 'Hidden: 9 double-marked scripts, and at least 10 are needed.' }
    expect(ofCriterion(shown, GLOBAL_RATING)).toMatchObject({
      scripts: 9,
      alpha: hidden,
      exact: hidden,
      ac2: hidden,
      pairs: [],
    })
    expect(shown.body).toMatchObject({
      severity: { sets: [], note: hidden.reason },
      difficulty: [],
      borderline: { reason: expect.any(String) },
    })
  })

  test('places the severity of markers and their drift', async () => {
    await mark(PAIRS.map(([first]) => [gave(someone(lena), first), gave(someone(tomas), Math.max(1, first - 1))]))
    const { body } = await report()
    expect(body.severity.sets).toHaveLength(1)
    expect(body.drift).toHaveLength(2)
    expect(JSON.stringify(body)).not.toMatch(/null/)
  })

  test('names nobody’s script and no trainee', async () => {
    const attempts = await mark()
    const stored = JSON.stringify(await db().agreementReport.findMany())
    await report()
    for (const id of [...attempts, someone(noor).id, 'Noor']) expect(stored).not.toContain(id)
  })

  test('counts for each marker the benchmarks on which the last try lay outside of the tolerance', async () => {
    await mark()
    const { slug } = (await db().contentVersion.findUniqueOrThrow({ where: { id: vignette.rubricVersionId } }))
      .body as { slug: string }
    const tries = [false, true, false].map((isWithin, index) => ({
      ...{ markerId: someone(tomas).id, rubricSlug: slug, source: 'calibration' as const, isWithin, counts: true },
      ...{ benchmarkVersionId: index < 2 ? vignette.versionId : vignette.rubricVersionId, globalLevel: 4 },
      ...{ ratings: {}, criticalErrors: {}, deviations: {}, markedAt: new Date(now.getTime() + index) },
    }))
    await db().calibrationMark.createMany({ data: tries })
    const { body } = await report()
    expect(body.calibration).toEqual([{ marker: someone(tomas).id, outside: 1, marked: 2 }])
  })

  test('is not replaced by one that was begun earlier', async () => {
    await mark()
    const later = new Date(now.getTime() + 60_000)
    await report(later)
    await mark(twelve())
    await report(now)
    expect(await db().agreementReport.findFirstOrThrow()).toMatchObject({ scripts: 12, computedAt: later })
    await report(later)
    expect(await db().agreementReport.findFirstOrThrow()).toMatchObject({ scripts: 24 })
  })

  test('of a vignette that nobody marked twice is empty and no fault', async () => {
    expect((await report()).body).toMatchObject({ scripts: 0, markers: [], criteria: [{ criterion: GLOBAL_RATING }] })
  })
})

describe('a report is worked out again', () => {
  const key = () => `agreement:${cohortId}:${vignette.id}`

  test('once within five minutes, however many marks are locked meanwhile', async () => {
    const request = (at: Date) => transact((tx) => requestAgreement(tx, { cohortId, vignetteId: vignette.id }, at))
    const begin = new Date()
    await Promise.all([0, 60, 120].map((seconds) => request(new Date(begin.getTime() + seconds * 1000))))
    await request(new Date(begin.getTime() + 240_000))
    expect((await queuedJobs()).filter((queued) => queued === key())).toHaveLength(1)
    const [job] = await askAsOwner<{ due: Date }>(
      `SELECT run_at AS due FROM graphile_worker.jobs WHERE key = '${key()}'`,
    )
    expect(job?.due.getTime()).toBeLessThanOrEqual(begin.getTime() + 420_000)
  })

  test('after a mark was locked', async () => {
    const [script] = await createScripts(vignette, someone(noor), 1, { cohortId })
    const code = script?.code ?? ''
    await claimScript(someone(lena), code, now)
    await lockMark(someone(lena), code, passingMark, now)
    expect(await queuedJobs()).toContain(key())
  })

  test('at once when a lead asks for it', async () => {
    await transact((tx) => requestAgreement(tx, { cohortId, vignetteId: vignette.id }, new Date()))
    await computeAgain(someone(lena), cohortId, vignette.slug)
    const [job] = await askAsOwner<{ due: Date }>(
      `SELECT run_at AS due FROM graphile_worker.jobs WHERE key = '${key()}'`,
    )
    expect(job?.due.getTime()).toBeLessThan(Date.now() + 10_000)
  })

  test('for nobody where an answer is of no cohort', async () => {
    const before = await queuedJobs()
    await transact((tx) => requestAgreement(tx, { cohortId: null, vignetteId: vignette.id }, new Date()))
    expect(await queuedJobs()).toEqual(before)
  })
})

describe('agreement is seen', () => {
  test('by the leads of the cohort and by administrators, and is as good as absent to anybody else', async () => {
    await mark()
    await report()
    expect((await viewAgreement(someone(root), cohortId, null)).shown?.body?.scripts).toBe(12)
    const refused = expect.objectContaining({ status: 404 })
    await expect(viewAgreement(someone(tomas), cohortId, null)).rejects.toEqual(refused)
    await expect(computeAgain(someone(tomas), cohortId, vignette.slug)).rejects.toEqual(refused)
    await expect(exportMarks(someone(tomas), { cohortId, vignetteSlug: null }, now)).rejects.toEqual(refused)
    await expect(viewAgreement(someone(lena), cohortId, 'no-such')).rejects.toEqual(refused)
    await expect(viewAgreement(someone(lena), 'no-id', null)).rejects.toEqual(refused)
  })
})

describe('the export', () => {
  const exported = () => exportMarks(someone(lena), { cohortId, vignetteSlug: vignette.slug }, now)

  test('is read by the command, which gives the figures of the page', async () => {
    await mark()
    await mark(twelve(), 'near_pass')
    const shown = await report()
    const read = readRatings((await exported()).csv)
    if ('faults' in read) throw new Error(read.faults.join())
    expect(read.ratings).toHaveLength(12 * 2 * 3)
    const { criteria } = reportOn(read.ratings, { seed: '1', levels: [1, 2, 3, 4, 5, 6, 7] })
    for (const { criterion, alpha, gwet } of criteria) {
      expect(ofCriterion(shown, criterion)).toMatchObject({ alpha: alpha.ordinal, ac2: { n: 12 } })
      expect(gwet.quadratic).toHaveProperty('value')
    }
  })

  test('tells neither trainee nor marker, neither id nor time, and calls everything anew each time', async () => {
    const attempts = await mark()
    const { csv } = await exported()
    const telling = [...attempts, 'Lena', 'Tomas', 'Noor', someone(lena).id, someone(noor).id, '2026', 'comment']
    for (const each of telling) expect(csv).not.toContain(each)
    const units = (text: string) =>
      new Set(
        text
          .split('\n')
          .slice(1)
          .map((row) => row.split(',')[0]),
      )
    expect([...units(csv)].filter((unit) => unit && units(csv).has(unit)).length).toBe(12)
    const again = units((await exported()).csv)
    expect([...units(csv)].filter((unit) => unit && again.has(unit))).toEqual([])
  })

  test('is recorded', async () => {
    await mark()
    await exported()
    expect(await db().auditEntry.findFirstOrThrow({ where: { action: 'agreement.exported' } })).toMatchObject({
      actorId: someone(lena).id,
      details: { vignetteId: vignette.id, marks: 24 },
    })
  })
})
