import { describe, expect, it } from 'vitest'
import { isKept, outcomeOf, taskOf } from '#app/domain/offline.ts'

const at = (path: string) => new URL(path, 'https://stance.example')
const LESSON = '/learn/first-steps/one'

describe('what the worker of a device does', () => {
  it.each([
    ['GET', 'navigate', '/marking', 'open-page'],
    ['GET', 'no-cors', '/assets/app-1.css', 'open-asset'],
    ['POST', 'navigate', LESSON, 'keep-answer'],
    ['POST', 'navigate', '/sign-out', 'sign-out'],
    ['POST', 'navigate', '/sign-out?cleared', undefined],
    ['POST', 'navigate', '/marking/K7QF', undefined],
    ['POST', 'cors', `${LESSON}/reading`, undefined],
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

it('an answer waits while the server cannot be asked, is signed out or at fault, and is refused only by its word', () => {
  expect([200, 0, 401, 429, 500, 502, 302].map(outcomeOf)).toEqual(['sent', ...Array(6).fill('later')])
  expect([400, 403, 404, 409].map(outcomeOf)).toEqual(Array(4).fill('refused'))
})
