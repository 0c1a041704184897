import { beforeEach, describe, expect, test } from 'vitest'
import { countQueries, db } from '#app/db/client.server.ts'
import type { MarkFields } from '#app/domain/mark-form.ts'
import type { Actor } from '#app/domain/people.ts'
import { claimScript } from '#app/features/marking/claim-script.server.ts'
import { lockMark } from '#app/features/marking/lock-mark.server.ts'
import { releaseMarks, viewUnreleased } from '#app/features/marking/release-marks.server.ts'
import { viewQueue } from '#app/features/marking/view-queue.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import {
  createCourse,
  createScript,
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
  await claimScript(tomas, script.code, now)
  await lockMark(tomas, script.code, fields, now)
  return script
}

async function enrol(trainee: Actor) {
  const course = await createCourse([vignette])
  const { id } = await db().enrolment.create({ data: { userId: trainee.id, courseId: course.id, enrolledAt: now } })
  return () => db().enrolment.findUniqueOrThrow({ where: { id } })
}

const stateOf = ({ attemptId }: Script) => db().attempt.findUniqueOrThrow({ where: { id: attemptId } })
const noticesOf = (person: Actor) => db().notice.findMany({ where: { userId: person.id } })
const isWaiting = async (actor: Actor, { code }: Script) =>
  (await viewUnreleased(actor, 1)).marks.some((mark) => mark.code === code)

describe('a release', () => {
  test('gives the trainee the marks, says who released them and when, and tells the trainee nothing of the content', async () => {
    const script = await createMarked()
    expect(await releaseMarks(lena, [script.code], now)).toEqual({ released: 1, 'released-before': 0, 'not-marked': 0 })
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
    expect(counts).toEqual({ released: 1, 'released-before': 0, 'not-marked': 2 })
    expect(await stateOf(claimed)).toMatchObject({ state: 'submitted', releasedAt: null })
  })

  test('of one’s own work is refused, and one’s own mark is not even listed', async () => {
    const script = await createMarked(lena)
    expect(await isWaiting(lena, script)).toBe(false)
    expect(await isWaiting(tomas, script)).toBe(true)
    expect(await releaseMarks(lena, [script.code], now)).toMatchObject({ released: 0, 'not-marked': 1 })
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
  const { result, queries } = await countQueries(() => viewUnreleased(lena, 1))
  expect(queries()).toBe(1)
  expect(result.marks.find(({ code }) => code === script.code)).toEqual({
    code: script.code,
    vignetteTitle: `The case of ${vignette.slug}`,
    globalLevel: 5,
    hasPassed: true,
  })
})
