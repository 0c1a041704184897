import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createAllocation } from '#app/db/allocations.server.ts'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { createCohort } from '#app/features/cohorts/create-cohort.server.ts'
import { claimScript } from '#app/features/marking/claim-script.server.ts'
import { lockMark } from '#app/features/marking/lock-mark.server.ts'
import { releaseMarks } from '#app/features/marking/release-marks.server.ts'
import { plainDocument } from '#app/rich-text/document.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { ask } from '#tests/support/built-app.ts'
import { markOf } from '#tests/support/double-scripts.ts'
import { createCourse, createVignette, type PublishedVignette } from '#tests/support/scripts.ts'

const openedAt = new Date('2026-10-29T12:31:07.000Z')
const submittedAt = new Date('2026-10-29T13:47:11.123Z')
const WORDS = 'I would slow down here and ask what it was like to hear the word third.'

let mira: Actor
let leaks: string[]
let cohort: string
let attemptId: string

/** Two answers that resemble each other; the first was marked twice and released. Mira leads their cohort and had no part in it. */
beforeEach(async () => {
  // Times of the marking are shown to a lead: held still, so that none of them is ever the trainee's by chance.
  vi.useFakeTimers({ toFake: ['Date'], now })
  const [lena, tomas, lead] = await Promise.all(
    ['Lena', 'Tomas', 'Mira'].map((name) => createAccount(name, { roles: ['training_lead'] })),
  )
  const [yetunde, olu] = [await createAccount('Yetunde'), await createAccount('Oluwaseun')]
  if (!lena || !tomas || !lead) throw new Error('a lead is missing')
  mira = lead
  const vignette = await createVignette()
  const { slug: courseSlug } = await createCourse([vignette])
  const wish = { name: 'Leeds', courseSlug, startsOn: '2026-09-01', endsOn: undefined, leadIds: [] }
  const made = await createCohort(mira, wish, now)
  const cohortId = 'id' in made ? made.id : ''
  cohort = `/cohorts/${cohortId}`
  const [first, second] = [await answered(yetunde, vignette, cohortId), await answered(olu, vignette, cohortId)]
  attemptId = first.attemptId
  for (const [at, marker] of [lena, tomas].entries()) {
    await claimScript(marker, first.codes[at] ?? '', now)
    await lockMark(marker, first.codes[at] ?? '', markOf(), now)
  }
  await releaseMarks(lena, first.codes.slice(0, 1), now)
  leaks = [
    ...[yetunde, olu].flatMap(({ name, email, id }) => [name, email, id]),
    ...[first.attemptId, second.attemptId, ...(await db().allocation.findMany()).map(({ id }) => id)],
    ...[openedAt, submittedAt].flatMap(timeForms),
  ]
  const drawn = { cohortId, attemptId, reason: 'random', drawnById: mira.id, drawnAt: now } as const
  await db().moderation.create({ data: drawn })
  const whole = { from: 0, to: WORDS.length }
  const passages = [{ here: whole, there: whole, words: 17 }]
  await db().similarity.create({
    data: { attemptId, otherAttemptId: second.attemptId, share: 0.8, passages, foundAt: now },
  })
  const statement = `My questions were overlooked. I am ${yetunde.name}.`
  await db().appeal.create({ data: { attemptId, ground: 'procedure', statement, lodgedAt: now } })
})

afterEach(() => vi.useRealTimers())

/** An answer in which its writer names themselves, and two scripts of it. */
async function answered({ id: userId, name }: Actor, of: PublishedVignette, cohortId: string) {
  const { id: attemptId } = await db().attempt.create({
    data: {
      ...{ userId, cohortId, vignetteId: of.id, vignetteVersionId: of.versionId, rubricVersionId: of.rubricVersionId },
      ...{ number: 1, state: 'submitted', doubleMarking: 'all', openedAt, submittedAt },
      answers: { say: plainDocument(`${WORDS} I am ${name}.`) } as never,
    },
  })
  const codes: string[] = []
  for (const purpose of ['first', 'second'] as const)
    codes.push((await createAllocation(db(), { attemptId, vignetteId: of.id, cohortId, purpose })).code)
  return { attemptId, codes }
}

const timeForms = (time: Date) => [
  time.toISOString().slice(0, 16),
  String(time.getTime()),
  '29 October',
  '29 Oct',
  time.toISOString().slice(11, 16),
]

async function addresses(): Promise<Record<string, string>> {
  const [moderation, finding, appeal] = [
    await db().moderation.findFirstOrThrow(),
    await db().similarity.findFirstOrThrow(),
    await db().appeal.findFirstOrThrow(),
  ]
  return {
    moderations: `${cohort}/moderation`,
    moderation: `${cohort}/moderation/${moderation.id}`,
    findings: `${cohort}/similarity`,
    finding: `${cohort}/similarity/${finding.id}`,
    appeals: '/appeals',
    appeal: `/appeals/${appeal.id}`,
    rubrics: `${cohort}/rubric-changes`,
    agreement: `${cohort}/agreement`,
    marks: `${cohort}/agreement.csv`,
    standard: `${cohort}/standard`,
  }
}

/** Headers and body, of the page and of its data. */
async function bytesOf(address: string): Promise<string> {
  const answers = await Promise.all([ask(address, { as: mira }), ask(`${address}.data`, { as: mira })])
  expect({ address, status: answers[0].status }).toEqual({ address, status: 200 })
  const texts = answers.map(async (answer) => [JSON.stringify([...answer.headers]), await answer.text()])
  return (await Promise.all(texts)).flat().join('\n')
}

const found = (bytes: string) => leaks.filter((leak) => bytes.toLowerCase().includes(leak.toLowerCase()))

test('whoever looks at a marking again sees the answer and not whose it is, though the writer names themselves', async () => {
  const { moderation, finding, appeal, ...lists } = await addresses()
  for (const address of [moderation, finding, appeal]) {
    const bytes = await bytesOf(address ?? '')
    expect({ address, isThere: bytes.includes('slow down here') }).toEqual({ address, isThere: true })
    expect({ address, leaks: found(bytes) }).toEqual({ address, leaks: [] })
  }
  for (const address of Object.values(lists))
    expect({ address, leaks: found(await bytesOf(address)) }).toEqual({ address, leaks: [] })
})
