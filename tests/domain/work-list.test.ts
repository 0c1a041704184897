import { expect, test } from 'vitest'
import { waitWords } from '#app/domain/work-list.ts'

const now = new Date('2026-11-02T09:00:00Z')

test.each([
  ['2026-11-02T08:00:00Z', 'since today'],
  ['2026-11-01T08:00:00Z', 'for 1 day'],
  ['2026-10-20T08:00:00Z', 'for 13 days'],
])('what has waited since %s waits %s', (since, words) => {
  expect(waitWords('certificates', new Date(since), now)).toBe(words)
})

test.each([
  ['2026-11-02T00:00:00Z', 'today'],
  ['2026-11-03T00:00:00Z', 'in 1 day'],
  ['2026-11-12T09:00:00Z', 'in 10 days'],
])('what ends at %s ends %s', (until, words) => {
  expect(waitWords('providers-ending', new Date(until), now)).toBe(words)
})
