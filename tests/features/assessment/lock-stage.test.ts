import { beforeEach, describe, expect, it } from 'vitest'
import type { VignetteOf } from '#app/content/vignette-schema.ts'
import { db } from '#app/db/client.server.ts'
import { answerSubject } from '#app/domain/attempts.ts'
import type { Actor } from '#app/domain/people.ts'
import { beginAttempt } from '#app/features/assessment/begin-attempt.server.ts'
import { lockStage } from '#app/features/assessment/lock-stage.server.ts'
import { submitAttempt } from '#app/features/assessment/submit-attempt.server.ts'
import { viewAnswerPage } from '#app/features/assessment/view-answer-page.server.ts'
import { viewAttempt } from '#app/features/assessment/view-attempt.server.ts'
import { keepDraft } from '#app/features/drafts/save-draft.server.ts'
import { plainDocument } from '#app/rich-text/document.ts'
import { auditedActions, createAccount, now } from '#tests/support/accounts.ts'
import { enrolIn, type OfferedVignette, offerUnfolding, setDeadline } from '#tests/support/vignettes.ts'

let ada: Actor
let vignette: OfferedVignette<VignetteOf<'unfolding'>>
let attemptId: string

beforeEach(async () => {
  ada = await createAccount('Ada')
  vignette = await offerUnfolding()
  await enrolIn(vignette.courseId, ada)
  await beginAttempt(ada, vignette.slug, now)
  attemptId = (await db().attempt.findFirstOrThrow({ where: { userId: ada.id } })).id
})

const answersOf = [
  { 'answer-say-1': 'First.', 'answer-why-1': 'Because.' },
  { 'answer-say-2': 'Second.' },
  { 'answer-say-3': 'Third.', 'own-work': 'on', 'no-patient': 'on' },
] as const
const sent = (stage: 0 | 1 | 2, changes: Record<string, string> = {}, draftVersion = 0) => ({
  attemptId,
  stage,
  draftVersion,
  fields: { ...answersOf[stage], ...changes },
})
const lock = (stage: 0 | 1 | 2, changes: Record<string, string> = {}) =>
  lockStage(ada, vignette.slug, sent(stage, changes), now)
const submit = (stage: 0 | 1 | 2) => submitAttempt(ada, vignette.slug, sent(stage), now)
const page = async () => {
  const found = await viewAnswerPage(ada, vignette.slug, now)
  if (found?.form !== 'written') throw new Error('no such page')
  return found
}
const stages = () => db().attemptStage.findMany({ orderBy: { stage: 'asc' } })
const draftOf = (stage: number, say: string, writer = 'page-1', more = {}) =>
  keepDraft(
    ada,
    {
      kind: 'answer',
      subject: answerSubject(attemptId, stage),
      baseVersion: 0,
      writer,
      revision: 1,
      body: { [`say-${stage + 1}`]: plainDocument(say), ...more } as never,
    },
    now,
  )

describe('a vignette that unfolds', () => {
  it('has nothing of later stages on the page, and shows what was said only once the answer is locked', async () => {
    const first = JSON.stringify(await page())
    expect(first).toContain('What do you say first?')
    expect(first).not.toMatch(/second|third|say-2|say-3|not know yet|surprises|think about/)
    expect(await lock(0)).toBeNull()
    const second = await page()
    expect(JSON.stringify(second)).toMatch(/What do you say second\?.*|I do not know yet\./)
    expect(JSON.stringify(second)).not.toMatch(/third|say-3|surprises|think about/)
    expect(second).toMatchObject({
      asked: { prompts: [{ id: 'say-2' }], stage: { at: 1, of: 3 } },
      unfolded: [{ answers: [{ document: plainDocument('First.') }, { id: 'why-1' }], reply: [{ speaker: 'Dana' }] }],
    })
  })

  it('locks an answer once, however many windows ask at the same instant, and never changes it', async () => {
    const texts = ['One.', 'Two.', 'Three.', 'Four.']
    const outcomes = await Promise.all(texts.map((text) => lock(0, { 'answer-say-1': text })))
    expect(outcomes).toEqual([null, null, null, null])
    const [locked, ...others] = await stages()
    expect(others).toEqual([])
    expect(await lock(0, { 'answer-say-1': 'Something else.' })).toBeNull()
    expect(await stages()).toEqual([locked])
    expect((await auditedActions()).filter((action) => action === 'attempt.stage-locked')).toHaveLength(1)
    await expect(db().attemptStage.deleteMany()).rejects.toThrow(/permission denied/)
  })

  it('is handed in at its last stage, with the answers of all of them', async () => {
    expect(await submit(0)).toMatchObject({ refused: { errors: { '': expect.stringMatching(/Lock this answer/) } } })
    await lock(0)
    await lock(1)
    await expect(lock(2)).rejects.toMatchObject({ status: 404 })
    expect(await submit(2)).toEqual({ number: 1 })
    const attempt = await db().attempt.findUniqueOrThrow({ where: { id: attemptId } })
    expect(attempt).toMatchObject({
      state: 'submitted',
      answers: {
        'say-1': plainDocument('First.'),
        'why-1': plainDocument('Because.'),
        'say-2': plainDocument('Second.'),
        'say-3': plainDocument('Third.'),
      },
    })
    const shown = JSON.stringify(await viewAttempt(ada, { slug: vignette.slug, number: 1 }))
    for (const words of ['I do not know yet.', 'That surprises me.', 'I will think about it.'])
      expect(shown).toContain(words)
  })

  it('is not locked with an empty answer, after the deadline, by somebody else or before its turn', async () => {
    expect(await lock(0, { 'answer-why-1': ' ' })).toMatchObject({
      errors: { 'answer-why-1': expect.stringMatching(/Write your answer/) },
      typed: { 'say-1': plainDocument('First.') },
    })
    await expect(lock(1)).rejects.toMatchObject({ status: 404 })
    const noor = await createAccount('Noor')
    await expect(lockStage(noor, vignette.slug, sent(0), now)).rejects.toMatchObject({ status: 404 })
    await setDeadline(vignette, ada, new Date(now.getTime() - 1))
    expect(await lock(0)).toMatchObject({ errors: { '': expect.stringMatching(/deadline/) } })
    expect(await stages()).toEqual([])
  })
})

describe('the draft of a stage', () => {
  it('is there when the page is opened again, and goes when its stage is locked', async () => {
    await draftOf(0, 'Half a sen')
    expect(await page()).toMatchObject({ draft: { version: 1, body: { 'say-1': plainDocument('Half a sen') } } })
    expect(await lockStage(ada, vignette.slug, sent(0, {}, 1), now)).toBeNull()
    expect(await page()).toMatchObject({ draft: null, subject: `${attemptId}.1` })
  })

  it('of an earlier stage, from a page that was left open, is told that the stage is locked', async () => {
    await lock(0)
    await draftOf(1, 'The second answer')
    expect(await draftOf(0, 'Late', 'page-2')).toEqual({ closed: expect.stringMatching(/locked/) })
    expect(await page()).toMatchObject({ draft: { body: { 'say-2': plainDocument('The second answer') } } })
  })

  it('of a stage that has not come is absent', async () => {
    await expect(draftOf(1, 'Early')).rejects.toMatchObject({ status: 404 })
    await expect(draftOf(1000, 'Early')).rejects.toMatchObject({ status: 404 })
  })

  it('saved while its stage is locked leaves no draft behind', async () => {
    // The same words as those that are locked: whichever comes first, the other does not stand in its way.
    await Promise.all([lock(0), draftOf(0, 'First.', 'page-1', { 'why-1': plainDocument('Because.') })])
    expect(await stages()).toHaveLength(1)
    await draftOf(1, 'Second')
    expect(await db().draft.findMany()).toMatchObject([{ body: { 'say-2': plainDocument('Second') } }])
  })
})
