import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { createAccount } from '#tests/support/accounts.ts'
import { ask, statementsOf } from '#tests/support/built-app.ts'
import { enrolment, issueAsSeen, publishCourse } from '#tests/support/certificates.ts'

let grace: Actor
let noor: Actor
let number: string

beforeEach(async () => {
  grace = await createAccount('Grace', { roles: ['accreditation_staff'] })
  noor = await createAccount('Noor')
  number = (await issueAsSeen(grace, [await enrolment(noor, await publishCourse())])).issuedNumbers[0] ?? ''
})

const WORDS = 'The course was taken by somebody else.'
const NAMES_SOMEBODY = 'A patient, Sarah Whitcombe, told us that it was not her.'

const desk = () => `/accreditation/credentials/${number}`
const send = (form: Record<string, string>) => ask(desk(), { as: grace, form })
const events = () => db().credentialEvent.count()

describe('a credential at the desk, without scripts', () => {
  test('is revoked by its form, and the page of its number says so at once', async () => {
    const answer = await send({ intent: 'revoke', text: WORDS, end: number.slice(-6) })
    expect([answer.status, answer.headers.get('Location')]).toEqual([302, desk()])
    const page = await (await ask(`/verify/${number}`)).text()
    expect(page).toContain('revoked')
    expect(page).not.toContain(WORDS)
  })

  test('offers no longer what cannot be done, and shows the reason in its history', async () => {
    await send({ intent: 'revoke', text: WORDS, end: number.slice(-6) })
    const page = await (await ask(desk(), { as: grace })).text()
    expect(page).toContain(WORDS)
    expect(page).not.toContain('value="suspend"')
    expect(page).not.toContain('value="revoke"')
    expect(page).toContain('value="reissue"')
  })

  test.each([
    [
      'an end that is not its own',
      { intent: 'revoke', text: WORDS, end: 'WRONG' },
      'not the last five characters',
      'end',
    ],
    ['no reason', { intent: 'revoke', text: '', end: '' }, 'Write at least a sentence', 'text-revoke'],
    [
      'a day that is over',
      { intent: 'suspend', cause: 'doubt', text: WORDS, lastDay: '2020-01-01' },
      'This day is over.',
      'lastDay',
    ],
    ['no cause', { intent: 'suspend', text: WORDS }, 'Choose why.', 'cause'],
  ])('comes back with %s, with what was typed, and with focus on what is wrong', async (_, form, because, at) => {
    const answer = await send(form)
    const page = await answer.text()
    expect(answer.status).toBe(400)
    expect(page).toContain(because)
    if (form.text) expect(page).toContain(form.text)
    expect(/<[a-z]+ [^>]*autofocus=[^>]*>/i.exec(page)?.[0]).toMatch(new RegExp(` id="${at}"`))
    expect(await events()).toBe(0)
  })

  test('asks about a name in a reason before it is kept for ever', async () => {
    const answer = await send({ intent: 'suspend', cause: 'doubt', text: NAMES_SOMEBODY })
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('Sarah Whitcombe')
    expect(await events()).toBe(0)
  })

  test('takes three statements at most', async () => {
    expect(statementsOf(await ask(desk(), { as: grace }))).toBeLessThanOrEqual(3)
  })
})

describe('a holder', () => {
  test('reads the reason, and asks for a correction that staff find', async () => {
    await send({ intent: 'suspend', cause: 'doubt', text: WORDS })
    const history = `/certificates/${number}/history`
    expect(await (await ask(history, { as: noor })).text()).toContain(WORDS)
    const asked = await ask(history, { as: noor, form: { text: 'My name has changed since then.' } })
    expect(asked.status).toBe(302)
    expect(await (await ask('/accreditation/credentials?asked=yes', { as: grace })).text()).toContain(number)
    expect(await (await ask(desk(), { as: grace })).text()).toContain('My name has changed since then.')
  })

  test('is told what is missing where a correction says nothing', async () => {
    const answer = await ask(`/certificates/${number}/history`, { as: noor, form: { text: '' } })
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('Say what is wrong, and what it should say.')
  })
})

describe('a batch that is under way', () => {
  test('refreshes its page by itself, and no longer once it is finished', async () => {
    await enrolment(noor, await publishCourse())
    const preview = await (await ask('/accreditation/issue-all', { as: grace })).text()
    const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(preview)?.[1] ?? ''
    const form = { id: field('id'), seen: field('seen'), course: '', name: '' }
    const begun = await ask('/accreditation/issue-all', { as: grace, form })
    const address = begun.headers.get('Location') ?? ''
    expect(await (await ask(address, { as: grace })).text()).toMatch(/<meta[^>]*http-equiv="refresh"/i)
    await db().issueBatch.updateMany({ data: { finishedAt: new Date() } })
    expect(await (await ask(address, { as: grace })).text()).not.toMatch(/http-equiv="refresh"/i)
  })
})
