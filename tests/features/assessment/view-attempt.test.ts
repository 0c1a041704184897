import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { findOwnAttempt, findVignetteStanding } from '#app/db/own-attempts.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { beginAttempt } from '#app/features/assessment/begin-attempt.server.ts'
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

  it('has no marks even in what is read for it, until they are released', async () => {
    await submit()
    await mark(true)
    const at = { slug: vignette.slug, number: 1 }
    expect(await findOwnAttempt(ada.id, at)).toMatchObject({ marks: [] })
    expect(await findVignetteStanding(ada.id, vignette.slug)).toMatchObject({ attempts: [{ hasPassed: false }] })
    await release()
    expect(await findOwnAttempt(ada.id, at)).toMatchObject({ marks: [{ hasPassed: true }] })
    expect(await findVignetteStanding(ada.id, vignette.slug)).toMatchObject({ attempts: [{ hasPassed: true }] })
  })

  it('shows marks, reasons and the model discussion once they are released', async () => {
    await submit()
    await mark(false)
    await release()
    const page = await view()
    expect(page).toMatchObject({
      state: 'released',
      feedback: {
        marks: [
          {
            comment: 'A warm answer.',
            ratings: { 'not-knowing': { level: 2, comment: 'You asked.' } },
            decision: { hasPassed: false, because: expect.arrayContaining([expect.objectContaining({ met: false })]) },
          },
        ],
        discussionHtml: expect.stringContaining('The words of the model discussion.'),
      },
    })
    expect(JSON.stringify(page)).not.toContain('Lena')
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

  it('is nobody else’s, and other numbers are absent', async () => {
    await submit()
    await expect(view(1, await createAccount('Noor'))).rejects.toMatchObject({ status: 404 })
    await expect(view(2)).rejects.toMatchObject({ status: 404 })
    await expect(view(0)).rejects.toMatchObject({ status: 404 })
  })
})
