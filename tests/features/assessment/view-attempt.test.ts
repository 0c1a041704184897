import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { findVignetteStanding } from '#app/db/own-attempts.server.ts'
import { findOwnAttempt } from '#app/db/own-results.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { beginAttempt } from '#app/features/assessment/begin-attempt.server.ts'
import { rateOwnAnswer } from '#app/features/assessment/rate-own-answer.server.ts'
import { submitAttempt } from '#app/features/assessment/submit-attempt.server.ts'
import { viewAttempt } from '#app/features/assessment/view-attempt.server.ts'
import { viewVignette } from '#app/features/assessment/view-vignette.server.ts'
import { plainDocument } from '#app/rich-text/document.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { enrolIn, type OfferedVignette, offerVignette } from '#tests/support/vignettes.ts'

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

const submit = () =>
  submitAttempt(
    ada,
    vignette.slug,
    {
      attemptId,
      draftVersion: 0,
      fields: { 'answer-say': 'It was two.', 'answer-why': 'He asked.', 'own-work': 'on', 'no-patient': 'on' },
    },
    now,
  )

async function mark(hasPassed: boolean) {
  const lena = await createAccount('Lena', { roles: ['training_lead'] })
  const allocation = await db().allocation.findFirstOrThrow({ where: { attemptId } })
  await db().allocation.update({ where: { id: allocation.id }, data: { markerId: lena.id, claimedAt: now } })
  const mark = await db().mark.create({
    data: {
      allocationId: allocation.id,
      markerId: lena.id,
      rubricVersionId: vignette.rubricVersionId,
      ratings: { 'not-knowing': { level: hasPassed ? 5 : 2, comment: 'You asked.' } },
      globalLevel: 5,
      comment: 'A warm answer.',
      criticalErrors: {},
      hasPassed,
      lockedAt: now,
    },
  })
  const { id, allocationId: _, markerId: decidedById, lockedAt: decidedAt, anchors: __, ...given } = mark
  const final = {
    ...given,
    attemptId,
    number: 1,
    kind: 'single',
    markIds: [id],
    because: [],
    decidedById,
    decidedAt,
  } as const
  await db().finalMark.create({ data: final as never })
  await db().attempt.update({ where: { id: attemptId }, data: { hasPassed } })
}

const release = () => db().attempt.update({ where: { id: attemptId }, data: { state: 'released', releasedAt: now } })
const rate = (
  fields: Record<string, string> = { 'own.not-knowing': '6', 'own-global': '5' },
  number = 1,
  actor = ada,
) => rateOwnAnswer(actor, { slug: vignette.slug, number }, fields, now)
const view = (number = 1, actor = ada) => viewAttempt(actor, { slug: vignette.slug, number })

describe('one’s own attempt', () => {
  it('is on another page while it is being written', async () => expect(await view()).toBe('open'))

  it('shows the answers as they were handed in, and what was declared', async () => {
    await submit()
    expect(await view()).toMatchObject({
      state: 'submitted',
      answers: [{ id: 'say', document: plainDocument('It was two.') }, { id: 'why' }],
      declaration: expect.stringMatching(/own work/),
      feedback: null,
    })
  })

  it('looks the same before and after it is marked, until the marks are released', async () => {
    await submit()
    const before = [await view(), await viewVignette(ada, vignette.slug, now)]
    await mark(true)
    expect([await view(), await viewVignette(ada, vignette.slug, now)]).toEqual(before)
    expect(JSON.stringify(before)).not.toMatch(/model discussion|warm answer/)
  })

  it('has no marks even in what is read for it, until they are released and one’s own rating is there', async () => {
    await submit()
    await mark(true)
    const at = { slug: vignette.slug, number: 1 }
    await rate()
    expect(await findOwnAttempt(ada.id, at)).toMatchObject({ finalMarks: [] })
    expect(await findVignetteStanding(ada.id, vignette.slug)).toMatchObject({
      attempts: [{ hasPassed: false, globalLevel: null }],
    })
    await release()
    expect(await findOwnAttempt(ada.id, at)).toMatchObject({ finalMarks: [{ hasPassed: true }] })
    expect(await findVignetteStanding(ada.id, vignette.slug)).toMatchObject({
      attempts: [{ hasPassed: true, globalLevel: 5 }],
    })
  })

  it('that is released asks for one’s own rating before anything of the marks or the discussion is sent', async () => {
    await submit()
    await mark(true)
    await release()
    const before = await view()
    expect(before).toMatchObject({ state: 'released', selfRating: null, feedback: null, rubric: { title: 'Stance' } })
    expect(JSON.stringify(before)).not.toMatch(/model discussion|warm answer|You asked/)
    expect(await rate()).toBeNull()
    expect(await view()).toMatchObject({
      feedback: {
        comparison: {
          levels: [
            { id: 'global', own: 5, given: 5, difference: 0 },
            { id: 'not-knowing', own: 6, given: 5, difference: 1 },
          ],
        },
      },
    })
  })

  it('shows the mark in force, its reasons and the model discussion once it is released and rated', async () => {
    await submit()
    await mark(false)
    await release()
    await rate()
    const page = await view()
    expect(page).toMatchObject({
      state: 'released',
      feedback: {
        mark: {
          kind: 'single',
          comment: 'A warm answer.',
          ratings: { 'not-knowing': { level: 2, comment: 'You asked.' } },
          decision: { hasPassed: false, because: expect.arrayContaining([expect.objectContaining({ met: false })]) },
        },
        earlier: [],
        discussionHtml: expect.stringContaining('The words of the model discussion.'),
      },
    })
    expect(JSON.stringify(page)).not.toContain('Lena')
  })

  it('shows the markers’ comments on passages at the prompts that they are about', async () => {
    await submit()
    await mark(true)
    const anchor = { promptId: 'say', from: 0, to: 2, quote: 'It', text: 'Plain.', criterionId: 'not-knowing' }
    const { id: _, lockedAt, ...first } = await db().mark.findFirstOrThrow()
    const other = await db().allocation.create({
      data: { attemptId, vignetteId: vignette.id, code: 'SECOND', purpose: 'second', state: 'locked' },
    })
    const second = {
      ...first,
      allocationId: other.id,
      lockedAt,
      comment: 'Another view.',
      anchors: [anchor, { from: 'x' }],
    }
    const { id } = await db().mark.create({ data: second as never })
    const { id: __, ...final } = await db().finalMark.findFirstOrThrow()
    const double = { ...final, number: 2, kind: 'agreed', markIds: [...final.markIds, id] }
    await db().finalMark.create({ data: double as never })
    await release()
    await rate()
    const page = await view()
    expect(page).toMatchObject({
      feedback: { mark: { markers: [{ comment: 'A warm answer.' }, { comment: 'Another view.' }] } },
    })
    const note = { promptId: 'say', from: 0, to: 2, text: 'Plain.', about: 'Not knowing', isSecond: true }
    expect(page).toHaveProperty('feedback.mark.notes.say', [note])
  })

  it('shows the latest final mark as the one in force, and the earlier one as earlier', async () => {
    await submit()
    await mark(false)
    await release()
    await rate()
    const { id: _, ...first } = await db().finalMark.findFirstOrThrow({ where: { attemptId } })
    const again = { ...first, number: 2, kind: 'again', globalLevel: 6, hasPassed: true, decidedAt: now } as const
    await db().finalMark.create({ data: again as never })
    expect(await view()).toMatchObject({
      feedback: {
        mark: { kind: 'again', globalLevel: 6, decision: { hasPassed: true } },
        earlier: [{ kind: 'single', globalLevel: 5, hasPassed: false }],
      },
    })
  })

  it('lets a passed vignette rest', async () => {
    await submit()
    await mark(true)
    await release()
    expect(await viewVignette(ada, vignette.slug, now)).toMatchObject({
      because: { rule: 'passed' },
      attempts: [{ number: 1, hasPassed: true }],
    })
  })

  it('is rated once, completely, by its writer, from the moment of handing in', async () => {
    await expect(rate()).rejects.toMatchObject({ status: 404 })
    await submit()
    expect(await rate({ 'own.not-knowing': '8' })).toEqual({
      faults: { 'own.not-knowing': expect.any(String), 'own-global': expect.any(String) },
    })
    await expect(rate(undefined, 2)).rejects.toMatchObject({ status: 404 })
    await expect(rate(undefined, 1, await createAccount('Noor'))).rejects.toMatchObject({ status: 404 })
    expect(await db().selfRating.count()).toBe(0)
    const levels = ['3', '4', '5', 'not-rateable']
    await Promise.all(levels.map((level) => rate({ 'own.not-knowing': level, 'own-global': '4' })))
    const [kept, ...others] = await db().selfRating.findMany()
    expect(others).toEqual([])
    expect(await rate({ 'own.not-knowing': '1', 'own-global': '1' })).toBeNull()
    expect(await db().selfRating.findMany()).toEqual([kept])
    expect(await db().auditEntry.count({ where: { action: 'attempt.self-rated' } })).toBe(1)
  })

  it('is nobody else’s, and other numbers are absent', async () => {
    await submit()
    await expect(view(1, await createAccount('Noor'))).rejects.toMatchObject({ status: 404 })
    await expect(view(2)).rejects.toMatchObject({ status: 404 })
    await expect(view(0)).rejects.toMatchObject({ status: 404 })
  })
})
