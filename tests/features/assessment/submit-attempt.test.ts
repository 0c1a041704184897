import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { beginAttempt } from '#app/features/assessment/begin-attempt.server.ts'
import { saveAnswers } from '#app/features/assessment/save-answers.server.ts'
import { type SentAttempt, submitAttempt } from '#app/features/assessment/submit-attempt.server.ts'
import { viewAnswerPage } from '#app/features/assessment/view-answer-page.server.ts'
import { keepDraft } from '#app/features/drafts/save-draft.server.ts'
import { plainDocument } from '#app/rich-text/document.ts'
import { createAccount, mailsFor, now } from '#tests/support/accounts.ts'
import { enrolIn, type OfferedVignette, offerVignette, setDeadline } from '#tests/support/vignettes.ts'

let ada: Actor
let vignette: OfferedVignette
let attemptId: string

beforeEach(async () => {
  ada = await createAccount('Ada')
  vignette = await offerVignette()
  await enrolIn(vignette.courseId, ada)
  await beginAttempt(ada, vignette.slug, now)
  attemptId = (await db().attempt.findFirstOrThrow({ where: { userId: ada.id } })).id
})

const fields = {
  'answer-say': 'It was two.',
  'answer-why': JSON.stringify(plainDocument('Because he asked.')),
  'own-work': 'on',
  'no-patient': 'on',
}
const sent = (changes: Record<string, string> = {}, draftVersion = 0): SentAttempt => ({
  attemptId,
  draftVersion,
  fields: { ...fields, ...changes },
})
const submit = (attempt: SentAttempt, actor = ada, at = now) => submitAttempt(actor, vignette.slug, attempt, at)
const stored = () => db().attempt.findUniqueOrThrow({ where: { id: attemptId }, include: { allocations: true } })

const draftOf = (say: string, baseVersion = 0, writer = 'page-1') =>
  keepDraft(
    ada,
    {
      kind: 'answer',
      subject: attemptId,
      baseVersion,
      writer,
      revision: 1,
      body: { say: plainDocument(say), why: plainDocument('Because he asked.') } as never,
    },
    now,
  )

async function expectNothingChanged() {
  const attempt = await stored()
  expect(attempt).toMatchObject({ state: 'open', answers: null, submittedAt: null, allocations: [] })
  expect(await db().auditEntry.count({ where: { action: 'attempt.submitted' } })).toBe(0)
  expect(await mailsFor(ada.email)).toEqual([])
}

describe('submitting', () => {
  it('freezes the answers with what was declared, and puts them before the markers under a random code', async () => {
    await draftOf('It was two.')
    expect(await submit(sent({}, 1))).toEqual({ number: 1 })
    expect(await stored()).toMatchObject({
      state: 'submitted',
      submittedAt: now,
      answers: { say: plainDocument('It was two.'), why: plainDocument('Because he asked.') },
      declaration: 'This is my own work. Nothing in it could identify a real patient.',
      allocations: [{ code: expect.stringMatching(/^[A-Z2-7]{16}$/), markerId: null }],
    })
    expect(await db().draft.count()).toBe(0)
    expect(await mailsFor(ada.email)).toEqual(['attempt-submitted'])
  })

  it('twice, and from many windows at the same instant, does it once and answers the same', async () => {
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => submit(sent())))
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome)))).toEqual(new Set(['{"number":1}']))
    expect(await submit(sent({ 'answer-say': 'Something else.' }))).toEqual({ number: 1 })
    const attempt = await stored()
    expect(attempt.allocations).toHaveLength(1)
    expect(attempt.answers).toMatchObject({ say: plainDocument('It was two.') })
    expect(await db().auditEntry.count({ where: { action: 'attempt.submitted' } })).toBe(1)
    expect(await mailsFor(ada.email)).toEqual(['attempt-submitted'])
  })

  it('while a draft is being saved leaves no draft behind', async () => {
    for (let round = 0; round < 5; round++) await draftOf(`Round ${round}`, round, `page-${round}`)
    const [submission] = await Promise.all([submit(sent({ 'answer-say': 'Round 4' }, 5)), draftOf('Late', 5, 'late')])
    if ('number' in submission) expect(await db().draft.count()).toBe(0)
    else expect(submission.refused.newer).toBeDefined()
  })
})

describe('a submission that is refused', () => {
  it('for an empty answer says so beside the prompt and keeps the other one', async () => {
    const outcome = await submit(sent({ 'answer-say': '  \n ' }))
    expect(outcome).toEqual({
      refused: {
        form: 'written',
        errors: { 'answer-say': 'Write your answer to “What do you say?”.' },
        typed: expect.objectContaining({ why: plainDocument('Because he asked.') }),
        declared: ['own-work', 'no-patient'],
        isNamed: false,
      },
    })
    await expectNothingChanged()
  })

  it('for a missing declaration keeps the text and the other tick', async () => {
    const outcome = await submit(sent({ 'own-work': '' }))
    expect(outcome).toMatchObject({
      refused: {
        errors: { 'own-work': expect.stringMatching(/own work/) },
        typed: { say: plainDocument('It was two.') },
        declared: ['no-patient'],
      },
    })
    await expectNothingChanged()
  })

  it.each([
    ['an unknown node', JSON.stringify({ type: 'doc', content: [{ type: 'script' }] })],
    ['a document that is broken off', '{"type":"doc","content":['],
    [
      'a document nested 200 deep',
      `${'{"type":"blockquote","content":['.repeat(200)}{"type":"paragraph"}${']}'.repeat(200)}`,
    ],
  ])('for %s keeps the draft that was saved', async (_, hostile) => {
    await draftOf('It was two.')
    const outcome = await submit(sent({ 'answer-say': hostile }, 1))
    expect(outcome).toMatchObject({
      refused: {
        errors: { 'answer-say': expect.stringMatching(/could not be read/) },
        typed: { say: plainDocument('It was two.') },
      },
    })
    await expectNothingChanged()
  })

  it('for a megabyte of text gives it back to be cut', async () => {
    const outcome = await submit(sent({ 'answer-say': 'a'.repeat(1_000_000) }))
    expect(outcome).toMatchObject({
      refused: { errors: { 'answer-say': expect.stringMatching(/too long/) }, typed: { say: { type: 'doc' } } },
    })
    await expectNothingChanged()
  })

  it('after the deadline says so', async () => {
    await setDeadline(vignette, ada, new Date(now.getTime() - 1))
    expect(await submit(sent())).toMatchObject({ refused: { errors: { '': expect.stringMatching(/deadline/) } } })
    await expectNothingChanged()
  })

  it('for another text that was saved elsewhere shows it, and goes through once the page knows it', async () => {
    await draftOf('It was two.')
    await draftOf('It was three.', 1, 'page-2')
    const outcome = await submit(sent({}, 1))
    expect(outcome).toMatchObject({ refused: { newer: { version: 2, body: { say: plainDocument('It was three.') } } } })
    await expectNothingChanged()
    expect(await submit(sent({}, 2))).toEqual({ number: 1 })
  })
})

describe('an attempt of somebody else', () => {
  it('is absent: its forged id changes nothing', async () => {
    const noor = await createAccount('Noor')
    await enrolIn(vignette.courseId, noor)
    await expect(submit(sent(), noor)).rejects.toMatchObject({ status: 404 })
    await expect(saveAnswers(noor, vignette.slug, sent(), now)).rejects.toMatchObject({ status: 404 })
    await expectNothingChanged()
  })

  it('is absent as well when the id belongs to nobody, or to another vignette', async () => {
    await expect(submit({ ...sent(), attemptId: randomUUID() })).rejects.toMatchObject({ status: 404 })
    await expect(submit({ ...sent(), attemptId: 'first' })).rejects.toMatchObject({ status: 404 })
    const other = await offerVignette()
    await expect(submitAttempt(ada, other.slug, sent(), now)).rejects.toMatchObject({ status: 404 })
    await expectNothingChanged()
  })
})

describe('saving by hand', () => {
  it('keeps half an answer for later', async () => {
    expect(await saveAnswers(ada, vignette.slug, sent({ 'answer-why': '' }), now)).toBeNull()
    const page = await viewAnswerPage(ada, vignette.slug, now)
    expect(page).toMatchObject({ draft: { version: 1, body: { say: plainDocument('It was two.') } } })
  })

  it('overwrites no other text, but shows it', async () => {
    await draftOf('It was three.')
    expect(await saveAnswers(ada, vignette.slug, sent(), now)).toMatchObject({
      newer: { body: { say: plainDocument('It was three.') } },
      typed: { say: plainDocument('It was two.') },
    })
    expect(await saveAnswers(ada, vignette.slug, sent({}, 1), now)).toBeNull()
  })
})

describe('the page for answering', () => {
  it('carries the case and never the discussion', async () => {
    const page = await viewAnswerPage(ada, vignette.slug, now)
    expect(page).toMatchObject({ case: { title: 'The locked door' }, closed: null })
    expect(JSON.stringify(page)).not.toContain('model discussion')
  })

  it('leaves out of a draft what is no document of ours', async () => {
    const body = { say: { type: 'script' }, why: plainDocument('Because.'), other: 1 } as never
    await keepDraft(ada, { kind: 'answer', subject: attemptId, baseVersion: 0, writer: 'x', revision: 1, body }, now)
    const page = await viewAnswerPage(ada, vignette.slug, now)
    expect(page).toHaveProperty('draft.body', { say: plainDocument(''), why: plainDocument('Because.') })
  })

  it('is not there without an attempt under way', async () => {
    expect(await viewAnswerPage(await createAccount('Noor'), vignette.slug, now)).toBeNull()
  })
})
