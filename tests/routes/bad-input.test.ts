import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { beginAttempt } from '#app/features/assessment/begin-attempt.server.ts'
import { claimScript } from '#app/features/marking/claim-script.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { ask } from '#tests/support/built-app.ts'
import { createScript, createVignette, passingMark, type Script } from '#tests/support/scripts.ts'
import { enrolIn, type OfferedVignette, offerVignette, setDeadline } from '#tests/support/vignettes.ts'

/** A form of this many bytes that arrives piece by piece, and how much of it was taken. */
function formOf(bytes: number) {
  const piece = new Uint8Array(64 * 1024).fill('a'.charCodeAt(0))
  const taken = { bytes: 0 }
  const pieces = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (taken.bytes >= bytes) return controller.close()
      taken.bytes += piece.byteLength
      controller.enqueue(piece)
    },
  })
  return { pieces, taken }
}

describe('an answer', () => {
  let noor: Actor
  let vignette: OfferedVignette
  let attempt: string

  beforeEach(async () => {
    noor = await createAccount('Noor')
    vignette = await offerVignette()
    await enrolIn(vignette.courseId, noor)
    await beginAttempt(noor, vignette.slug, now)
    attempt = (await db().attempt.findFirstOrThrow()).id
  })

  const whole = {
    draftVersion: '0',
    'answer-say': 'It was two.',
    'answer-why': 'He asked.',
    'own-work': 'on',
    'no-patient': 'on',
  }
  const submit = (changes: Record<string, string> = {}, as = noor) =>
    ask(`/vignettes/${vignette.slug}/answer`, { as, form: { attempt, ...whole, ...changes } })

  async function expectNothingChanged() {
    expect(await db().attempt.findMany({ select: { state: true, answers: true } })).toEqual([
      { state: 'open', answers: null },
    ])
    expect(await db().allocation.count()).toBe(0)
    expect(await db().draft.count()).toBe(0)
  }

  const paragraph = '{"type":"paragraph","content":[{"type":"text","text":"deep"}]}'
  const hostile = {
    'of an unknown node': '{"type":"doc","content":[{"type":"iframe","attrs":{"src":"//evil.example"}}]}',
    'with a script for a mark':
      '{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"x","marks":[{"type":"script"}]}]}]}',
    'nested 200 deep': `{"type":"doc","content":[${'{"type":"blockquote","content":['.repeat(200)}${paragraph}${']}'.repeat(200)}]}`,
    'that breaks off': '{"type":"doc","content":[',
  }

  test.each(Object.entries(hostile))(
    '%s is refused in plain words, and the other text is kept',
    async (_, document) => {
      const answer = await submit({ 'answer-say': document })
      const page = await answer.text()
      expect(answer.status).toBe(400)
      expect(page).toContain('This text could not be read. It is no document that our editor writes.')
      expect(page).toContain('He asked.')
      expect(page).not.toContain('evil.example')
      await expectNothingChanged()
    },
  )

  test('of a megabyte comes back to be shortened, with what is the limit', async () => {
    const text = `Once upon a time ${'and then '.repeat(111_000)}the end.`
    const answer = await submit({ 'answer-say': text })
    const page = await answer.text()
    expect(answer.status).toBe(400)
    expect(page).toContain('This text is too long: 20,000 characters is the limit.')
    expect(page).toContain('Once upon a time')
    expect(page).toContain('the end.')
    expect(page).toContain('He asked.')
    await expectNothingChanged()
  })

  test('after the deadline is refused and stays readable, so that it is not lost', async () => {
    await setDeadline(vignette, noor, new Date(Date.now() - 60_000))
    const answer = await submit()
    const page = await answer.text()
    expect(answer.status).toBe(400)
    expect(page).toContain('The deadline has passed')
    expect(page).toContain('It was two.')
    expect(page).toContain('He asked.')
    await expectNothingChanged()
  })

  test('to an attempt of somebody else finds nothing there, for whoever is at the same vignette too', async () => {
    const ada = await createAccount('Ada')
    await enrolIn(vignette.courseId, ada)
    expect((await submit({}, ada)).status).toBe(404)
    expect((await submit({ attempt: 'not-an-id' }, ada)).status).toBe(404)
    await expectNothingChanged()
  })

  test('that is sent twice is handed in once', async () => {
    const answers = await Promise.all([submit(), submit()])
    expect(answers.map(({ status }) => status)).toEqual([302, 302])
    expect(await db().allocation.count()).toBe(1)
    expect(await db().auditEntry.count({ where: { action: 'attempt.submitted' } })).toBe(1)
  })

  test('as a draft whose page has a name that no page has is refused', async () => {
    const draft = { baseVersion: 0, writer: 'a\0page', revision: 1, body: {} }
    expect((await ask(`/drafts/answer/${attempt}`, { as: noor, json: draft })).status).toBe(400)
    await expectNothingChanged()
  })
})

describe('a mark', () => {
  let lena: Actor
  let script: Script

  beforeEach(async () => {
    lena = await createAccount('Lena', { roles: ['training_lead'] })
    script = await createScript(await createVignette(), await createAccount('Noor'))
    await claimScript(lena, script.code, now)
  })

  const lock = (changes: Record<string, string>) =>
    ask(`/marking/${script.code}`, { as: lena, form: { ...passingMark, ...changes } })

  test.each(['0', '8', '4.5', 'x', ''])(
    'of %j is refused, on a criterion and on the whole, and the comments are kept',
    async (level) => {
      for (const field of ['global', 'level.patience']) {
        const answer = await lock({ [field]: level })
        const page = await answer.text()
        expect({ field, status: answer.status }).toEqual({ field, status: 400 })
        expect(page).toContain('Steady work.')
        expect(page).toContain('You ask, and you wait for the answer.')
      }
      expect(await db().mark.count()).toBe(0)
    },
  )

  test('on a script that another lead has finds nothing there', async () => {
    const tomas = await createAccount('Tomas', { roles: ['training_lead'] })
    const form = passingMark
    expect((await ask(`/marking/${script.code}`, { as: tomas, form })).status).toBe(404)
    expect((await ask(`/marking/${script.code}`, { as: tomas, form: { intent: 'give-back' } })).status).toBe(404)
    expect(await db().mark.count()).toBe(0)
  })
})

describe('a body that no form of ours sends', () => {
  const TEN_MEGABYTES = 10_000_000

  test.each(['/sign-in', '/sign-up', '/reset-password', '/confirm'])(
    'to %s is refused long before it is read to its end',
    async (address) => {
      const { pieces, taken } = formOf(TEN_MEGABYTES)
      const answer = await ask(address, { pieces })
      expect(answer.status).toBe(413)
      expect(await answer.text()).toContain('This is too much')
      expect(taken.bytes).toBeLessThan(1_000_000)
    },
  )

  test.each([
    ['/concern', 1_000_000],
    ['/settings?index', 1_000_000],
    ['/marking', 1_000_000],
    ['/marking/release', 1_000_000],
    ['/marking/ABCD', 1_000_000],
    ['/cohorts/new', 1_000_000],
    ['/accreditation/issue', 1_000_000],
    ['/admin/people/invite', 1_000_000],
    ['/admin/mail', 1_000_000],
    ['/vignettes/a-case/answer', 5_000_000],
    ['/drafts/answer/an-attempt', 2_000_000],
  ])('to %s is refused as well, from whoever may send there', async (address, most) => {
    const roles = ['trainee', 'training_lead', 'accreditation_staff', 'administrator'] as const
    const { pieces, taken } = formOf(TEN_MEGABYTES)
    const answer = await ask(address, { as: await createAccount('Everything', { roles: [...roles] }), pieces })
    expect(answer.status).toBe(413)
    expect(taken.bytes).toBeLessThan(most)
  })

  test('from somebody who may not send there is not read at all', async () => {
    const { pieces, taken } = formOf(TEN_MEGABYTES)
    const noor = await createAccount('Noor')
    expect((await ask('/marking/release', { as: noor, pieces })).status).toBe(403)
    // A stream fetches one piece ahead by itself.
    expect(taken.bytes).toBeLessThanOrEqual(64 * 1024)
  })

  test.each(['/sign-in', '/marking', '/concern'])(
    'to %s in another form is refused in plain words',
    async (address) => {
      const as = await createAccount('Everything', { roles: ['trainee', 'training_lead'] })
      const answer = await ask(address, { ...(address !== '/sign-in' && { as }), json: { code: 'x' } })
      expect(answer.status).toBe(415)
      expect(await answer.text()).toContain('This could not be read')
    },
  )
})

test('NUL goes out of what is typed before anybody looks at it', async () => {
  const noor = await createAccount('Noor')
  const form = { text: 'Something worries me.\0 It is about a patient.', from: '' }
  expect((await ask('/concern', { as: noor, form })).status).toBe(302)
  expect(await db().concern.findFirst()).toMatchObject({ text: 'Something worries me. It is about a patient.' })
})
