import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareMarks, finalAfterAdjudication } from '#app/domain/double-marking.ts'
import { defaultMarkingPolicy, type MarkingPolicy } from '#app/domain/marking-policy.ts'
import { decideMark, type Mark, type MarkedRubric } from '#app/domain/rubric.ts'

const rubric: MarkedRubric = {
  criteria: [
    { id: 'not-knowing', title: 'Not knowing' },
    { id: 'patience', title: 'Patience' },
    { id: 'acceptance', title: 'Acceptance' },
  ],
  criticalErrors: [
    { id: 'certainty', title: 'Certainty' },
    { id: 'blame', title: 'Blame' },
  ],
  pass: { globalAtLeast: 4, criterionAtLeast: 3, notRateableAtMost: 1, criticalErrorsUpheldAtMost: 0 },
}

type Levels = [number | null, number | null, number | null]

const mark = (globalLevel: number, [a, b, c]: Levels, errors: string[] = [], words = ''): Mark => ({
  globalLevel,
  ratings: {
    'not-knowing': { level: a, comment: words },
    patience: { level: b, comment: '' },
    acceptance: { level: c, comment: '' },
  },
  comment: words,
  criticalErrors: Object.fromEntries(errors.map((id) => [id, 'in the second reply'])),
})

const policyWith = (changes: {
  adjudication?: Partial<MarkingPolicy['adjudication']>
  agreeWithin?: MarkingPolicy['agreeWithin']
}) => ({
  agreeWithin: changes.agreeWithin === undefined ? defaultMarkingPolicy.agreeWithin : changes.agreeWithin,
  adjudication: { ...defaultMarkingPolicy.adjudication, ...changes.adjudication },
})

const usual = policyWith({})
const lenient = policyWith({ adjudication: { difference: 7, eitherSideOfPass: false, anyCriticalError: false } })

const outcome = (first: Mark, second: Mark, policy = usual, by = rubric) =>
  compareMarks(by, policy, first, second).outcome

const levelsOf = ({ globalLevel, ratings }: Mark) => [globalLevel, ...Object.values(ratings).map(({ level }) => level)]

describe('two marks', () => {
  test.each<[string, Mark, Mark, (number | null)[]]>([
    ['that are the same', mark(5, [5, 4, 3]), mark(5, [5, 4, 3]), [5, 5, 4, 3]],
    ['that differ by one everywhere, both passing', mark(4, [4, 3, 6]), mark(5, [5, 4, 7]), [5, 5, 4, 7]],
    [
      'that differ by one, the one higher here and the other there',
      mark(5, [4, 6, 5]),
      mark(4, [5, 5, 5]),
      [5, 5, 6, 5],
    ],
    ['that both fail by their global rating', mark(2, [3, 3, 3]), mark(3, [4, 3, 3]), [3, 4, 3, 3]],
    ['that both fail by the same criterion', mark(4, [1, 4, 4]), mark(5, [2, 4, 4]), [5, 2, 4, 4]],
    ['in which neither could rate a criterion', mark(4, [4, null, 4]), mark(4, [5, null, 4]), [4, 5, null, 4]],
  ])('%s agree by themselves, on the higher of two neighbouring levels', (_, first, second, levels) => {
    const agreed = outcome(first, second)
    expect(agreed.kind).toBe('agreed')
    expect('mark' in agreed && levelsOf(agreed.mark)).toEqual(levels)
  })

  test.each<[string, Mark, Mark, string[]]>([
    ['a criterion differs by two', mark(5, [3, 5, 5]), mark(5, [5, 5, 5]), ['Not knowing differs by 2: 3 and 5.']],
    [
      'the global rating differs by two',
      mark(7, [5, 5, 5]),
      mark(5, [5, 5, 5]),
      ['Global rating differs by 2: 5 and 7.'],
    ],
    [
      'one passes and the other does not',
      mark(3, [4, 4, 4]),
      mark(4, [4, 4, 4]),
      ['One mark passes and the other does not.'],
    ],
    [
      'a criterion’s floor parts them, though the global ratings are equal',
      mark(4, [2, 4, 4]),
      mark(4, [3, 4, 4]),
      ['One mark passes and the other does not.'],
    ],
    [
      'the second flags a critical error, though both fail',
      mark(3, [4, 4, 4]),
      mark(3, [4, 4, 4], ['blame']),
      ['A critical error was flagged: Blame.'],
    ],
    [
      'both flag the same critical error',
      mark(4, [4, 4, 4], ['blame']),
      mark(4, [4, 4, 4], ['blame']),
      ['A critical error was flagged: Blame.'],
    ],
  ])('go to a third marker when %s', (_, first, second, because) => {
    expect(outcome(first, second)).toEqual({ kind: 'adjudication', because })
  })

  test('are sent to a third marker with every reason that holds', () => {
    expect(outcome(mark(2, [1, 7, 4], ['certainty']), mark(6, [4, 7, 4]))).toEqual({
      kind: 'adjudication',
      because: [
        'Global rating differs by 4: 2 and 6.',
        'Not knowing differs by 3: 1 and 4.',
        'One mark passes and the other does not.',
        'A critical error was flagged: Certainty.',
      ],
    })
  })

  test.each<[string, Mark, Mark, string, typeof usual]>([
    [
      'one could rate a criterion and the other could not',
      mark(4, [4, null, 4]),
      mark(4, [4, 4, 4]),
      'Patience: one marker could rate it and the other could not.',
      usual,
    ],
    [
      'a level lies on either side of a floor while both fail for another reason',
      mark(3, [2, 4, 4]),
      mark(3, [3, 4, 4]),
      'Not knowing: 2 and 3 lie on either side of the pass standard.',
      usual,
    ],
    [
      'the global ratings lie on either side of the standard while both fail for another reason',
      mark(3, [2, 4, 4]),
      mark(4, [2, 4, 4]),
      'Global rating: 3 and 4 lie on either side of the pass standard.',
      usual,
    ],
    [
      'they differ by more than the tolerance and less than the policy’s difference',
      mark(4, [3, 4, 4]),
      mark(4, [5, 4, 4]),
      'Not knowing differs by 2: 3 and 5.',
      policyWith({ adjudication: { difference: 3 } }),
    ],
    [
      'the policy wants no agreement without a talk',
      mark(4, [4, 4, 4]),
      mark(4, [4, 4, 4]),
      'The two markers talk about every script.',
      policyWith({ agreeWithin: null }),
    ],
    [
      'only equal levels agree by themselves, and one is not',
      mark(4, [4, 4, 4]),
      mark(5, [4, 4, 4]),
      'Global rating differs by 1: 4 and 5.',
      policyWith({ agreeWithin: 0 }),
    ],
    [
      'a critical error was flagged, and the policy asks for no third marker then',
      mark(3, [4, 4, 4], ['blame']),
      mark(3, [4, 4, 4], ['blame']),
      'A critical error was flagged: Blame.',
      policyWith({ adjudication: { anyCriticalError: false } }),
    ],
    [
      'one passes and the other does not, and the policy asks for no third marker then',
      mark(4, [4, null, 4]),
      mark(4, [4, null, null]),
      'One mark passes and the other does not.',
      policyWith({ adjudication: { eitherSideOfPass: false } }),
    ],
  ])('open a talk when %s', (_, first, second, reason, policy) => {
    const { kind, because } = outcome(first, second, policy)
    expect(kind).toBe('talk')
    expect(because).toContain(reason)
  })

  test('are both heard in what they agree on, and the same words once', () => {
    const agreed = outcome(mark(4, [4, 4, 4], [], 'You ask.'), mark(4, [4, 4, 4], [], 'You wait.'))
    expect(agreed).toMatchObject({ mark: { comment: 'You ask.\n\nYou wait.' }, hasPassed: true })
    const same = outcome(mark(4, [4, 4, 4], [], 'You ask.'), mark(4, [4, 4, 4], [], 'You ask.'))
    expect(same).toMatchObject({ mark: { comment: 'You ask.' } })
  })

  test('that lie three apart within a wide tolerance meet half way, rounded up', () => {
    const wide = policyWith({ adjudication: { difference: 6 }, agreeWithin: 3 })
    const agreed = outcome(mark(4, [3, 4, 4]), mark(7, [5, 4, 4]), wide)
    expect('mark' in agreed && levelsOf(agreed.mark)).toEqual([6, 4, 4, 4])
  })

  test('that both fail by their mean are talked about where the levels between them would pass', () => {
    const byMean = { ...rubric, pass: { ...rubric.pass, criterionMeanAtLeast: 4.5 } }
    const [first, second] = [mark(5, [5, 4, 4]), mark(5, [4, 5, 4])]
    expect(outcome(first, second, usual, byMean)).toEqual({
      kind: 'talk',
      because: ['The levels between the two marks would pass where the marks do not.'],
    })
    expect(outcome(first, second).kind).toBe('agreed')
  })

  test('use the numbers of the rubric’s version, not ours', () => {
    const strict = { ...rubric, pass: { ...rubric.pass, globalAtLeast: 6 } }
    expect(outcome(mark(5, [5, 5, 5]), mark(6, [5, 5, 5]), usual, strict).kind).toBe('adjudication')
    expect(outcome(mark(3, [5, 5, 5]), mark(4, [5, 5, 5]), usual, strict).kind).toBe('agreed')
  })
})

const level = fc.integer({ min: 1, max: 7 })
const anyMark = fc
  .tuple(
    level,
    fc.tuple(...Array.from({ length: 3 }, () => fc.option(level, { freq: 6 }))),
    fc.subarray(['blame', 'certainty']),
  )
  .map(([global, levels, errors]) => mark(global, levels as Levels, errors))
const nearMark = (of: Mark) =>
  fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 4, maxLength: 4 }).map(([g = 0, ...steps]): Mark => {
    const moved = (from: number, by: number) => Math.min(7, Math.max(1, from + by))
    const ratings = Object.entries(of.ratings).map(([id, { level: from }], at) => [
      id,
      { level: from === null ? null : moved(from, steps[at] ?? 0), comment: '' },
    ])
    return { ...of, globalLevel: moved(of.globalLevel, g), ratings: Object.fromEntries(ratings) }
  })
const anyTwo = fc.oneof(
  fc.tuple(anyMark, anyMark),
  anyMark.chain((first) => nearMark(first).map((second): [Mark, Mark] => [first, second])),
)
const anyPolicy = fc
  .tuple(fc.integer({ min: 1, max: 7 }), fc.boolean(), fc.boolean(), fc.option(fc.integer({ min: 0, max: 6 })))
  .map(([difference, eitherSideOfPass, anyCriticalError, agreeWithin]) =>
    policyWith({ adjudication: { difference, eitherSideOfPass, anyCriticalError }, agreeWithin }),
  )

describe('whatever two people mark', () => {
  test('it is the same whoever is called first', () => {
    fc.assert(
      fc.property(anyTwo, anyPolicy, ([first, second], policy) => {
        expect(outcome(second, first, policy)).toEqual(outcome(first, second, policy))
      }),
    )
  })

  test('it never agrees across the pass standard, nor over a critical error, nor outside of the two levels', () => {
    let agreements = 0
    fc.assert(
      fc.property(anyTwo, fc.oneof(anyPolicy, fc.constant(lenient)), ([first, second], policy) => {
        const agreed = outcome(first, second, policy)
        if (agreed.kind !== 'agreed') return
        agreements += 1
        for (const one of [first, second]) {
          expect(decideMark(rubric, one).hasPassed).toBe(agreed.hasPassed)
          expect(one.criticalErrors).toEqual({})
        }
        expect(decideMark(rubric, agreed.mark).hasPassed).toBe(agreed.hasPassed)
        const [a, b, given] = [levelsOf(first), levelsOf(second), levelsOf(agreed.mark)]
        for (const [at, value] of given.entries()) {
          const least = at === 0 ? 4 : 3
          const both = [a[at] ?? null, b[at] ?? null]
          const [low, high] = [Math.min(...both.map(Number)), Math.max(...both.map(Number))]
          if (value === null) expect(both).toEqual([null, null])
          else expect([low <= value && value <= high, low >= least]).toEqual([true, high >= least])
        }
      }),
      { numRuns: 500 },
    )
    expect(agreements).toBeGreaterThan(20)
  })
})

test('the third marker’s mark stands as it is, also outside of the other two', () => {
  const final = finalAfterAdjudication(rubric, [mark(3, [4, 4, 4]), mark(5, [5, 5, 5])], mark(2, [2, 2, 2]))
  expect(final.hasPassed).toBe(false)
  expect(final.mark.globalLevel).toBe(2)
  expect(final.because).toContain('The global ratings were 3 and 5; the third marker gave 2.')
})
