import { expect, test } from 'vitest'
import { checkUnchanged } from '#app/content/check-unchanged.ts'
import { classify } from '#app/content/content-files.server.ts'

const changes = (file: string, before: string, after: string) => {
  const known = classify(file)
  return known
    ? checkUnchanged(known, before, after).map(({ line, field, message }) => `${line} ${field} ${message}`)
    : []
}
const QUESTIONS = 'courses/01-first-steps/questions.yaml'

test('a vignette keeps its kind', () => {
  const file = 'vignettes/a-case.yaml'
  expect(changes(file, 'kind: response\n', 'title: A case\nkind: rewrite\n')).toEqual([
    '2 kind stays response: answers were given to it as that. Another kind is another vignette',
  ])
  expect(changes(file, 'kind: response\n', 'kind: response\ntitle: Another\n')).toEqual([])
})

test('a question keeps its kind as long as it keeps its id, and may come, go and change its place', () => {
  const before = '- { id: a, kind: single }\n- { id: b, kind: gap }\n'
  expect(changes(QUESTIONS, before, '- { id: b, kind: mode }\n- { id: c, kind: order }\n')).toEqual([
    '1 [0].kind stays gap: answers were given to it as that. Give a new question an id of its own',
  ])
  expect(changes(QUESTIONS, before, '- { id: b, kind: gap }\n- { id: c, kind: single }\n')).toEqual([])
})

test('of what cannot be read, and of other files, nothing is said', () => {
  expect(changes(QUESTIONS, '- { id: a, kind: single }', '- {')).toEqual([])
  expect(changes('glossary.yaml', 'kind: a', 'kind: b')).toEqual([])
})
