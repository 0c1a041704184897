import { beforeEach, describe, expect, test } from 'vitest'
import { countQueries, db } from '#app/db/client.server.ts'
import type { MarkFields } from '#app/domain/mark-form.ts'
import type { Actor } from '#app/domain/people.ts'
import { withdrawAttempt } from '#app/features/assessment/withdraw-attempt.server.ts'
import { claimScript } from '#app/features/marking/claim-script.server.ts'
import { lockMark } from '#app/features/marking/lock-mark.server.ts'
import { releaseDue } from '#app/features/marking/release-due.server.ts'
import { releaseMarks } from '#app/features/marking/release-marks.server.ts'
import { setRelease } from '#app/features/marking/set-release.server.ts'
import { viewQueue } from '#app/features/marking/view-queue.server.ts'
import { viewUnreleased } from '#app/features/marking/view-unreleased.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { adopt, formCohort } from '#tests/support/cohorts.ts'
import { queuedJobs } from '#tests/support/job-queue.ts'
import {
  createCourse,
  createScript,
  createScripts,
  createVignette,
  type PublishedVignette,
  passingMark,
  type Script,
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

async function createMarked(trainee = noor, fields: MarkFields = passingMark): Promise<Script> {
  const script = await createScript(vignette, trainee)
  await lock(script, fields)
  return script
}

async function lock({ code }: Script, fields: MarkFields = passingMark): Promise<void> {
  await claimScript(tomas, code, now)
  await lockMark(tomas, code, fields, now)
}

async function enrol(trainee: Actor) {
  const course = await createCourse([vignette])
  const { id } = await db().enrolment.create({ data: { userId: trainee.id, courseId: course.id, enrolledAt: now } })
  return () => db().enrolment.findUniqueOrThrow({ where: { id } })
}

const stateOf = ({ attemptId }: Script) => db().attempt.findUniqueOrThrow({ where: { id: attemptId } })
const noticesOf = (person: Actor) => db().notice.findMany({ where: { userId: person.id } })
const isWaiting = async (actor: Actor, { code }: Script) =>
  (await viewUnreleased(actor, { page: 1 }, now)).marks.some((mark) => mark.code === code)

describe('a release', () => {
  test('gives the trainee the marks, says who released them and when, and tells the trainee nothing of the content', async () => {
    const script = await createMarked()
    expect(await releaseMarks(lena, [script.code], now)).toEqual({ released: 1, before: 0, held: [] })
    expect(await stateOf(script)).toMatchObject({ state: 'released', releasedAt: now, releasedById: lena.id })
    expect(await noticesOf(noor)).toMatchObject([
      {
        kind: 'feedback-released',
        params: { vignetteTitle: `The case of ${vignette.slug}`, path: `/vignettes/${vignette.slug}/attempts/1` },
      },
    ])
  })

  test('completes the course that the passed vignette was missing to', async () => {
    const enrolment = await enrol(noor)
    await releaseMarks(lena, [(await createMarked()).code], now)
    expect(await enrolment()).toMatchObject({ completedAt: now })
  })

  test('completes nothing with a script that is not passed', async () => {
    const enrolment = await enrol(noor)
    await releaseMarks(lena, [(await createMarked(noor, { ...passingMark, global: '3' })).code], now)
    expect(await enrolment()).toMatchObject({ completedAt: null })
  })

  test('asked for many times at the same instant happens once', async () => {
    const script = await createMarked()
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => releaseMarks(lena, [script.code], now)))
    expect(outcomes.reduce((sum, { released }) => sum + released, 0)).toBe(1)
    expect(await noticesOf(noor)).toHaveLength(1)
    expect(await db().auditEntry.count({ where: { action: 'attempt.released', objectId: script.attemptId } })).toBe(1)
  })

  test('of a script without a locked mark is refused, and the others go through', async () => {
    const marked = await createMarked()
    const claimed = await createScript(vignette, noor)
    await claimScript(tomas, claimed.code, now)
    const counts = await releaseMarks(lena, [claimed.code, 'AAAAAAAAAAAAAAAA', marked.code, marked.code], now)
    expect(counts).toMatchObject({ released: 1, before: 0 })
    expect(counts.held.map(({ text }) => text)).toEqual([
      'It is not finally marked yet.',
      'There is no such script to release.',
    ])
    expect(await stateOf(claimed)).toMatchObject({ state: 'submitted', releasedAt: null })
  })

  test('of one’s own work is refused, and one’s own mark is not even listed', async () => {
    const script = await createMarked(lena)
    expect(await isWaiting(lena, script)).toBe(false)
    expect(await isWaiting(tomas, script)).toBe(true)
    expect(await releaseMarks(lena, [script.code], now)).toMatchObject({ released: 0, held: [{ count: 1 }] })
  })

  test('leaves the script finished and as anonymous as before in its marker’s queue', async () => {
    const script = await createMarked()
    await releaseMarks(lena, [script.code], now)
    const { scripts } = await viewQueue(tomas, { vignetteSlug: vignette.slug, page: 1 })
    expect(scripts).toEqual([{ code: script.code, state: 'finished', vignetteTitle: `The case of ${vignette.slug}` }])
  })
})

test('the list of marks to release carries a code, a title, a level and an outcome, and costs one statement', async () => {
  const script = await createMarked()
  const { result, queries } = await countQueries(() => viewUnreleased(lena, { page: 1 }, now))
  expect(queries()).toBe(1)
  expect(result.marks.find(({ code }) => code === script.code)).toEqual({
    code: script.code,
    vignetteTitle: `The case of ${vignette.slug}`,
    globalLevel: 5,
    hasPassed: true,
    dueAt: null,
    held: null,
  })
})

describe('marks are held', () => {
  const heldText = async (script: Script) => (await releaseMarks(lena, [script.code], now)).held.map(({ text }) => text)

  test('while an answer waits for its second marker, talks, or has been withdrawn', async () => {
    const script = await createMarked()
    const again = { attemptId: script.attemptId, vignetteId: vignette.id, code: 'AGAIN', purpose: 'again' as const }
    await db().allocation.create({ data: again })
    expect(await heldText(script)).toEqual(['It is being marked again.'])
    await db().allocation.delete({ where: { code: 'AGAIN' } })
    await db().attempt.update({ where: { id: script.attemptId }, data: { hasPassed: null, talkOpenedAt: now } })
    expect(await heldText(script)).toEqual(['Its two markers have not agreed yet.'])
    await db().attempt.update({ where: { id: script.attemptId }, data: { state: 'withdrawn' } })
    expect(await heldText(script)).toEqual(['The trainee has withdrawn this answer.'])
    expect(await noticesOf(noor)).toEqual([])
  })

  test('while a moderator is to look at them', async () => {
    const cohortId = await formCohort([vignette], { leads: [lena], trainees: [noor] })
    const script = await createMarked()
    const drawn = { cohortId, attemptId: script.attemptId, reason: 'random', drawnById: lena.id, drawnAt: now }
    await db().moderation.create({ data: drawn })
    expect(await heldText(script)).toEqual([expect.stringMatching(/moderation/)])
    await db().moderation.updateMany({ data: { verdict: 'agree', moderatorId: lena.id, moderatedAt: now } })
    expect(await heldText(script)).toEqual([])
    expect(await stateOf(script)).toMatchObject({ state: 'released' })
  })

  test('until the time of the cohort’s policy, and until all of a vignette are marked where they are released together', async () => {
    const cohortId = await formCohort([vignette], { leads: [lena], trainees: [noor] })
    const [first, second] = await createScripts(vignette, noor, 2, { cohortId })
    if (!first || !second) throw new Error('no scripts')
    await lock(first)
    await adopt(cohortId, { release: { sequence: 'as-ready', notBefore: '2026-11-03T09:00:00.000Z' } }, lena)
    expect(await heldText(first)).toEqual([expect.stringMatching(/set time/)])
    const { marks } = await viewUnreleased(lena, { page: 1 }, now)
    expect(marks).toMatchObject([{ held: { rule: 'not-before', until: '2026-11-03T09:00:00.000Z' } }])

    await adopt(cohortId, { release: { sequence: 'together', notBefore: null } }, lena)
    expect(await heldText(first)).toEqual([expect.stringMatching(/1 is not finally marked/)])
    await lock(second)
    expect(await releaseMarks(lena, [first.code, second.code], now)).toMatchObject({ released: 2, held: [] })
  })

  test('or released, never both, when the trainee withdraws at the same instant', async () => {
    for (let round = 0; round < 8; round++) {
      const script = await createMarked()
      const withdrawn = { slug: vignette.slug, number: round + 1 }
      const [release, withdrawal] = await Promise.all([
        releaseMarks(lena, [script.code], now),
        withdrawAttempt(noor, withdrawn, now),
      ])
      const { state } = await stateOf(script)
      expect({ state, isReleased: release.released === 1, isWithdrawn: 'isWithdrawn' in withdrawal }).toEqual(
        state === 'released'
          ? { state, isReleased: true, isWithdrawn: false }
          : { state: 'withdrawn', isReleased: false, isWithdrawn: true },
      )
    }
  })
})

describe('a release that was set for a time', () => {
  const later = new Date(now.getTime() + 3_600_000)
  const group = () => ({ cohortId: null, vignetteId: vignette.id })

  test('happens at that time and not before, in the name of whoever set it', async () => {
    const script = await createMarked()
    expect(await setRelease(lena, { codes: [script.code] }, later, now)).toBe(1)
    expect((await viewUnreleased(lena, { page: 1 }, now)).marks).toMatchObject([{ dueAt: expect.any(String) }])
    expect(await releaseDue(new Date(later.getTime() - 1))).toBe(0)
    expect(await releaseDue(later)).toBe(1)
    expect(await stateOf(script)).toMatchObject({ state: 'released', releasedById: lena.id, releaseDueAt: null })
    expect(await noticesOf(noor)).toHaveLength(1)
    const released = await db().auditEntry.findFirstOrThrow({ where: { action: 'attempt.released' } })
    expect(released).toMatchObject({ actorId: lena.id, objectId: script.attemptId })
  })

  test('happens once for each answer, however many workers come to it', async () => {
    const scripts = [await createMarked(), await createMarked(), await createMarked(), await createMarked()]
    await setRelease(lena, { group: group() }, now, now)
    const counts = await Promise.all([1, 2, 3, 4].map(() => releaseDue(now)))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(scripts.length)
    expect(await noticesOf(noor)).toHaveLength(scripts.length)
    expect(await db().auditEntry.count({ where: { action: 'attempt.released' } })).toBe(scripts.length)
  })

  test('of a whole vignette takes in what has a final mark, and not one’s own', async () => {
    const marked = await createMarked()
    const own = await createMarked(lena)
    const unmarked = await createScript(vignette, noor)
    const elsewhere = await createVignette()
    const other = await createScript(elsewhere, noor)
    await lock(other)
    expect(await setRelease(lena, { group: group() }, now, now)).toBe(1)
    expect(await queuedJobs()).toContain('release-due')
    await releaseDue(now)
    const states = await Promise.all(
      [marked, own, unmarked, other].map(async (script) => (await stateOf(script)).state),
    )
    expect(states).toEqual(['released', 'submitted', 'submitted', 'submitted'])
  })

  test('waits for what is held, holds up no other, and follows when nothing holds it any more', async () => {
    const [held, free] = [await createMarked(), await createMarked()]
    const again = { attemptId: held.attemptId, vignetteId: vignette.id, code: 'AGAIN', purpose: 'again' as const }
    await db().allocation.create({ data: again })
    await setRelease(lena, { codes: [held.code, free.code] }, now, now)
    expect(await releaseDue(now)).toBe(1)
    expect(await stateOf(held)).toMatchObject({ state: 'submitted', releaseDueAt: now })
    await db().allocation.update({ where: { code: 'AGAIN' }, data: { state: 'void' } })
    expect(await releaseDue(now)).toBe(1)
  })

  test('can be taken away', async () => {
    const script = await createMarked()
    await setRelease(lena, { codes: [script.code] }, now, now)
    expect(await setRelease(lena, { codes: [script.code] }, null, now)).toBe(1)
    expect(await releaseDue(later)).toBe(0)
    expect(await stateOf(script)).toMatchObject({ state: 'submitted', releaseDueAt: null, releaseDueById: null })
  })
})

test('the page to release marks shows one group at a time, and every group with its size', async () => {
  const cohortId = await formCohort([vignette], { leads: [lena], trainees: [noor], name: 'York' })
  const [inYork] = await createScripts(vignette, noor, 1, { cohortId })
  if (inYork) await lock(inYork)
  await createMarked()
  const all = await viewUnreleased(lena, { page: 1 }, now)
  expect(all.groups.map(({ cohortName, count }) => [cohortName, count])).toEqual([
    ['York', 1],
    [null, 1],
  ])
  const york = await viewUnreleased(lena, { page: 1, group: { cohortId, vignetteId: vignette.id } }, now)
  expect(york).toMatchObject({ total: 1, marks: [{ code: inYork?.code }] })
})
