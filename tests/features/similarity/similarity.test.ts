import { beforeEach, describe, expect, test } from 'vitest'
import { newScriptCode } from '#app/db/allocations.server.ts'
import { db, transact } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { claimScript } from '#app/features/marking/claim-script.server.ts'
import { lockMark } from '#app/features/marking/lock-mark.server.ts'
import { compareAnswer } from '#app/features/similarity/compare-answer.server.ts'
import {
  reviewSimilarity,
  viewSimilarities,
  viewSimilarity,
} from '#app/features/similarity/review-similarity.server.ts'
import { plainDocument } from '#app/rich-text/document.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { writeInto } from '#tests/support/kept-forms.ts'
import { createVignette, type PublishedVignette, passingMark } from '#tests/support/scripts.ts'
import { somebodyWaits } from '#tests/support/somebody-waits.ts'

const sentence =
  'I would slow down here and say that I was late with the text, and ask what it was like to sit there and hear the word third.'

let lena: Actor
let tomas: Actor
let ada: Actor
let noor: Actor
let vignette: PublishedVignette
let cohortId: string

beforeEach(async () => {
  ;[lena, tomas] = [await lead('Lena'), await lead('Tomas')]
  ;[ada, noor] = [await createAccount('Ada'), await createAccount('Noor')]
  vignette = await createVignette()
  const members = { create: [{ userId: lena.id, part: 'lead' as const, joinedAt: now }] }
  const course = await db().contentItem.create({ data: { kind: 'course', slug: 'a-course' } })
  cohortId = (await db().cohort.create({ data: { name: 'Leeds', courseId: course.id, startsOn: now, members } })).id
})

const lead = (name: string) => createAccount(name, { roles: ['training_lead'] })

async function answered(trainee: Actor, text: string): Promise<{ attemptId: string; code: string }> {
  const handedIn = await handIn(trainee, text)
  await compareAnswer(handedIn.attemptId, now)
  return handedIn
}

async function handIn(trainee: Actor, text: string): Promise<{ attemptId: string; code: string }> {
  const { id: attemptId } = await db().attempt.create({
    data: {
      userId: trainee.id,
      cohortId,
      vignetteId: vignette.id,
      vignetteVersionId: vignette.versionId,
      rubricVersionId: vignette.rubricVersionId,
      number: 1,
      state: 'submitted',
      openedAt: now,
      submittedAt: now,
      answers: { say: plainDocument(text) } as never,
    },
  })
  const code = newScriptCode()
  await db().allocation.create({ data: { attemptId, vignetteId: vignette.id, cohortId, code } })
  return { attemptId, code }
}

const found = async (actor = lena) => (await viewSimilarities(actor, cohortId, 1)).found

describe('near-identical answers', () => {
  test('are put before the lead, side by side, with where they stand', async () => {
    await answered(ada, sentence)
    await answered(noor, `Well. ${sentence}`)
    const [one] = await found()
    expect(one).toMatchObject({ passages: 1, state: 'open', isOwnEarlier: false })
    const view = await viewSimilarity(lena, cohortId, one?.id ?? '')
    const { here, there } = view.passages[0] ?? { here: { from: 0, to: 0 }, there: { from: 0, to: 0 } }
    expect(view.here.slice(here.from, here.to)).toBe(view.there.slice(there.from, there.to))
  })

  test('are found once, however often either is compared', async () => {
    const both = [await answered(ada, sentence), await answered(noor, sentence)]
    for (const { attemptId } of [...both, ...both]) await compareAnswer(attemptId, now)
    expect(await found()).toHaveLength(1)
  })

  test('that were handed in at the same instant are found all the same, and once', async () => {
    const both = [await handIn(ada, sentence), await handIn(noor, sentence)]
    const { comparing } = await transact(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM attempt FOR UPDATE`
      const comparing = Promise.all(both.map(({ attemptId }) => compareAnswer(attemptId, now)))
      await somebodyWaits(2)
      return { comparing }
    })
    await comparing
    expect(await found()).toHaveLength(1)
  })

  test('are nothing where both write of the same in words of their own', async () => {
    await answered(ada, sentence)
    await answered(
      noor,
      'First of all I own that my message came late. Then I want to know how he heard what I said at the door.',
    )
    expect(await found()).toEqual([])
  })

  test('name nobody until they are recorded as a concern, and then stay on record', async () => {
    await answered(ada, sentence)
    await answered(noor, sentence)
    const id = (await found())[0]?.id ?? ''
    expect(JSON.stringify([await found(), await viewSimilarity(lena, cohortId, id)])).not.toMatch(/Ada|Noor/)
    const note = 'Both have the whole sentence, and no source that both could quote.'
    const isKept = await writeInto(lena, 'similarity', `${cohortId}.${id}`)
    await reviewSimilarity(lena, { cohortId, id }, { state: 'concern', note }, now)
    expect(await isKept()).toBe(false)
    expect(await viewSimilarity(lena, cohortId, id)).toMatchObject({ state: 'concern', note, names: ['Ada', 'Noor'] })
    expect(await db().auditEntry.findFirst({ where: { action: 'similarity.reviewed' } })).toMatchObject({
      actorId: lena.id,
    })
  })

  test('are not shown to a lead who still has to mark one of them', async () => {
    const { code } = await answered(ada, sentence)
    await answered(noor, sentence)
    const id = (await found())[0]?.id ?? ''
    await claimScript(lena, code, now)
    expect(await found()).toEqual([])
    await expect(viewSimilarity(lena, cohortId, id)).rejects.toMatchObject({ status: 404 })
    await lockMark(lena, code, passingMark, now)
    expect(await found()).toHaveLength(1)
  })

  test('are nobody else’s to see', async () => {
    await answered(ada, sentence)
    await answered(noor, sentence)
    const id = (await found())[0]?.id ?? ''
    await expect(found(tomas)).rejects.toMatchObject({ status: 404 })
    await expect(viewSimilarity(tomas, cohortId, id)).rejects.toMatchObject({ status: 404 })
  })
})

test('an answer that repeats the model discussion is told as such', async () => {
  const { body } = await db().contentVersion.findUniqueOrThrow({ where: { id: vignette.versionId } })
  const discussion =
    'A good answer says first what the clinician did and only then asks how it was heard by the patient who waited.'
  const version = await db().contentVersion.create({
    data: {
      itemId: vignette.id,
      number: 2,
      digest: 'two',
      body: { ...(body as object), discussion },
      publishedAt: now,
    },
  })
  vignette = { ...vignette, versionId: version.id }
  await answered(ada, `I think: ${discussion}`)
  expect(await found()).toMatchObject([{ otherSource: 'discussion' }])
})
