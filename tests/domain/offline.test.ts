import { describe, expect, it } from 'vitest'
import { type Fields, isKept, outcomeOf, readWork, taskOf, waits, workIn } from '#app/domain/offline.ts'

const at = (path: string) => new URL(path, 'https://stance.example')
const LESSON = '/learn/first-steps/one'

describe('what the worker of a device does', () => {
  it.each([
    ['GET', 'navigate', '/marking', 'open-page'],
    ['GET', 'no-cors', '/assets/app-1.css', 'open-asset'],
    ['POST', 'navigate', LESSON, 'keep-work'],
    ['POST', 'navigate', `${LESSON}/notes`, 'keep-work'],
    ['POST', 'navigate', '/sign-out', 'sign-out'],
    ['POST', 'navigate', '/sign-out?cleared', undefined],
    ['POST', 'navigate', '/marking/K7QF', undefined],
    ['POST', 'cors', `${LESSON}/reading`, undefined],
    ['POST', 'navigate', `${LESSON}/ask`, undefined],
    ['POST', 'navigate', '/portfolio/cases/1/correct', undefined],
    ['GET', 'cors', '/portfolio/files/1', undefined],
    ['GET', 'no-cors', `${LESSON}/media/in-a-room.m4a`, undefined],
  ])('with %s (%s) of %s is %s', (method, mode, path, task) => {
    expect(taskOf({ method, mode, url: at(path) })).toBe(task)
  })
})

describe('a page is kept on a device', () => {
  // Even if a server were to name one that is no lesson.
  const pages = [LESSON, '/marking/K7QF', '/portfolio', '/verify/ST-1', '/admin/people', '/accreditation/issue'].map(
    (href) => ({ href, title: 'A page', course: 'A course' }),
  )
  const kept = { account: 'a', version: '1', pages }

  it.each([LESSON])('when it is a lesson of its owner: %s', (path) => {
    expect(isKept(kept, at(path))).toBe(true)
  })

  it.each([
    '/learn/first-steps/two',
    `${LESSON}?again=q-1`,
    '/learn',
    '/learn/notes',
    '/marking/K7QF',
    '/portfolio',
    '/verify/ST-1',
    '/admin/people',
    '/accreditation/issue',
    '/vignettes/the-case/answer',
  ])('and otherwise not: %s', (path) => {
    expect(isKept(kept, at(path))).toBe(false)
    expect(isKept(undefined, at(LESSON))).toBe(false)
  })
})

describe('what a form of a lesson would have kept', () => {
  const form = (fields: Record<string, string>): Fields => Object.entries(fields)
  const answer = form({ intent: 'answer', question: 'q-1', choice: 'a' })
  const words = { anchor: 'p-1234567', from: '0', to: '4', quote: 'What' }

  it('is an answer, that the lesson is read, or words that are marked, each with its place on the page', () => {
    expect(workIn(LESSON, answer)).toEqual({ kind: 'answer', path: LESSON, place: 'question-q-1', fields: answer })
    expect(workIn(LESSON, form({ intent: 'read' }))).toMatchObject({ kind: 'read', place: 'lesson-end' })
    const marking = form({ intent: 'mark', ...words })
    expect(workIn(`${LESSON}/notes`, marking)).toEqual({
      kind: 'words',
      path: LESSON,
      place: 'p-1234567',
      fields: marking,
    })
    // The page to write on needs a network; the words are marked in any case.
    expect(workIn(`${LESSON}/notes`, form({ intent: 'write', ...words }))?.fields).toEqual(marking)
  })

  it.each([
    [LESSON, { intent: 'answer' }],
    [LESSON, { intent: 'mark', ...words }],
    [`${LESSON}/notes`, { intent: 'read' }],
    ['/learn/notes/0198c0de', { intent: 'delete' }],
    ['/learn/notes/0198c0de', { intent: 'keep', note: 'For me.' }],
    ['/marking/K7QF', { intent: 'answer', question: 'q-1' }],
  ])('and nothing else: at %s %j', (path, fields) => {
    expect(workIn(path, form(fields))).toBeUndefined()
  })
})

describe('unsent work', () => {
  const answer = { id: 1, key: 'k', account: 'a', path: LESSON, fields: [] }

  it('that an earlier build has left on the device is the answer that it was', () => {
    expect(readWork({ ...answer, question: 'q-1', refused: 'No.' })).toMatchObject({
      ...answer,
      kind: 'answer',
      place: 'question-q-1',
      refused: 'No.',
    })
    const mark = { ...answer, kind: 'words' as const, place: 'p-1234567' }
    expect(readWork(mark)).toBe(mark)
  })

  it('is sent unless it was refused or is still being written', () => {
    expect([{}, { refused: 'No.' }, { isWriting: true }].map(waits)).toEqual([true, false, false])
  })

  it('waits while the server cannot be asked, is signed out or at fault, and is refused only by its word', () => {
    expect([200, 0, 401, 429, 500, 502, 302].map(outcomeOf)).toEqual(['sent', ...Array(6).fill('later')])
    expect([400, 403, 404, 409].map(outcomeOf)).toEqual(Array(4).fill('refused'))
  })
})
