import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { beginAttempt } from '#app/features/assessment/begin-attempt.server.ts'
import { draftVault } from '#app/features/drafts/draft-vault.server.ts'
import { readDraft } from '#app/features/drafts/read-draft.server.ts'
import { keepDraft } from '#app/features/drafts/save-draft.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { enrolIn, type OfferedVignette, offerVignette, setDeadline } from '#tests/support/vignettes.ts'

let ada: Actor
let noor: Actor
let vignette: OfferedVignette
let attemptId: string

beforeEach(async () => {
  ada = await createAccount('Ada')
  noor = await createAccount('Noor')
  vignette = await offerVignette()
  await enrolIn(vignette.courseId, ada)
  await beginAttempt(ada, vignette.slug, now)
  const attempt = await db().attempt.findFirstOrThrow({ where: { userId: ada.id } })
  attemptId = attempt.id
})

const draft = { baseVersion: 0, writer: 'page-1', revision: 1, body: { say: 'I hear' } }
const keep = (actor: Actor, subject: string, at = now) => keepDraft(actor, { kind: 'answer', subject, ...draft }, at)
const drafts = () => db().draft.count()

describe('a draft of an answer', () => {
  it('is saved for whoever has the attempt under way', async () => {
    expect(await keep(ada, attemptId)).toMatchObject({ saved: { version: 1 } })
  })

  it('is nobody else’s business: a forged id is absent', async () => {
    await expect(keep(noor, attemptId)).rejects.toMatchObject({ status: 404 })
    for (const forged of [randomUUID(), 'attempt', '', "' OR 1=1 --"])
      await expect(keep(ada, forged)).rejects.toMatchObject({ status: 404 })
    expect(await drafts()).toBe(0)
  })

  it('is refused once the attempt is submitted, with the reason', async () => {
    await db().attempt.update({ where: { id: attemptId }, data: { state: 'submitted', submittedAt: now, answers: {} } })
    expect(await keep(ada, attemptId)).toEqual({ closed: expect.stringMatching(/submitted/) })
    expect(await drafts()).toBe(0)
  })

  it('is refused after the deadline, and saved up to it', async () => {
    await setDeadline(vignette, ada, now)
    expect(await keep(ada, attemptId, now)).toHaveProperty('saved')
    expect(await keep(ada, attemptId, new Date(now.getTime() + 1))).toEqual({
      closed: expect.stringMatching(/deadline/),
    })
  })

  it('has the latest of several deadlines', async () => {
    await setDeadline(vignette, ada, new Date(now.getTime() - 1))
    await setDeadline(vignette, ada, new Date(now.getTime() + 1))
    expect(await keep(ada, attemptId)).toHaveProperty('saved')
  })
})

describe('the vault of an account', () => {
  it('is the same at every sign-in and another for every account', () => {
    expect(draftVault(ada.id)).toEqual(draftVault(ada.id))
    expect(draftVault(ada.id).key).not.toBe(draftVault(noor.id).key)
    expect(draftVault(ada.id).account).not.toBe(draftVault(noor.id).account)
  })

  it('has a key of 256 bits, and a name that says nothing of the account', () => {
    const { account, key } = draftVault(ada.id)
    expect(Buffer.from(key, 'base64url')).toHaveLength(32)
    expect(ada.id).not.toContain(account)
  })
})

describe('what a page sends as a draft', () => {
  const sent = (body: string) => readDraft(new Request('http://localhost/drafts/answer/x', { method: 'POST', body }))

  it('is read with its version, writer and revision', async () => {
    expect(await sent(JSON.stringify(draft))).toEqual(draft)
  })

  it.each([
    ['no JSON', '{"baseVersion":'],
    ['a number', '12'],
    ['no body', JSON.stringify({ ...draft, body: undefined })],
    ['a negative version', JSON.stringify({ ...draft, baseVersion: -1 })],
    ['no writer', JSON.stringify({ ...draft, writer: '' })],
    [
      'something nested 100 deep',
      `{"baseVersion":0,"revision":1,"writer":"x","body":${'['.repeat(100)}${']'.repeat(100)}}`,
    ],
    ['something nested 400,000 deep', `${'['.repeat(400_000)}${']'.repeat(400_000)}`],
  ])('is refused when it is %s', async (_, body) => expect(await sent(body)).toBeNull())

  it('is refused when it is larger than a megabyte', async () => {
    expect(await sent(JSON.stringify({ ...draft, body: 'a'.repeat(1_000_000) }))).toBe('too-large')
  })

  it('loses what the database could not hold', async () => {
    const hostile = { ...draft, body: { 'sa\0y': 'I\0 hear\ud800' } }
    expect(await sent(JSON.stringify(hostile))).toMatchObject({ body: { say: 'I hear\ufffd' } })
  })
})
