import { expect, test } from 'vitest'
import { howItCameAbout } from '#app/features/assessment/final-mark-words.ts'

test('a mark says once who made it, and then what it rested on', () => {
  const because = [
    'Two people marked this script without seeing each other’s mark, and a third decided.',
    'The global ratings were 3 and 5; the third marker gave 4.',
  ]
  expect(howItCameAbout('adjudicated', because)).toEqual([
    'Two people marked your answer, neither seeing the other’s mark, and a third person decided.',
    'The global ratings were 3 and 5; the third marker gave 4.',
  ])
  expect(howItCameAbout('single', ['One marker marked this script.'])).toEqual(['One person marked your answer.'])
})
