import { describe, expect, test } from 'vitest'
import { defaultMarkingPolicy, type MarkingPolicy } from '#app/domain/marking-policy.ts'
import { doubleMarkingOf, isNearPass, secondMarkerNeeded } from '#app/domain/second-marker.ts'

const policyOf = (scheme: MarkingPolicy['scheme'], sample: Partial<MarkingPolicy['sample']> = {}): MarkingPolicy => ({
  ...defaultMarkingPolicy,
  scheme,
  sample: { share: 0.2, nearPass: true, firstAttempts: true, ...sample },
})

describe('two markers from the beginning', () => {
  test.each<[string, MarkingPolicy, { number: number; draw: number }, string | null]>([
    ['never where one person marks', policyOf('single'), { number: 1, draw: 0 }, null],
    ['always where all are double marked', policyOf('double'), { number: 2, draw: 0.99 }, 'all'],
    ['for a draw below the share', policyOf('sample'), { number: 2, draw: 0.199 }, 'random'],
    ['not for a draw at the share', policyOf('sample'), { number: 2, draw: 0.2 }, null],
    ['for a first attempt that was not drawn', policyOf('sample'), { number: 1, draw: 0.5 }, 'first_attempt'],
    ['at random for a first attempt that was drawn', policyOf('sample'), { number: 1, draw: 0.1 }, 'random'],
    ['not for a first attempt', policyOf('sample', { firstAttempts: false }), { number: 1, draw: 0.5 }, null],
    [
      'for none by a share of nothing',
      policyOf('sample', { share: 0, firstAttempts: false }),
      { number: 1, draw: 0 },
      null,
    ],
    ['for all by a share of one', policyOf('sample', { share: 1 }), { number: 2, draw: 0.9999 }, 'random'],
  ])('%s', (_, policy, facts, reason) => {
    expect(doubleMarkingOf(policy, facts)).toBe(reason)
  })
})

describe('near the pass standard', () => {
  test.each([
    [2, 4, false],
    [3, 4, true],
    [4, 4, true],
    [5, 4, false],
    // An adopted cut of 4.3 is passed from 5: 4 and 5 are next to it.
    [3, 4.3, false],
    [4, 4.3, true],
    [5, 4.3, true],
    [6, 4.3, false],
  ])('a rating of %d with a standard of %d: %s', (level, standard, isNear) => {
    expect(isNearPass(level, standard)).toBe(isNear)
  })
})

describe('a second marker after the first mark', () => {
  const near = { firstMark: { globalLevel: 4 }, globalAtLeast: 4, doubleMarking: null }

  test('is needed near the standard', () => expect(secondMarkerNeeded(policyOf('sample'), near)).toBe('near_pass'))

  test.each<[string, MarkingPolicy, Partial<typeof near> | { doubleMarking: 'random' }]>([
    ['well above the standard', policyOf('sample'), { firstMark: { globalLevel: 6 } }],
    ['where there are two already', policyOf('sample'), { doubleMarking: 'random' }],
    ['where the policy leaves it out', policyOf('sample', { nearPass: false }), {}],
    ['where one person marks', policyOf('single'), {}],
    ['where all are double marked', policyOf('double'), {}],
  ])('is not needed %s', (_, policy, facts) => {
    expect(secondMarkerNeeded(policy, { ...near, ...facts })).toBeNull()
  })
})
