import { expect, test } from 'vitest'
import { measureWords } from '#app/domain/pathway/wording.ts'

test.each([
  [{ have: 2, need: 24, unit: 'sessions' }, '2 of 24 sessions'],
  [{ have: 24, need: 24, unit: 'sessions' }, '24 of 24 sessions'],
  [{ have: 17, need: 1, unit: 'supervision session' }, '1 of 1 supervision session, and 16 more'],
  [{ have: 90, need: 240, unit: 'minutes' }, '1.5 of 4 hours'],
  [{ have: 330, need: 240, unit: 'minutes' }, '4 of 4 hours, and 1.5 more'],
  [{ have: 60, need: 60, unit: 'minutes' }, '1 of 1 hour'],
  [{ have: 1 / 3 + 2 / 3, need: 1, unit: 'session' }, '1 of 1 session'],
  [{ have: 40, need: 100, unit: '%' }, '40 %'],
  [{ have: 0, need: 1, unit: 'condition' }, 'Not yet'],
  [{ have: 1, need: 1, unit: 'condition' }, 'Yes'],
])('%o is said as “%s”', (measure, words) => {
  expect(measureWords(measure)).toBe(words)
})
