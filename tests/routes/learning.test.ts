import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { beforeEach, describe, expect, it } from 'vitest'
import { publishContent } from '#app/content/publish.server.ts'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { answerQuestion } from '#app/features/learning/answer-question.server.ts'
import { enrol } from '#app/features/learning/enrol.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { ask } from '#tests/support/built-app.ts'
import { contentFolder } from '#tests/support/content-folder.ts'
import { readPdf } from '#tests/support/read-pdf.ts'
import { SOUND, withRecording } from '#tests/support/recordings.ts'
import { setDeadline } from '#tests/support/vignettes.ts'

const LESSON = '/learn/first-steps/one'
let noor: Actor

beforeEach(async () => {
  await publishContent(await contentFolder(), now)
  noor = await createAccount('Noor')
})

const statements = (response: Response) =>
  Number(/(\d+) statements/.exec(response.headers.get('server-timing') ?? '')?.[1])

describe('a page of one’s learning', () => {
  const pages = ['/learn', '/learn/first-steps', LESSON, '/learn/practice', '/learn/notes', '/progress']
  beforeEach(() => enrol(noor, 'first-steps', now))

  it.each(pages)('%s asks the database at most three times, even when no text is in memory', async (page) => {
    // The first page shows the next live session as well, which is no part of what is studied.
    const besides = page === '/learn' ? 1 : 0
    const response = await ask(page, { as: noor })
    expect(response.status).toBe(200)
    expect(statements(response) - besides).toBeLessThanOrEqual(3)
    expect(statements(await ask(page, { as: noor })) - besides).toBe(2)
  })

  it.each(pages)('%s leads whoever is not signed in to the sign-in page and back', async (page) => {
    const response = await ask(page)
    expect(response.headers.get('location')).toBe(`/sign-in?next=${encodeURIComponent(page)}`)
  })

  it.each(pages)('%s is not for people without that role', async (page) => {
    expect((await ask(page, { as: await createAccount('Grace', { roles: ['accreditation_staff'] }) })).status).toBe(403)
  })

  it.each(pages)('%s sends no script but the small one of a lesson, and is never kept by a cache', async (page) => {
    const response = await ask(page, { as: noor })
    const scripts = (await response.text()).match(/<script.*?<\/script>/gs) ?? []
    expect(scripts).toEqual(
      page === LESSON ? [expect.stringMatching(/^<script type="module" src="\/assets\/[\w.-]+"><\/script>$/)] : [],
    )
    for (const [, source = ''] of scripts.join().matchAll(/src="([^"]+)"/g))
      expect(gzipSync(readFileSync(`build/client${source}`)).length, source).toBeLessThan(5_000)
    expect(response.headers.get('cache-control')).toBe('private, no-store')
  })
})

it('a vignette is listed with the moment until which it can be handed in, and with what is left of it', async () => {
  await enrol(noor, 'first-steps', now)
  const itemOf = (kind: 'course' | 'vignette') => db().contentItem.findFirstOrThrow({ where: { kind, isListed: true } })
  const [{ id }, { id: courseId }] = [await itemOf('vignette'), await itemOf('course')]
  const said = async () =>
    (await Promise.all(['/learn', '/learn/first-steps'].map(async (page) => (await ask(page, { as: noor })).text())))
      .join()
      .match(/Submit by|2 March 2099, 17:00|The deadline has passed/g)
  expect(await said()).toBeNull()
  await setDeadline({ id, courseId }, noor, new Date('2099-03-02T17:00:00Z'))
  expect(await said()).toEqual(['Submit by', '2 March 2099, 17:00', 'Submit by', '2 March 2099, 17:00'])
  await db().cohortDeadline.updateMany({ data: { dueAt: new Date('2001-03-02T17:00:00Z') } })
  expect(await said()).toEqual(['The deadline has passed', 'The deadline has passed'])
  const vignetteVersionId = (await itemOf('vignette')).currentVersionId ?? ''
  await db().attempt.create({
    data: {
      userId: noor.id,
      vignetteId: id,
      vignetteVersionId,
      number: 1,
      state: 'submitted',
      openedAt: now,
      submittedAt: now,
      answers: {},
    },
  })
  expect(await said()).toBeNull()
})

it('a recording is sent in the parts that a player asks for, for nobody else’s cache, and its captions beside it', async () => {
  await publishContent(await contentFolder(withRecording()), now)
  await enrol(noor, 'first-steps', now)
  const part = await ask(`${LESSON}/media/in-a-room.m4a`, { as: noor, headers: { range: 'bytes=4-7' } })
  expect([part.status, await part.text()]).toEqual([206, 'ftyp'])
  expect(Object.fromEntries(part.headers)).toMatchObject({
    'content-type': 'audio/mp4',
    'content-range': `bytes 4-7/${SOUND.length}`,
    'cache-control': 'private, no-cache',
    'x-content-type-options': 'nosniff',
  })
  const captions = await ask(`${LESSON}/media/in-a-room.vtt`, { as: noor })
  expect(captions.headers.get('content-type')).toBe('text/vtt; charset=utf-8')
  const place = { file: 'in-a-room.m4a', seconds: '9' }
  expect((await ask(`${LESSON}/media`, { as: noor, form: place })).status).toBe(204)
  expect((await ask(`${LESSON}/media`, { as: noor, form: { ...place, seconds: '-1' } })).status).toBe(400)
  expect(await (await ask(LESSON, { as: noor })).text()).toContain('data-places="{&quot;in-a-room.m4a&quot;:9}"')
})

describe('the page of a course', () => {
  const page = '/courses/first-steps'

  it('is one statement, two when no text is in memory, and knows nobody', async () => {
    await ask(page)
    const response = await ask(page, { as: noor })
    expect(statements(response)).toBe(1)
    expect(await response.text()).not.toContain(noor.name)
    expect(response.headers.get('set-cookie')).toBeNull()
  })

  it('is answered with 304 while nothing has changed, and anew after that', async () => {
    const first = await ask(page)
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' }
    const again = await ask(page, { headers })
    expect([again.status, await again.text()]).toEqual([304, ''])
    await publishContent(
      await contentFolder({
        'courses/01-first-steps/course.yaml': (text) => text.replace('First steps', 'Other steps'),
      }),
      now,
    )
    const changed = await ask(page, { headers })
    expect(changed.status).toBe(200)
    expect(await changed.text()).toContain('Other steps')
  })

  it('tells nothing of what is inside: no lesson, no right answer, no vignette', async () => {
    const html = await (await ask(page)).text()
    expect(html).toContain('To see what a lesson is.')
    expect(html).not.toMatch(/word1\b|Which one\?|I knew that you would ask/)
  })

  it('that is not offered is not there', async () => {
    expect((await ask('/courses/nothing')).status).toBe(404)
    await db().contentItem.updateMany({ data: { isListed: false } })
    expect((await ask(page)).status).toBe(404)
  })

  it('starts the course for whoever is signed in, and brings others back after signing in', async () => {
    expect((await ask(page, { form: {} })).headers.get('location')).toBe(`/sign-in?next=${encodeURIComponent(page)}`)
    expect((await ask(page, { as: noor, form: {} })).headers.get('location')).toBe(LESSON)
    expect((await ask(page, { as: noor, form: {} })).headers.get('location')).toBe('/learn/first-steps')
    expect(await db().enrolment.count()).toBe(1)
  })

  it('starts it only for a form of our own site', async () => {
    const response = await ask(page, { as: noor, form: {}, headers: { origin: 'https://elsewhere.example' } })
    expect(response.status).toBe(403)
    expect(await db().enrolment.count()).toBe(0)
  })
})

it('a lesson is there as a tagged PDF with contents, for whoever may read it', async () => {
  expect((await ask(`${LESSON}.pdf`, { as: noor })).status).toBe(404)
  await enrol(noor, 'first-steps', now)
  const response = await ask(`${LESSON}.pdf`, { as: noor })
  expect(response.headers.get('content-type')).toBe('application/pdf')
  expect(response.headers.get('content-disposition')).toContain('one.pdf')
  const pdf = await readPdf(new Uint8Array(await response.arrayBuffer()))
  expect(pdf.isTagged).toBe(true)
  expect(pdf.outline.map(({ title }) => title)).toEqual([
    ...['After this lesson you can', 'A heading', 'Questions', 'References', 'Answers'],
  ])
  expect(pdf.pages[0]).toMatch(/Reading time\s10 minutes\nVersion\s1, published on \d+ \w+ \d{4}\n/)
  expect(pdf.pages.join('\n')).toMatch(/word349\sas\sone\swork\ssays\s\(First\s&\sSecond,\s2010\)/)
})

describe('notes on a lesson', () => {
  const SEEN = { draftVersion: '0', seenVersion: '1' }

  it('are written from a plain form, shown in the lesson and among all notes, saved as files, and deleted', async () => {
    await enrol(noor, 'first-steps', now)
    const [, anchor = ''] = /id="(p-[^"]+)"/.exec(await (await ask(LESSON, { as: noor })).text()) ?? []
    const mark = (form: Record<string, string>) => ask(`${LESSON}/notes`, { as: noor, form })
    expect((await mark({ intent: 'mark', anchor, from: '0', to: '5' })).headers.get('location')).toBe(
      `${LESSON}#${anchor}`,
    )
    const note = (await mark({ intent: 'write', anchor })).headers.get('location') ?? ''
    expect(note).toMatch(/^\/learn\/notes\/[\w-]{36}$/)
    expect(await (await ask(note, { as: noor })).text()).toContain('word349')

    const kept = await ask(note, { as: noor, form: { intent: 'keep', ...SEEN, note: 'To ask *again*' } })
    expect(kept.headers.get('location')).toBe(`${LESSON}#${anchor}`)
    const lesson = await ask(LESSON, { as: noor })
    expect(statements(lesson)).toBe(2)
    expect(await lesson.text()).toMatch(/<mark class="own-mark">word0<\/mark>.*To ask \*again\*/s)
    expect(await (await ask('/learn/notes?q=AGAIN', { as: noor })).text()).toContain('To ask *again*')
    expect(await (await ask('/learn/notes?q=never', { as: noor })).text()).toContain(
      'Nothing of what you marked fits this.',
    )
    expect(await (await ask('/learn/notes.md', { as: noor })).text()).toMatch(
      /^# My notes\n\n## First steps.*To ask \\\*again\\\*/s,
    )
    expect(await (await ask('/learn/notes.json', { as: noor })).json()).toMatchObject({
      notes: [
        { lesson: 'One', quote: 'word0', isInLesson: true, note: null },
        { course: 'First steps', note: 'To ask \\*again\\*' },
      ],
    })

    const back = await ask(`${note}?from=notes`, { as: noor, form: { intent: 'delete' } })
    expect(back.headers.get('location')).toBe('/learn/notes')
    expect((await ask(note, { as: noor })).status).toBe(404)
    expect(await db().studyNote.count()).toBe(1)
  })

  it('refuse what no form of the page sends, and words that the lesson does not have', async () => {
    await enrol(noor, 'first-steps', now)
    const mark = async (form: Record<string, string>) => (await ask(`${LESSON}/notes`, { as: noor, form })).status
    expect(await mark({ intent: 'mark', anchor: '"><script>' })).toBe(400)
    expect(await mark({ intent: 'mark' })).toBe(400)
    expect(await mark({ intent: 'mark', anchor: 'p-0000000' })).toBe(409)
    expect(await db().studyNote.count()).toBe(0)
  })
})

describe('what an open lesson tells', () => {
  const report = (form: { seconds?: string; anchor?: string }) => ask(`${LESSON}/reading`, { as: noor, form })

  it('is kept, answered with nothing, and refused where no lesson of ours tells it', async () => {
    await enrol(noor, 'first-steps', now)
    const anchors = [...(await (await ask(LESSON, { as: noor })).text()).matchAll(/id="(p-[^"]+)"/g)]
    const anchor = anchors[2]?.[1] ?? ''
    expect((await report({ seconds: '12', anchor })).status).toBe(204)
    const html = await (await ask(LESSON, { as: noor })).text()
    expect(html).toContain(`<a href="#${anchor}"`)
    expect(html).toContain('Continue where you stopped')
    expect(await (await ask('/learn', { as: noor })).text()).toContain(`href="${LESSON}#${anchor}"`)
    for (const form of [{ anchor }, { seconds: 'many' }, { seconds: '1', anchor: '"><script>' }])
      expect((await report(form)).status, JSON.stringify(form)).toBe(400)
  })
})

describe('answering on the page of a lesson', () => {
  beforeEach(() => enrol(noor, 'first-steps', now))
  const answer = (form: Record<string, string>) =>
    ask(LESSON, { as: noor, form: { intent: 'answer', question: 'q-1', ...form } })

  it('comes back to the question, where the feedback stands', async () => {
    const response = await answer({ choice: 'b' })
    expect(response.headers.get('location')).toBe(`${LESSON}#question-q-1`)
    const html = await (await ask(LESSON, { as: noor })).text()
    expect(html).toContain('Your answer, and not right.')
    expect(html).toContain('Not quite.')
  })

  it('says what is missing, and keeps nothing', async () => {
    const response = await answer({})
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('Choose one answer.')
    expect(await db().questionAnswer.count()).toBe(0)
  })

  it('refuses a form that no page of ours sends', async () => {
    expect((await ask(LESSON, { as: noor, form: { intent: 'cheat' } })).status).toBe(400)
    expect((await answer({ question: 'q-2', choice: 'a' })).status).toBe(404)
    expect(await db().questionAnswer.count()).toBe(0)
  })

  it('goes to the next lesson once this one is read, and to the course after the last', async () => {
    const read = (lesson: string) => ask(`/learn/first-steps/${lesson}`, { as: noor, form: { intent: 'read' } })
    expect((await read('one')).headers.get('location')).toBe('/learn/first-steps/two')
    expect((await read('two')).headers.get('location')).toBe('/learn/first-steps')
  })
})

it('a lesson that one is not enrolled for leads to its course', async () => {
  expect((await ask(LESSON, { as: noor })).headers.get('location')).toBe('/courses/first-steps')
  expect((await ask('/learn/nothing/one', { as: noor })).status).toBe(404)
})

describe('practising', () => {
  const QUESTION = '/learn/practice/question'
  const wrong = { course: 'first-steps', question: 'q-1', seen: '1', choice: 'b' }

  beforeEach(async () => {
    await enrol(noor, 'first-steps', now)
    const at = { course: 'first-steps', lesson: 'one' }
    await answerQuestion(noor, at, { questionId: 'q-1', chosen: ['a'] }, now)
  })

  it('asks a question, shows the answer that was given as often as it is loaded, and is done', async () => {
    expect(await (await ask('/learn', { as: noor })).text()).toContain('1 due today')
    expect(await (await ask(QUESTION, { as: noor })).text()).toContain('Question 1 of 1')
    const answer = (await ask(QUESTION, { as: noor, form: wrong })).headers.get('location') ?? ''
    expect(answer).toMatch(/^\/learn\/practice\/question\?answer=/)
    for (const _ of [1, 2]) {
      const response = await ask(answer, { as: noor })
      expect(statements(response)).toBe(2)
      expect(await response.text()).toMatch(/Not quite.*comes back tomorrow.*the last one that is due today/s)
    }
    expect((await ask(QUESTION, { as: noor })).headers.get('location')).toBe('/learn/practice')
    expect(await (await ask('/learn/practice', { as: noor })).text()).toMatch(
      /Nothing is due today.*The next one comes back tomorrow\./s,
    )
  })

  it('leads a second press to the answer that stands', async () => {
    const first = await ask(QUESTION, { as: noor, form: wrong })
    const second = await ask(QUESTION, { as: noor, form: { ...wrong, choice: 'a' } })
    expect(second.headers.get('location')).toBe(first.headers.get('location'))
  })

  it('says beside the question what is missing, and keeps the page', async () => {
    const response = await ask(QUESTION, { as: noor, form: { ...wrong, choice: '' } })
    expect(response.status).toBe(400)
    expect(await response.text()).toMatch(/Choose one answer\..*Which one\?/s)
  })

  it('refuses what no form of it sends', async () => {
    expect((await ask(QUESTION, { as: noor, form: { ...wrong, seen: 'often' } })).status).toBe(400)
    expect((await ask(QUESTION, { as: noor, form: { ...wrong, question: 'q-9' } })).status).toBe(404)
    expect((await ask(`${QUESTION}?answer=nonsense`, { as: noor })).status).toBe(200)
  })

  it('says where questions come from while there are none', async () => {
    const ada = await createAccount('Ada')
    expect(await (await ask('/learn/practice', { as: ada })).text()).toContain('There is nothing to practise yet')
  })
})

describe('the search', () => {
  it('asks once beside the session, finds, keeps what was typed and says when there is nothing', async () => {
    await enrol(noor, 'first-steps', now)
    const found = await ask('/search?q=steps&kind=course', { as: noor })
    expect(statements(found)).toBe(2)
    expect(await found.text()).toMatch(/One result.*First <mark>steps<\/mark>|One result.*First steps/s)
    expect(await (await ask('/search?q=xylophone', { as: noor })).text()).toMatch(/Nothing found.*xylophone/s)
    const narrowed = await (await ask('/search?q=steps&kind=vignette', { as: noor })).text()
    expect(narrowed).toContain('href="/search?q=steps"')
    const hostile = await ask('/search?q=%3Cscript%3Ealert(1)%3C/script%3E&kind=nothing&module=%27&page=-3', {
      as: noor,
    })
    expect(hostile.status).toBe(200)
    expect(await hostile.text()).not.toContain('<script')
  })

  it('stands in the header of whoever studies', async () => {
    const box = 'id="header-search"'
    expect(await (await ask('/learn', { as: noor })).text()).toContain(box)
    const grace = await createAccount('Grace', { roles: ['accreditation_staff'] })
    expect(await (await ask('/notices', { as: grace })).text()).not.toContain(box)
  })
})
