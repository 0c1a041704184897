import { beforeEach, describe, expect, it } from 'vitest'
import { publishContent } from '#app/content/publish.server.ts'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { keepDraft } from '#app/features/drafts/save-draft.server.ts'
import { enrol } from '#app/features/learning/enrol.server.ts'
import { deleteNote, keepNote } from '#app/features/learning/notes/keep-note.server.ts'
import { markLessonWords } from '#app/features/learning/notes/mark-lesson-words.server.ts'
import { viewNote } from '#app/features/learning/notes/view-note.server.ts'
import { viewNotes } from '#app/features/learning/notes/view-notes.server.ts'
import { type LessonPage, viewLesson } from '#app/features/learning/view-lesson.server.ts'
import { plainDocument } from '#app/rich-text/document.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { contentFolder } from '#tests/support/content-folder.ts'

const ONE = { course: 'first-steps', lesson: 'one' }
const LESSON_FILE = 'courses/01-first-steps/lessons/01-one.md'

let noor: Actor
let ada: Actor
let id: string

beforeEach(async () => {
  await publishContent(await contentFolder(), now)
  noor = await createAccount('Noor')
  ada = await createAccount('Ada')
  await enrol(noor, 'first-steps', now)
  id = await mark('What was it')
})

const lesson = async (as = noor) => (await viewLesson(as, ONE, null)) as LessonPage
const textOf = (html: string, anchor: string) =>
  html
    .split(`id="${anchor}">`)[1]
    ?.split('</span>')[0]
    ?.replaceAll(/<[^>]*>/g, '') ?? ''

/** Marks words of what the clinician says: "What was it like?". */
async function mark(quote: string): Promise<string> {
  const { html, paragraphs } = await lesson()
  const anchor = paragraphs.find(({ words }) => words.startsWith('What was it'))?.id ?? ''
  const from = textOf(html, anchor).indexOf(quote)
  const { ids } = await markLessonWords(noor, ONE, { chosen: [{ anchor, from, to: from + quote.length }] }, now)
  return ids[0] ?? ''
}

const sent = (text: string, versions = { draftVersion: 0, seenVersion: 1 }) => ({
  ...versions,
  text,
  typed: { note: text },
})
const keep = (text: string, versions?: { draftVersion: number; seenVersion: number }, as = noor) =>
  keepNote(as, id, sent(text, versions), now)
const notes = async () => (await lesson()).notes.map(({ quote, note }) => ({ quote, note }))

describe('words that somebody marked', () => {
  it('are marked in the lesson for them alone, once however often they are sent at the same instant', async () => {
    await Promise.all(Array.from({ length: 5 }, () => mark('What was it')))
    expect(await notes()).toEqual([{ quote: 'What was it', note: null }])
    expect((await lesson()).html).toContain('<mark class="own-mark">What was it</mark> like?')
    await enrol(ada, 'first-steps', now)
    expect((await lesson(ada)).html).not.toContain('own-mark')
  })

  it('are kept with their quote when the lesson is corrected, and say so once they are no longer in it', async () => {
    await keep('To ask first.')
    const publish = async (change: (text: string) => string) =>
      publishContent(await contentFolder({ [LESSON_FILE]: change }), now)
    await publish((text) => text.replace('What was it like?', 'Tell me. What was it like for you?'))
    expect((await lesson()).html).toMatch(/Tell me\. <mark class="own-mark">What was it<\/mark><a class="own-note"/)
    await publish((text) => text.replace('What was it like?', 'How was that?'))
    expect((await lesson()).notes).toMatchObject([{ quote: 'What was it', place: undefined }])
    expect(await viewNote(noor, id)).toMatchObject({ hasChanged: true, lesson: { href: '/learn/first-steps/one' } })
    expect((await viewNotes(noor)).courses).toMatchObject([
      { lessons: [{ slug: 'one', notes: [{ quote: 'What was it' }] }] },
    ])
  })

  it('cannot be words that the lesson does not have, nor of a lesson out of reach', async () => {
    const anchor = (await lesson()).paragraphs[0]?.id ?? ''
    const of = (chosen: { anchor: string; from?: number; to?: number }, as = noor) =>
      markLessonWords(as, ONE, { chosen: [chosen] }, now)
    await expect(of({ anchor: 'p-0000000' })).rejects.toMatchObject({ status: 409 })
    await expect(of({ anchor, from: 0, to: 1_000_000 })).rejects.toMatchObject({ status: 409 })
    await expect(of({ anchor }, ada)).rejects.toMatchObject({ status: 404 })
  })
})

describe('a note', () => {
  it('is nobody else’s: not to be read, written, deleted or drafted by whoever knows its address', async () => {
    await keep('For me.')
    await enrol(ada, 'first-steps', now)
    const staff = await createAccount('Root', {
      roles: ['administrator', 'accreditation_staff', 'training_lead', 'trainee'],
    })
    const draft = { kind: 'note' as const, subject: id, baseVersion: 0, writer: 'p', revision: 1, body: {} }
    for (const other of [ada, staff]) {
      const attempts = [
        () => viewNote(other, id),
        () => keep('Mine?', undefined, other),
        () => deleteNote(other, id),
        () => keepDraft(other, draft, now),
      ]
      for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ status: 404 })
      expect(await viewNotes(other)).toMatchObject({ count: 0 })
    }
    expect(await notes()).toEqual([{ quote: 'What was it', note: plainDocument('For me.') }])
  })

  it('that may identify somebody is asked about before it is kept', async () => {
    const refused = await keep('Like Mrs Adeyemi, born 12/03/1984.')
    expect(refused).toMatchObject({ refused: { fault: { questions: expect.arrayContaining([expect.anything()]) } } })
    expect((await notes())[0]?.note).toBeNull()
  })

  it('written in two windows is never overwritten unseen: neither the draft of one nor what the other has kept', async () => {
    const body = { note: plainDocument('In the first.') }
    const draft = { kind: 'note' as const, subject: id, baseVersion: 0, writer: 'first', revision: 1, body }
    await keepDraft(noor, draft as never, now)
    expect(await keep('In the second.')).toMatchObject({ refused: { newer: { body } } })
    expect(await keep('In the first.', { draftVersion: 1, seenVersion: 1 })).toMatchObject({ kept: { id } })
    expect(await db().draft.count()).toBe(0)
    expect(await keep('In the second.')).toMatchObject({
      refused: { newer: { body }, typed: { note: plainDocument('In the second.') } },
    })

    const both = await Promise.all(['A.', 'B.'].map((text) => keep(text, { draftVersion: 0, seenVersion: 2 })))
    expect(both.map((one) => ('kept' in one ? 'kept' : 'refused')).sort()).toEqual(['kept', 'refused'])
  })

  it('that is emptied leaves the words marked, and is deleted with its draft', async () => {
    await keep('Something.')
    await keep('  ', { draftVersion: 0, seenVersion: 2 })
    expect(await notes()).toEqual([{ quote: 'What was it', note: null }])
    const body = { note: plainDocument('x') }
    await keepDraft(
      noor,
      { kind: 'note', subject: id, baseVersion: 0, writer: 'p', revision: 1, body: body as never },
      now,
    )
    await deleteNote(noor, id)
    expect([await notes(), await db().draft.count()]).toEqual([[], 0])
  })
})
