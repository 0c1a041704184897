import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { keepDraft } from '#app/features/drafts/save-draft.server.ts'
import { correctCpd, keepCpd } from '#app/features/portfolio/keep-cpd.server.ts'
import { keepReflection, saveReflection } from '#app/features/portfolio/keep-reflection.server.ts'
import { viewCpd } from '#app/features/portfolio/view-cpd.server.ts'
import { viewReflection, viewReflectionPage, viewReflections } from '#app/features/portfolio/view-reflections.server.ts'
import { documentText } from '#app/rich-text/document.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { reflection } from '#tests/support/portfolio.ts'
import { keep } from '#tests/support/supervision.ts'

let noor: Actor

beforeEach(async () => {
  noor = await createAccount('Noor')
})

const texts = {
  on: '2026-10-05',
  title: 'A silence that I filled',
  description: 'There was a silence, and I filled it.',
  feelings: 'I was afraid of it.',
  evaluation: 'It closed what had been about to open.',
  analysisAndPlan: 'To wait, and then to ask.',
}

const sent = (changes: Record<string, string> = {}, draftVersion = 0, seenVersion = 0) => {
  const fields = { ...texts, ...changes }
  return { draftVersion, seenVersion, fields, typed: fields }
}

const draft = (subject: string, body = {}) =>
  ({ kind: 'reflection', subject, baseVersion: 0, writer: 'a-page', revision: 1, body }) as const

describe('a reflection', () => {
  test('is kept with what was written to each of its prompts, and its draft is gone', async () => {
    await keepDraft(noor, draft('new'), now)
    const saved = await viewReflections(noor)
    expect(saved.underWaySince).not.toBeNull()
    const kept = await keepReflection(noor, null, sent({}, 1), now)
    if (!('id' in kept)) throw new Error(JSON.stringify(kept.refused.fault))
    expect((await viewReflection(noor, kept.id)).body).toMatchObject({
      title: texts.title,
      isReport: false,
      caseId: null,
    })
    expect(await db().draft.count()).toBe(0)
  })

  test('that is half written comes back with all of it, and says what is missing', async () => {
    const result = await keepReflection(noor, null, sent({ feelings: ' ', title: '' }), now)
    expect(result).toMatchObject({
      refused: { fault: { errors: { title: ['Give it a title.'], feelings: ['Write something here.'] } } },
    })
    const { typed } = 'refused' in result ? result.refused : { typed: null }
    expect(typed && documentText(typed.description)).toBe(texts.description)
    expect(await db().portfolioEntry.count()).toBe(0)
  })

  test('is saved half written where no script saves it', async () => {
    expect(await saveReflection(noor, null, sent({ feelings: '' }), now)).toBeNull()
    const page = await viewReflectionPage(noor, null, now)
    expect(page.draft).toMatchObject({ version: 1, body: { title: texts.title } })
  })

  test('does not go over a newer draft from elsewhere', async () => {
    await saveReflection(noor, null, sent({ title: 'From the other window' }), now)
    const result = await keepReflection(noor, null, sent(), now)
    expect(result).toMatchObject({ refused: { newer: { version: 1, body: { title: 'From the other window' } } } })
    expect(await keepReflection(noor, null, sent({}, 1), now)).toHaveProperty('id')
  })

  test('is corrected in a version, with a draft of its own', async () => {
    const id = await keep(noor, 'reflection', reflection)
    await keepDraft(noor, draft(id), now)
    expect(await keepReflection(noor, id, sent({ title: 'Another title' }, 1, 1), now)).toEqual({ id })
    expect(await viewReflection(noor, id)).toMatchObject({ version: 2, body: { title: 'Another title' } })
    expect(await db().draft.count()).toBe(0)
    // What is sent once more as it stands is no version, and leaves no draft either.
    await keepDraft(noor, draft(id), now)
    expect(await keepReflection(noor, id, sent({ title: 'Another title' }, 1, 2), now)).toEqual({ id })
    expect([(await viewReflection(noor, id)).version, await db().draft.count()]).toEqual([2, 0])
  })

  test('is drafted and corrected by nobody else', async () => {
    const id = await keep(noor, 'reflection', reflection)
    const sol = await createAccount('Sol')
    await expect(keepDraft(sol, draft(id), now)).rejects.toMatchObject({ status: 404 })
    await expect(keepDraft(sol, draft('not-an-id'), now)).rejects.toMatchObject({ status: 404 })
    await expect(keepReflection(sol, id, sent(), now)).rejects.toMatchObject({ status: 404 })
    await expect(viewReflection(sol, id)).rejects.toMatchObject({ status: 404 })
  })

  test('is looked through for what may identify somebody, in its title and in every prompt', async () => {
    const email = 'a.patient@mail.example'
    const result = await keepReflection(
      noor,
      null,
      sent({ title: `On ${email}`, evaluation: `She wrote to ${email}.` }),
      now,
    )
    const [question] = 'refused' in result ? (result.refused.fault.questions ?? []) : []
    expect(question?.excerpts.map(({ field }) => field)).toEqual(['title', 'evaluation'])
  })
})

describe('professional development', () => {
  const value = {
    on: '2026-10-01',
    method: 'course',
    topic: 'Epistemic trust',
    hours: 6.5,
    participatoryHours: 4,
    reflection: 'To ask before I explain.',
    seenVersion: 0,
  } as const

  test('is added up by year, and corrected', async () => {
    const kept = await keepCpd(noor, { value, typed: {} }, now)
    await keepCpd(noor, { value: { ...value, on: '2025-12-31', hours: 2, participatoryHours: 0 }, typed: {} }, now)
    const id = 'id' in kept ? kept.id : ''
    await correctCpd(noor, id, { value: { ...value, hours: 7, seenVersion: 1 }, typed: {} }, now)
    expect((await viewCpd(noor)).years).toMatchObject([
      { year: '2026', hours: 7, participatoryHours: 4 },
      { year: '2025', hours: 2 },
    ])
  })

  test('with more hours in company than in all comes back', async () => {
    expect(await keepCpd(noor, { value: { ...value, participatoryHours: 7 }, typed: { hours: '6.5' } }, now)).toEqual({
      fault: { errors: { participatoryHours: ['No more than the hours as a whole.'] }, values: { hours: '6.5' } },
    })
  })
})
