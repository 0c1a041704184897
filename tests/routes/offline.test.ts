import { beforeEach, expect, it } from 'vitest'
import { publishContent } from '#app/content/publish.server.ts'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { enrol } from '#app/features/learning/enrol.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { ask } from '#tests/support/built-app.ts'
import { contentFolder, replacing } from '#tests/support/content-folder.ts'

const KEY = '0198c0de-0000-4000-8000-000000000001'
const LESSON = '/learn/first-steps/one'
let noor: Actor

beforeEach(async () => {
  await publishContent(await contentFolder(), now)
  noor = await createAccount('Noor')
  await enrol(noor, 'first-steps', now)
})

const listed = async (as: Actor) => (await ask('/offline/lessons', { as })).json()
const send = async (as: Actor, fields: Record<string, string>, account?: string) =>
  ask('/offline/answers', {
    as,
    form: {
      key: KEY,
      path: LESSON,
      question: 'q-1',
      choice: 'a',
      account: account ?? (await listed(as)).account,
      ...fields,
    },
  })
const answers = async () =>
  (await db().questionAnswer.findMany({ orderBy: { answeredAt: 'asc' } })).map(({ chosen }) => chosen)

it('a device may keep the lessons of one’s courses and no other page, told apart by person and by what is taught', async () => {
  const list = await listed(noor)
  expect(list.pages).toEqual([
    { href: LESSON, title: 'One', course: 'First steps' },
    { href: '/learn/first-steps/two', title: 'Two', course: 'First steps' },
  ])
  expect((await ask(LESSON, { as: noor })).headers.get('X-Stance-Account')).toBe(list.account)
  const ada = await createAccount('Ada')
  expect(await listed(ada)).toMatchObject({ account: expect.not.stringMatching(list.account), pages: [] })
  expect((await ask('/', { as: noor })).headers.get('X-Stance-Account')).toBeNull()

  const file = 'courses/01-first-steps/lessons/01-one.md'
  await publishContent(await contentFolder({ [file]: replacing('One point.', 'A point.') }), now)
  expect((await listed(noor)).version).not.toBe(list.version)
})

it('an answer is kept once however often its key is sent, even at once, and by its lesson’s page as by its device', async () => {
  const sent = await Promise.all([send(noor, {}), send(noor, {}), send(noor, {})])
  expect(sent.map(({ status }) => status)).toEqual([200, 200, 200])
  const form = { intent: 'answer', question: 'q-1', choice: 'a', key: KEY }
  expect((await ask(LESSON, { as: noor, form })).status).toBe(302)
  expect(await answers()).toEqual([['a']])
  // Another device, or another answer of the same one, has another key; the last that arrives counts.
  await send(noor, { key: KEY.replace(/1$/, '2'), choice: 'b' })
  expect(await answers()).toEqual([['a'], ['b']])
})

it('what cannot be taken is refused in words, and nothing is kept of it', async () => {
  const { account } = await listed(noor)
  const refusals = [
    [await send(noor, { choice: '' }), 400, 'Choose'],
    [await send(noor, { key: 'again' }), 400, 'could not be read'],
    [await send(await createAccount('Ada'), {}, account), 400, 'Somebody else wrote it.'],
    [await send(await createAccount('Grace', { roles: ['accreditation_staff'] }), {}, account), 403, 'does not study'],
    [await ask('/offline/answers', { form: { key: KEY } }), 401, 'signed out'],
  ] as const
  for (const [answer, status, words] of refusals) {
    expect(answer.status).toBe(status)
    expect((await answer.json()).message).toContain(words)
  }
  expect((await send(noor, { path: '/learn/first-steps/nine' })).status).toBe(404)
  expect(await answers()).toEqual([])
})

it('the worker of a device reaches over all pages, and is looked for anew each time', async () => {
  const worker = await ask('/offline-worker.js')
  expect(worker.headers.get('Cache-Control')).toBe('no-cache')
  expect(worker.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8')
  expect(await worker.text()).toMatch(/^importScripts\("\/assets\/device\.worker-[\w-]+\.js"\)\n$/)
})
