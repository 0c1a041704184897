import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { beginAttempt } from '#app/features/assessment/begin-attempt.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { ask, statementsOf } from '#tests/support/built-app.ts'
import {
  enrolIn,
  type OfferedVignette,
  offerPractice,
  offerUnfolding,
  offerVignette,
} from '#tests/support/vignettes.ts'

let ada: Actor
let vignette: OfferedVignette
let attemptId: string
let address: string

beforeEach(async () => {
  ada = await createAccount('Ada')
  vignette = await offerVignette()
  await enrolIn(vignette.courseId, ada)
  await beginAttempt(ada, vignette.slug, now)
  attemptId = (await db().attempt.findFirstOrThrow({ where: { userId: ada.id } })).id
  address = `/vignettes/${vignette.slug}`
})

const answer = () => ({
  attempt: attemptId,
  draftVersion: '0',
  intent: 'submit',
  'answer-say': 'It was two.',
  'answer-why': 'Because he asked.',
  'own-work': 'on',
  'no-patient': 'on',
})
const submit = (changes: Record<string, string> = {}, as = ada) =>
  ask(`${address}/answer`, { as, form: { ...answer(), ...changes } })

describe('the pages of a vignette', () => {
  it('cost at most 3 statements each', async () => {
    const pages = [address, `${address}/answer`]
    for (const page of pages) expect(statementsOf(await ask(page, { as: ada }))).toBeLessThanOrEqual(3)
    await submit()
    const attempt = await ask(`${address}/attempts/1`, { as: ada })
    expect(attempt.status).toBe(200)
    expect(statementsOf(attempt)).toBeLessThanOrEqual(3)
  })

  it('cost no more with a transcript of 400 turns, and show all of it', async () => {
    const turn = (number: number) => ({
      speaker: number % 2 ? 'Dana' : 'Clinician',
      says: `Turn ${number}.`,
      arousal: 3,
    })
    const transcript = Array.from({ length: 400 }, (_, place) => turn(place + 1))
    const long = await offerVignette({ transcript })
    await enrolIn(long.courseId, ada)
    await beginAttempt(ada, long.slug, now)
    const page = await ask(`/vignettes/${long.slug}/answer`, { as: ada })
    expect(statementsOf(page)).toBeLessThanOrEqual(3)
    const text = await page.text()
    for (const { says } of transcript) expect(text).toContain(says)
    expect(text.match(/arousal (<!-- -->)?3(<!-- -->)? of 5/g)?.length).toBeGreaterThanOrEqual(400)
  })

  it('have the label of their provenance on every one', async () => {
    const label = 'Demo: not yet reviewed by an expert panel'
    for (const page of [`${address}?warning=read`, `${address}/answer`])
      expect(await (await ask(page, { as: ada })).text()).toContain(label)
    await submit()
    expect(await (await ask(`${address}/attempts/1`, { as: ada })).text()).toContain(label)
  })

  it('that unfold hold nothing of what is still to come, in the page or in its data', async () => {
    const unfolding = await offerUnfolding()
    await enrolIn(unfolding.courseId, ada)
    await beginAttempt(ada, unfolding.slug, now)
    const open = await db().attempt.findFirstOrThrow({ where: { vignetteId: unfolding.id } })
    const answerPage = `/vignettes/${unfolding.slug}/answer`
    for (const page of [`/vignettes/${unfolding.slug}?warning=read`, answerPage, `${answerPage}.data`])
      expect(await (await ask(page, { as: ada })).text()).not.toMatch(/say second|say third|not know yet|say-2/)
    const form = {
      attempt: open.id,
      draftVersion: '0',
      stage: '0',
      intent: 'lock',
      'answer-say-1': 'A.',
      'answer-why-1': 'B.',
    }
    const locked = await ask(answerPage, { as: ada, form })
    expect(locked.headers.get('Location')).toBe(`${answerPage}#then-1`)
    const next = await (await ask(answerPage, { as: ada })).text()
    expect(next).toContain('What do you say second?')
    expect(next).not.toMatch(/say third|surprises me/)
  })

  it('keep the model discussion to themselves until the release', async () => {
    const pages = [address, `${address}?warning=read`, `${address}/answer`]
    for (const page of pages) expect(await (await ask(page, { as: ada })).text()).not.toContain('model discussion')
    await submit()
    expect(await (await ask(`${address}/attempts/1`, { as: ada })).text()).not.toContain('model discussion')
    await db().attempt.update({ where: { id: attemptId }, data: { state: 'released', releasedAt: now } })
    expect(await (await ask(`${address}/attempts/1`, { as: ada })).text()).not.toContain('model discussion')
    const rating = { intent: 'rate', 'own.not-knowing': '4', 'own-global': '4' }
    expect((await ask(`${address}/attempts/1`, { as: ada, form: rating })).status).toBe(302)
    expect(await (await ask(`${address}/attempts/1`, { as: ada })).text()).toContain('model discussion')
  })

  it('ask first where something may be hard to read, and tell nothing of it yet', async () => {
    const gate = await (await ask(address, { as: await createAccount('Sol') })).text()
    expect(gate).toContain('Self-harm')
    expect(gate).toContain('116 123')
    expect(gate).not.toContain('What it asks of you')
  })

  it('lead whoever has nothing under way back to the beginning', async () => {
    const response = await ask(`${address}/answer`, { as: await createAccount('Sol') })
    expect(response).toMatchObject({ status: 302 })
    expect(response.headers.get('Location')).toBe(address)
  })

  it('are for trainees', async () => {
    const lena = await createAccount('Lena', { roles: ['training_lead'] })
    for (const page of [address, `${address}/answer`, `${address}/attempts/1`])
      expect((await ask(page, { as: lena })).status).toBe(403)
  })

  it('are absent under numbers that no attempt has', async () => {
    for (const number of ['1e3', '0', '-1', '2', '99999', 'x'])
      expect((await ask(`${address}/attempts/${number}`, { as: ada })).status).toBe(404)
  })
})

describe('a vignette to practise on', () => {
  it('stands on the pages of its course by its kind, and counts for nothing there', async () => {
    const practice = await offerPractice()
    const course = await (await ask(`/courses/${practice.courseSlug}`)).text()
    expect(course).toContain('To practise on')
    expect(course).toContain('Your own response')
    expect(course).toMatch(/about (<!-- -->)?30(<!-- -->)? minutes, set for a (<!-- -->)?nurse/)
    expect(course).not.toContain(`/vignettes/${practice.slug}`)
    await enrolIn(practice.courseId, ada)
    const mine = await ask(`/learn/${practice.courseSlug}`, { as: ada })
    expect(statementsOf(mine)).toBeLessThanOrEqual(3)
    const text = await mine.text()
    expect(text).toContain(`/vignettes/${practice.slug}`)
    expect(text).toContain('Not answered')
  })

  it('is answered like any other by whoever is enrolled', async () => {
    const practice = await offerPractice()
    expect(await beginAttempt(ada, practice.slug, now)).toMatchObject({ rule: 'enrolment' })
    await enrolIn(practice.courseId, ada)
    expect(await beginAttempt(ada, practice.slug, now)).toBeNull()
    expect((await ask(`/vignettes/${practice.slug}/answer`, { as: ada })).status).toBe(200)
  })
})

describe('a form that is sent', () => {
  it('twice leads to the same page', async () => {
    const [first, second] = await Promise.all([submit(), submit()])
    expect([first.status, second.status]).toEqual([302, 302])
    expect(first.headers.get('Location')).toBe(`${address}/attempts/1`)
    expect(second.headers.get('Location')).toBe(`${address}/attempts/1`)
    expect(await db().allocation.count()).toBe(1)
  })

  it('with a fault comes back with everything in it', async () => {
    const response = await submit({ 'answer-say': '', 'answer-why': 'Because he <b>asked</b>.' })
    expect(response.status).toBe(400)
    const page = await response.text()
    expect(page).toContain('Write your answer to “What do you say?”.')
    expect(page).toContain('Because he &lt;b&gt;asked&lt;/b&gt;.')
  })

  it('with a hostile document, or with more than any answer could hold, changes nothing', async () => {
    expect((await submit({ 'answer-say': '{"type":"doc","content":[{"type":"iframe"}]}' })).status).toBe(400)
    expect((await submit({ 'answer-say': 'a'.repeat(1_000_000) })).status).toBe(400)
    expect((await submit({ 'answer-say': 'a'.repeat(5_000_000) })).status).toBe(413)
    expect(await db().attempt.count({ where: { state: 'submitted' } })).toBe(0)
  })

  it('with half a rating of one’s own answer comes back with the other half', async () => {
    await submit()
    const response = await ask(`${address}/attempts/1`, { as: ada, form: { intent: 'rate', 'own-global': '6' } })
    expect(response.status).toBe(400)
    const page = await response.text()
    expect(page).toContain('Not knowing: choose a level from 1 to 7')
    expect(page).toMatch(/<input(?=[^>]*name="own-global")(?=[^>]*value="6")(?=[^>]*checked)/)
  })

  it('with somebody else’s attempt is absent', async () => {
    const noor = await createAccount('Noor')
    expect((await submit({}, noor)).status).toBe(404)
  })
})

describe('a draft that a page sends', () => {
  const draft = { baseVersion: 0, writer: 'page-1', revision: 1, body: { say: 'I hear' } }
  const send = (json: unknown, as?: Actor, subject = attemptId) =>
    ask(`/drafts/answer/${subject}`, { json, ...(as && { as }) })

  it('is saved, and refused on top of an older version together with the newer one', async () => {
    expect(await (await send(draft, ada)).json()).toMatchObject({ saved: { version: 1 } })
    const stale = await send({ ...draft, writer: 'page-2', body: { say: 'You said' } }, ada)
    expect(stale.status).toBe(409)
    expect(await stale.json()).toMatchObject({ newer: { version: 1, body: { say: 'I hear' } } })
  })

  it('is answered in JSON, with a sentence, also when it is refused', async () => {
    const noor = await createAccount('Noor')
    const lena = await createAccount('Lena', { roles: ['training_lead'] })
    const outcomes = [
      [401, await send(draft)],
      [403, await send(draft, lena)],
      [400, await send({ ...draft, revision: 'x' }, ada)],
      [413, await send({ ...draft, body: 'a'.repeat(1_100_000) }, ada)],
      [404, await ask(`/drafts/poem/${attemptId}`, { json: draft, as: ada })],
    ] as const
    for (const [status, response] of outcomes) {
      expect(response.status).toBe(status)
      expect(await response.json()).toEqual({ message: expect.stringMatching(/\w{3,}.*\.$/) })
    }
    expect((await send(draft, noor)).status).toBe(404)
    expect(await db().draft.count()).toBe(0)
  })

  it('is refused from another site', async () => {
    const options = { json: draft, as: ada, headers: { origin: 'https://elsewhere.example' } }
    expect((await ask(`/drafts/answer/${attemptId}`, options)).status).toBe(403)
  })
})
