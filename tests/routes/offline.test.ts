import { beforeEach, expect, it } from 'vitest'
import { publishContent } from '#app/content/publish.server.ts'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { leaveCourse } from '#app/features/enrolment/leave-course.server.ts'
import { enrol } from '#app/features/learning/enrol.server.ts'
import { viewNotes } from '#app/features/learning/notes/view-notes.server.ts'
import { type LessonPage, viewLesson } from '#app/features/learning/view-lesson.server.ts'
import { documentText } from '#app/rich-text/document.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { ask } from '#tests/support/built-app.ts'
import { contentFolder, replacing } from '#tests/support/content-folder.ts'

const KEY = '0198c0de-0000-4000-8000-000000000001'
const OTHER_KEY = KEY.replace(/1$/, '2')
const LESSON_FILE = 'courses/01-first-steps/lessons/01-one.md'
const LESSON = '/learn/first-steps/one'
type Sent = Record<string, string>
let noor: Actor

beforeEach(async () => {
  await publishContent(await contentFolder(), now)
  noor = await createAccount('Noor')
  await enrol(noor, 'first-steps', now)
})

const listed = async (as: Actor) => (await ask('/offline/lessons', { as })).json()
const sendTo = async (address: string, as: Actor, fields: Sent, account?: string) =>
  ask(address, {
    as,
    form: { key: KEY, path: LESSON, account: account ?? (await listed(as)).account, ...fields },
  })
const ANSWER = { intent: 'answer', question: 'q-1', choice: 'a' }
const send = (as: Actor, fields: Sent = {}, account?: string) =>
  sendTo('/offline/work', as, { ...('intent' in fields ? {} : ANSWER), ...fields }, account)
/** Words of the lesson as a device sends them. */
async function chosen(quote: string): Promise<Sent> {
  const page = (await viewLesson(noor, { course: 'first-steps', lesson: 'one' }, null)) as LessonPage
  const anchor = page.paragraphs.find(({ words }) => words.startsWith(quote))?.id ?? ''
  return { intent: 'mark', anchor, from: '0', to: String(quote.length), quote }
}
const notes = async () =>
  (await viewNotes(noor)).courses
    .flatMap(({ lessons }) => lessons.flatMap((lesson) => lesson.notes))
    .map(({ quote, note }) => [quote, note && documentText(note)])
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

  await publishContent(await contentFolder({ [LESSON_FILE]: replacing('One point.', 'A point.') }), now)
  expect((await listed(noor)).version).not.toBe(list.version)
})

it('an answer is kept once however often its key is sent, even at once, and by its lesson’s page as by its device', async () => {
  const sent = await Promise.all([send(noor), send(noor), sendTo('/offline/answers', noor, ANSWER)])
  expect(sent.map(({ status }) => status)).toEqual([200, 200, 200])
  expect((await ask(LESSON, { as: noor, form: { ...ANSWER, key: KEY } })).status).toBe(302)
  expect(await answers()).toEqual([['a']])
  // Another device, or another answer of the same one, has another key; the last that arrives counts.
  await send(noor, { key: OTHER_KEY, choice: 'b' })
  expect(await answers()).toEqual([['a'], ['b']])
})

it('words, the notes on them and that a lesson is read are kept once each, and what two devices wrote on the same words stands below each other', async () => {
  const words = await chosen('What was it')
  const sent = await Promise.all([
    send(noor, { ...words, note: 'On the train.\nTwo lines.' }),
    send(noor, { ...words, note: 'On the train.\nTwo lines.' }),
    send(noor, { intent: 'read', key: OTHER_KEY }),
    send(noor, { intent: 'read', key: OTHER_KEY }),
  ])
  expect(sent.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  expect(await db().lessonRead.count()).toBe(1)
  await send(noor, { ...words, key: KEY.replace(/1$/, '3'), note: 'On the other device.' })
  expect(await notes()).toEqual([['What was it', 'On the train.\n\nTwo lines.\n\nOn the other device.']])

  // A receipt that got lost brings back neither a mark that its owner has deleted, nor a reading that was taken out.
  await db().studyNote.deleteMany()
  await db().lessonRead.deleteMany()
  await send(noor, { ...words, note: 'On the train.\nTwo lines.' })
  await send(noor, { intent: 'read', key: OTHER_KEY })
  expect([await notes(), await db().lessonRead.count()]).toEqual([[], 0])
})

it('words are found again in a lesson that was corrected meanwhile, and refused once they are gone from it', async () => {
  const words = await chosen('What was it')
  const publish = async (text: string) =>
    publishContent(await contentFolder({ [LESSON_FILE]: replacing('What was it like?', text) }), now)
  await publish('Tell me. What was it like?')
  expect((await send(noor, { ...words, note: 'Ask first.' })).status).toBe(200)
  expect(await notes()).toEqual([['What was it', 'Ask first.']])
  await publish('How was that?')
  const refused = await send(noor, { ...words, key: OTHER_KEY, note: 'And wait.' })
  expect([refused.status, (await refused.json()).message]).toEqual([
    400,
    'These words are not in the lesson now. It may have been corrected: open it again.',
  ])
  expect(await notes()).toEqual([['What was it', 'Ask first.']])

  // A lesson that was taken out is refused as well, and not tried for ever.
  const questions = 'courses/01-first-steps/questions.yaml'
  const without = { [LESSON_FILE]: null, [questions]: (text: string) => text.slice(text.indexOf('- id: q-2')) }
  await publishContent(await contentFolder(without), now)
  const gone = await send(noor, { intent: 'read', key: OTHER_KEY })
  expect([gone.status, (await gone.json()).message]).toEqual([400, 'This lesson has been taken out of the course.'])
})

it('what cannot be taken is refused in words, and nothing is kept of it', async () => {
  const { account } = await listed(noor)
  const ada = await createAccount('Ada')
  await enrol(ada, 'first-steps', now)
  const words = await chosen('What was it')
  const gone = { ...words, path: '/learn/first-steps/nine' }
  const refusals = [
    [await send(noor, { choice: '' }), 400, 'Choose'],
    [await send(noor, { key: 'again' }), 400, 'could not be read'],
    [await send(noor, { ...words, intent: 'delete' }), 400, 'could not be read'],
    [await send(noor, { ...words, note: 'Like Mrs Adeyemi, born 12/03/1984.' }), 400, 'may tell who a patient is'],
    [await send(noor, gone), 400, 'no longer open to you'],
    [await send(ada, {}, account), 400, 'Somebody else wrote it.'],
    [await send(ada, { ...words, note: 'Hers?' }, account), 400, 'Somebody else wrote it.'],
    [await send(await createAccount('Grace', { roles: ['accreditation_staff'] }), words, account), 403, 'not study'],
    [await ask('/offline/work', { form: { key: KEY } }), 401, 'signed out'],
  ] as const
  for (const [answer, status, sentence] of refusals) {
    expect(answer.status).toBe(status)
    expect((await answer.json()).message).toContain(sentence)
  }
  await leaveCourse(noor, 'first-steps', now)
  for (const work of [{}, words, { intent: 'read' }])
    expect((await (await send(noor, work, account)).json()).message).toContain('no longer open to you')
  expect([await answers(), await db().studyNote.count(), await db().lessonRead.count()]).toEqual([[], 0, 0])
})

it('the worker of a device reaches over all pages, and is looked for anew each time', async () => {
  const worker = await ask('/offline-worker.js')
  expect(worker.headers.get('Cache-Control')).toBe('no-cache')
  expect(worker.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8')
  expect(await worker.text()).toMatch(/^importScripts\("\/assets\/device\.worker-[\w-]+\.js"\)\n$/)
})
