import { describe, expect, it } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { beginAttempt } from '#app/features/assessment/begin-attempt.server.ts'
import { submitAttempt } from '#app/features/assessment/submit-attempt.server.ts'
import { viewAnswerPage } from '#app/features/assessment/view-answer-page.server.ts'
import { keepDraft } from '#app/features/drafts/save-draft.server.ts'
import { plainDocument } from '#app/rich-text/document.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { enrolIn, offerGated, offerVignette } from '#tests/support/vignettes.ts'

const declared = { 'own-work': 'on', 'no-patient': 'on' }

async function begin(vignette: { slug: string; courseId: string }, name = 'Ada') {
  const actor = await createAccount(name)
  await enrolIn(vignette.courseId, actor)
  await beginAttempt(actor, vignette.slug, now)
  const { id } = await db().attempt.findFirstOrThrow({ where: { userId: actor.id } })
  const submit = (fields: Record<string, string>, draftVersion = 0) =>
    submitAttempt(actor, vignette.slug, { attemptId: id, draftVersion, fields: { ...declared, ...fields } }, now)
  return { actor, id, submit }
}

describe('the gate before the six steps', () => {
  it('has to be answered, and is kept beside the answers', async () => {
    const { id, submit } = await begin(await offerGated())
    const steps = { 'answer-validate': 'You are right to be angry.' }
    for (const gate of ['', 'perhaps'])
      expect(await submit({ ...steps, gate })).toMatchObject({
        refused: { errors: { gate: expect.stringMatching(/go on or step back/) } },
      })
    expect(await submit({ ...steps, gate: 'step-back' })).toEqual({ number: 1 })
    const { answers } = await db().attempt.findUniqueOrThrow({ where: { id } })
    expect(answers).toEqual({ gate: 'step-back', validate: plainDocument('You are right to be angry.') })
  })

  it('is part of the draft, and its own answer is nowhere on the page', async () => {
    const vignette = await offerGated()
    const { actor, id } = await begin(vignette)
    const keep = (gate: string, baseVersion: number) =>
      keepDraft(
        actor,
        { kind: 'answer', subject: id, baseVersion, writer: 'x', revision: baseVersion, body: { gate } },
        now,
      )
    await keep('go-on', 0)
    const page = await viewAnswerPage(actor, vignette.slug, now)
    expect(page).toMatchObject({
      asked: { gate: { question: 'Is she calm enough?' } },
      draft: { body: { gate: 'go-on' } },
    })
    expect(JSON.stringify(page)).not.toMatch(/step-back|reason of the authors/)
    await keep('perhaps', 1)
    expect(await viewAnswerPage(actor, vignette.slug, now)).not.toHaveProperty('draft.body.gate')
  })
})

describe('an answer with its writer’s own name', () => {
  const answer = { 'answer-say': 'It was two, said noor’s friend.', 'answer-why': 'He asked.' }

  async function write(name: string) {
    const { submit, actor } = await begin(await offerVignette(), name)
    return { submit, actor: actor as Actor }
  }

  it('is asked about beside its field, and goes through once the name is taken out', async () => {
    const { submit } = await write('Noor')
    expect(await submit(answer)).toMatchObject({
      refused: {
        errors: { 'answer-say': expect.stringMatching(/your own name/) },
        isNamed: true,
        typed: { say: plainDocument('It was two, said noor’s friend.') },
      },
    })
    expect(await submit({ ...answer, 'answer-say': 'It was two.' })).toEqual({ number: 1 })
  })

  it('goes through once its writer says that it is not their name, which stays ticked with other faults', async () => {
    const { submit } = await write('Noor')
    const ticked = { ...answer, 'not-my-name': 'on' }
    expect(await submit({ ...ticked, 'own-work': '' })).toMatchObject({
      refused: { errors: { 'own-work': expect.any(String) }, declared: ['no-patient', 'not-my-name'], isNamed: true },
    })
    expect(await submit(ticked)).toEqual({ number: 1 })
  })

  it('is not asked about where the patient has that name', async () => {
    const { submit } = await write('Dana')
    expect(await submit({ ...answer, 'answer-say': 'I was late, Dana.' })).toEqual({ number: 1 })
  })
})
