import { beforeEach, describe, expect, test } from 'vitest'
import { adoptedCut } from '#app/db/adopted-cuts.server.ts'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { computeAgreement } from '#app/features/agreement/compute-agreement.server.ts'
import { claimScript } from '#app/features/marking/claim-script.server.ts'
import { lockMark } from '#app/features/marking/lock-mark.server.ts'
import { adoptCut } from '#app/features/standards/adopt-cut.server.ts'
import { closeRound, judge, openExercise } from '#app/features/standards/run-exercise.server.ts'
import { viewStandard } from '#app/features/standards/view-standard.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { formCohort } from '#tests/support/cohorts.ts'
import { createMarkedScripts, gave } from '#tests/support/double-marks.ts'
import { createScripts, createVignette, type PublishedVignette, passingMark } from '#tests/support/scripts.ts'

let lena: Actor
let tomas: Actor
let mira: Actor
let noor: Actor
let vignette: PublishedVignette
let cohortId: string

beforeEach(async () => {
  const lead = (name: string) => createAccount(name, { roles: ['training_lead'] })
  ;[lena, tomas, mira] = [await lead('Lena'), await lead('Tomas'), await lead('Mira')]
  noor = await createAccount('Noor')
  vignette = await createVignette()
  cohortId = await formCohort([vignette], { leads: [lena, tomas], trainees: [noor] })
})

const of = () => ({ cohortId, vignetteSlug: vignette.slug })
const estimates = (notKnowing: string, patience: string, global: string) => ({
  'estimate.not-knowing': notKnowing,
  'estimate.patience': patience,
  'estimate.global': global,
})
const judging = (who: Actor, round: 1 | 2, given = estimates('4', '3.5', '4')) =>
  judge(who, { ...of(), round }, given, now)
const closing = (round: 1 | 2, who = lena) => closeRound(who, { ...of(), round }, now)
const exercise = async (who = lena) => (await viewStandard(who, cohortId, vignette.slug)).shown?.exercise
const DONE = { done: true }

async function bothRounds() {
  await openExercise(lena, of(), now)
  await judging(lena, 1, estimates('4', '4', '4'))
  await judging(tomas, 1, estimates('3', '4', '5'))
  await closing(1)
  await judging(lena, 2, estimates('4', '4', '4.5'))
  await judging(tomas, 2, estimates('3.5', '4', '4.5'))
  await closing(2)
}

describe('an exercise in two rounds', () => {
  test('shows nobody what another judge thinks before the first round is closed, and its spread afterwards', async () => {
    await openExercise(lena, of(), now)
    await judging(lena, 1, estimates('4', '4', '4'))
    await judging(tomas, 1, estimates('3', '4', '5'))
    expect(await exercise()).toMatchObject({
      state: 'round_1',
      judges: ['Lena', 'Tomas'],
      own: { 'not-knowing': 4, patience: 4, global: 4 },
      firstRound: null,
      results: null,
    })
    expect(JSON.stringify(await viewStandard(lena, cohortId, null))).not.toContain('"global":5')

    expect(await closing(1)).toEqual(DONE)
    const second = await exercise()
    expect(second).toMatchObject({ state: 'round_2', round: 2, judges: [], hasJudged: false, own: { global: 4 } })
    expect(second?.firstRound?.map(({ item, lowest, highest }) => [item, lowest, highest])).toEqual([
      ['not-knowing', 3, 4],
      ['patience', 4, 4],
      ['global', 4, 5],
    ])
  })

  test('ends with the cuts of both rounds and what the second changed', async () => {
    await bothRounds()
    const closed = await exercise()
    expect(closed?.results?.global).toMatchObject({ first: { cut: 4.5, judges: 2 }, second: { cut: 4.5, sd: 0 } })
    expect(closed?.results?.criteria).toMatchObject({ first: { cut: 3.75 }, second: { cut: 3.875 } })
    expect(closed?.results?.criteria.change).toMatchObject({ cut: expect.closeTo(0.125, 9) })
  })

  test('keeps a judge’s last estimates of a round, in quarters, and says which field is at fault', async () => {
    await openExercise(lena, of(), now)
    await judging(lena, 1, estimates('2', '2', '2'))
    expect(await judging(lena, 1, estimates('4,25', '3.75', '4'))).toEqual(DONE)
    expect((await exercise())?.own).toEqual({ 'not-knowing': 4.25, patience: 3.75, global: 4 })
    const refused = await judging(lena, 1, estimates('4.1', '8', ''))
    expect(refused).toHaveProperty('faults', {
      'estimate.not-knowing': [expect.stringContaining('in quarters')],
      'estimate.patience': [expect.any(String)],
      'estimate.global': [expect.any(String)],
    })
    expect(await db().angoffJudgement.count()).toBe(3)
  })

  test('closes no round before two judges, and none twice', async () => {
    await openExercise(lena, of(), now)
    await judging(lena, 1)
    expect(await closing(1)).toEqual({ refused: expect.stringContaining('At least 2 judges') })
    await judging(tomas, 1)
    const closings = await Promise.all([closing(1), closing(1, tomas)])
    expect(closings.filter((closed) => 'refused' in closed)).toHaveLength(1)
    expect(await exercise()).toMatchObject({ state: 'round_2' })
  })

  test('takes no estimate of a round that was closed meanwhile', async () => {
    await openExercise(lena, of(), now)
    expect(await judging(lena, 2)).toEqual({ refused: 'This round has been closed meanwhile.' })
    await judging(lena, 1)
    await judging(tomas, 1)
    await closing(1)
    expect(await judging(tomas, 1)).toEqual({ refused: 'This round has been closed meanwhile.' })
  })

  test('is one, also when two leads open it at the same instant', async () => {
    await Promise.all([openExercise(lena, of(), now), openExercise(tomas, of(), now), openExercise(lena, of(), now)])
    expect(await db().standardSetting.count()).toBe(1)
    expect(await db().auditEntry.count({ where: { action: 'standard.opened' } })).toBe(1)
  })

  test('can be held anew after it is over', async () => {
    await bothRounds()
    await openExercise(tomas, of(), new Date(now.getTime() + 1000))
    expect(await exercise()).toMatchObject({ state: 'round_1', judges: [] })
  })

  test('can be judged by any training lead while it is open, but opened and closed by the cohort’s leads alone', async () => {
    const absent = expect.objectContaining({ status: 404 })
    await expect(viewStandard(mira, cohortId, null)).rejects.toEqual(absent)
    await expect(judging(mira, 1)).rejects.toEqual(absent)
    await expect(openExercise(mira, of(), now)).rejects.toEqual(absent)
    await openExercise(lena, of(), now)
    expect(await viewStandard(mira, cohortId, null)).toMatchObject({
      isLed: false,
      shown: { exercise: { state: 'round_1' } },
    })
    expect(await judging(mira, 1)).toEqual(DONE)
    await expect(closing(1, mira)).rejects.toEqual(absent)
    await expect(openExercise(mira, of(), now)).rejects.toEqual(absent)
    await expect(openExercise(lena, { cohortId, vignetteSlug: 'another' }, now)).rejects.toEqual(absent)

    for (const round of [1, 2] as const) {
      for (const who of [lena, mira]) await judging(who, round)
      await closing(round)
    }
    await expect(viewStandard(mira, cohortId, null)).rejects.toEqual(absent)
  })

  test('is not judged by somebody who learns in the cohort', async () => {
    await openExercise(lena, of(), now)
    await db().cohortMember.create({ data: { cohortId, userId: mira.id, part: 'trainee', joinedAt: now } })
    await expect(judging(mira, 1)).rejects.toEqual(expect.objectContaining({ status: 404 }))
  })
})

describe('a cut', () => {
  const adopt = (
    basis: 'angoff-global' | 'angoff-criteria' | 'borderline-regression' | 'rubric',
    value: number,
    at = now,
    who = lena,
  ) => adoptCut(who, of(), { basis, value, reason: 'The judges agreed on it in two rounds.' }, at)
  const inForce = (at?: Date) => adoptedCut(db(), { cohortId, vignetteId: vignette.id, ...(at ? { at } : {}) })
  const minutesLater = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

  test('is proposed by a method and adopted by a person with a reason, and its figures are kept', async () => {
    await bothRounds()
    const { shown } = await viewStandard(lena, cohortId, null)
    expect(shown?.proposals).toMatchObject([
      { basis: 'angoff-global', scale: 'global', value: 4.5 },
      { basis: 'angoff-criteria', scale: 'criterion_mean', value: 3.88 },
      { basis: 'rubric', scale: 'global', value: 4 },
    ])
    expect(await inForce()).toBeUndefined()
    expect(await adopt('angoff-global', 4.5)).toEqual(DONE)
    expect(await inForce()).toEqual({ scale: 'global', value: 4.5 })
    expect((await viewStandard(tomas, cohortId, null)).shown?.cuts).toMatchObject([
      { scale: 'global', value: 4.5, by: 'Lena', basis: { kind: 'angoff-global', judges: 2, sd: 0 } },
    ])
    expect(await db().auditEntry.findFirstOrThrow({ where: { action: 'cut.adopted' } })).toMatchObject({
      actorId: lena.id,
      details: { value: 4.5, basis: 'angoff-global' },
    })
  })

  test('comes from borderline regression of the marks that were locked, with its error', async () => {
    const scripts = Array.from({ length: 14 }, (_, index) => {
      const level = 2 + (index % 5)
      return [gave(lena, level, level, Math.min(7, level + 1)), gave(tomas, level, level, level)]
    })
    await createMarkedScripts(vignette, scripts, { cohortId, trainee: noor })
    await computeAgreement({ cohortId, vignetteId: vignette.id }, now)
    const { shown } = await viewStandard(lena, cohortId, null)
    expect(shown?.borderline).toMatchObject({
      cut: expect.closeTo(4.25, 6),
      scripts: 14,
      marks: 28,
      rmse: expect.any(Number),
    })
    expect(await adopt('borderline-regression', 4.25)).toEqual(DONE)
    expect(await inForce()).toEqual({ scale: 'criterion_mean', value: 4.25 })
  })

  test('that was adopted last is in force, and the one of an earlier moment can be told', async () => {
    await bothRounds()
    await adopt('angoff-global', 4.5, minutesLater(1))
    await adopt('angoff-criteria', 3.88, minutesLater(2), tomas)
    await adopt('rubric', 4, minutesLater(3))
    expect(await inForce()).toEqual({ scale: 'global', value: 4 })
    expect(await inForce(minutesLater(1))).toEqual({ scale: 'global', value: 4.5 })
    expect(await inForce(minutesLater(2))).toEqual({ scale: 'criterion_mean', value: 3.88 })
    expect(await inForce(now)).toBeUndefined()
    expect(await adoptedCut(db(), { cohortId: null, vignetteId: vignette.id })).toBeUndefined()
  })

  test('decides marks that are locked after it, and none that was locked before', async () => {
    const [before, afterwards] = await createScripts(vignette, noor, 2, { cohortId })
    const lock = async (code = '') => {
      await claimScript(lena, code, now)
      await lockMark(lena, code, { ...passingMark, global: '4' }, now)
    }
    await lock(before?.code)
    await adopt('rubric', 4.5)
    await lock(afterwards?.code)
    const passedOf = async (attemptId = '') =>
      (await db().attempt.findUniqueOrThrow({ where: { id: attemptId } })).hasPassed
    expect(await passedOf(before?.attemptId)).toBe(true)
    expect(await passedOf(afterwards?.attemptId)).toBe(false)
  })

  test('rests on no method that has no result, and is not adopted from outside of the cohort', async () => {
    expect(await adopt('angoff-global', 4)).toEqual({ refused: 'This method has no result to rest a cut on.' })
    expect(await adopt('borderline-regression', 4)).toHaveProperty('refused')
    const absent = expect.objectContaining({ status: 404 })
    await expect(adopt('rubric', 4, now, mira)).rejects.toEqual(absent)
    await openExercise(lena, of(), now)
    await expect(adopt('rubric', 4, now, mira)).rejects.toEqual(absent)
    expect(await db().adoptedCut.count()).toBe(0)
  })
})
