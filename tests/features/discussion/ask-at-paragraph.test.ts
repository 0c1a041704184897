import { beforeEach, expect, it } from 'vitest'
import { publishContent } from '#app/content/publish.server.ts'
import { countQueries } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { askAtParagraph, viewAsking } from '#app/features/discussion/ask-at-paragraph.server.ts'
import { viewDiscussion } from '#app/features/discussion/view-discussion.server.ts'
import { viewQuotedLesson } from '#app/features/discussion/view-quoted-lesson.server.ts'
import { viewThread } from '#app/features/discussion/view-thread.server.ts'
import { keepDraft } from '#app/features/drafts/save-draft.server.ts'
import { enrol } from '#app/features/learning/enrol.server.ts'
import { type LessonPage, viewLesson } from '#app/features/learning/view-lesson.server.ts'
import { createAccount, mailsFor, now } from '#tests/support/accounts.ts'
import { formCohort } from '#tests/support/cohorts.ts'
import { contentFolder } from '#tests/support/content-folder.ts'
import { sent } from '#tests/support/discussion.ts'

const LESSON = { course: 'first-steps', lesson: 'one' }
const LESSON_FILE = 'courses/01-first-steps/lessons/01-one.md'
const notFound = { status: 404 }

let noor: Actor
let ada: Actor
let sol: Actor
let lena: Actor

beforeEach(async () => {
  await publishContent(await contentFolder(), now)
  ;[noor, ada, sol] = [await createAccount('Noor'), await createAccount('Ada'), await createAccount('Sol')]
  lena = await createAccount('Lena', { roles: ['training_lead'] })
  for (const actor of [noor, ada, sol]) await enrol(actor, LESSON.course, now)
  await formCohort([], { leads: [lena], trainees: [noor, ada] })
})

const askedAt = async (actor: Actor) => {
  const { html } = (await viewLesson(actor, LESSON, null)) as LessonPage
  return [...html.matchAll(/\/learn\/first-steps\/one\/ask\?at=(p-[a-z0-9-]+)/g)].map(([, anchor = '']) => anchor)
}

/** The paragraph in which somebody says it. */
async function paragraph(words: string) {
  for (const anchor of await askedAt(noor))
    if ((await viewAsking(noor, { ...LESSON, anchor })).passage.words === words) return { ...LESSON, anchor }
  throw new Error(`nobody says ${words}`)
}

const ask = async (actor: Actor, at: Awaited<ReturnType<typeof paragraph>>, audience: 'cohort' | 'leads' = 'leads') => {
  const asked = await askAtParagraph(actor, { ...at, audience }, sent('Why does she ask that?'), now)
  if ('refused' in asked) throw new Error(JSON.stringify(asked.refused))
  return { cohortId: asked.cohortId, threadId: asked.id }
}

it('whoever has training leads finds a link at each paragraph of a lesson, and nobody else does', async () => {
  const anchors = await askedAt(noor)
  expect(anchors.length).toBeGreaterThan(5)
  expect(new Set(anchors).size).toBe(anchors.length)
  expect(await askedAt(sol)).toEqual([])
  const at = { ...LESSON, anchor: anchors[0] ?? '' }
  const stranger = await createAccount('Ines')
  for (const actor of [sol, lena, stranger]) await expect(viewAsking(actor, at)).rejects.toMatchObject(notFound)
  await expect(viewAsking(noor, { ...LESSON, anchor: 'p-0000000' })).rejects.toMatchObject(notFound)
  await expect(viewAsking(noor, { ...LESSON, anchor: '' })).rejects.toMatchObject(notFound)
  expect((await countQueries(() => viewLesson(noor, LESSON, null))).queries()).toBe(1)
  expect((await countQueries(() => viewAsking(noor, at))).queries()).toBe(1)
})

it('a question goes to the leads alone, quotes the paragraph, and leads its author back to it', async () => {
  const at = await paragraph('Clinician: What was it like?')
  const address = await ask(noor, at)
  expect(await ask(noor, at)).toEqual(address)
  expect(await mailsFor(lena.email)).toEqual(['question-asked'])
  expect((await viewDiscussion(ada, address.cohortId, 1)).threads).toEqual([])
  const seen = await viewThread(noor, address, undefined, now)
  expect(seen.thread).toMatchObject({ title: 'One: ‘Clinician: What was it like?’', audience: 'leads' })
  expect(seen.passage).toEqual({
    quote: 'Clinician: What was it like?',
    lessonTitle: 'One',
    state: 'there',
    path: `/learn/first-steps/one#${at.anchor}`,
  })
})

it('whoever leads the cohort reads the lesson at the paragraph that was asked about, and nobody else does', async () => {
  const at = await paragraph('Clinician: What was it like?')
  const address = await ask(noor, at)
  const path = `/cohorts/${address.cohortId}/discussion/${address.threadId}/lesson#${at.anchor}`
  expect((await viewThread(lena, address, undefined, now)).passage).toMatchObject({ state: 'there', path })
  const { lesson, courseTitle } = await viewQuotedLesson(lena, address)
  expect([courseTitle, lesson.title]).toEqual(['First steps', 'One'])
  expect(lesson.html).toContain(`id="${at.anchor}"`)
  expect(lesson.html).toMatch(/<mark[^>]*>\s*What was it like\?/)
  for (const other of [noor, ada]) await expect(viewQuotedLesson(other, address)).rejects.toMatchObject(notFound)
})

it('a question can be everybody’s', async () => {
  const { cohortId } = await ask(noor, await paragraph('Clinician: What was it like?'), 'cohort')
  expect((await viewDiscussion(ada, cohortId, 1)).threads).toMatchObject([{ audience: 'cohort' }])
  expect(await mailsFor(ada.email)).toEqual(['thread-opened'])
})

it('what was asked keeps its words when the lesson is corrected, and says so; a question begun before can still be sent', async () => {
  const at = await paragraph('Clinician: What was it like?')
  const address = await ask(noor, at)
  const publish = async (files: Parameters<typeof contentFolder>[0]) => publishContent(await contentFolder(files), now)
  await publish({ [LESSON_FILE]: (text) => text.replace('What was it like?', 'How was it?') })
  const corrected = { quote: 'Clinician: What was it like?', state: 'changed', path: '/learn/first-steps/one' }
  expect((await viewThread(noor, address, undefined, now)).passage).toMatchObject(corrected)
  expect(await ask(ada, at)).not.toEqual(address)
})

it('the draft of a question stands under its paragraph, for whoever may ask there', async () => {
  const at = await paragraph('Clinician: What was it like?')
  const subject = `${at.course}.${at.lesson}.${at.anchor}`
  const body = { title: '', text: { type: 'doc', content: [{ type: 'paragraph' }] } }
  const draft = { kind: 'question', subject, baseVersion: 0, writer: 'w', revision: 1, body } as const
  expect(await keepDraft(noor, draft, now)).toMatchObject({ saved: { version: 1 } })
  expect((await viewAsking(noor, at)).page).toMatchObject({ subject, draft: { version: 1 } })
  expect((await viewAsking(noor, await paragraph('Dana: I said nothing.'))).page.draft).toBeNull()
  await expect(keepDraft(sol, draft, now)).rejects.toMatchObject(notFound)
  const nowhere = { ...draft, subject: `${at.course}.${at.lesson}.p-0000000` }
  await expect(keepDraft(noor, nowhere, now)).rejects.toMatchObject(notFound)
})
