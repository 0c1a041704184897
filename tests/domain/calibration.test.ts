import { describe, expect, test } from 'vitest'
import { type Consensus, deviationInWords, deviationsFrom, isWithinTolerance } from '#app/domain/calibration.ts'
import type { Judgement, MarkedRubric } from '#app/domain/rubric.ts'

const rubric: MarkedRubric = {
  criteria: [
    { id: 'not-knowing', title: 'Not knowing' },
    { id: 'patience', title: 'Patience' },
  ],
  criticalErrors: [{ id: 'certainty', title: 'Certainty' }],
  pass: { globalAtLeast: 4, criterionAtLeast: 3, notRateableAtMost: 1, criticalErrorsUpheldAtMost: 0 },
}

const because = 'A reason.'

type Levels = { notKnowing?: number | null; patience?: number | null; global?: number; errors?: string[] }

const consensusOf = ({ notKnowing = 5, patience = 5, global = 5, errors = [] }: Levels = {}): Consensus => ({
  ratings: { 'not-knowing': { level: notKnowing, because }, patience: { level: patience, because } },
  global: { level: global, because },
  criticalErrors: errors.map((id) => ({ id, because })),
  comment: 'On the whole.',
})

const markOf = ({ notKnowing = 5, patience = 5, global = 5, errors = [] }: Levels = {}): Judgement => ({
  ratings: { 'not-knowing': { level: notKnowing }, patience: { level: patience } },
  globalLevel: global,
  criticalErrors: Object.fromEntries(errors.map((id) => [id, 'seen'])),
})

describe('the deviations from a consensus', () => {
  test('are own minus consensus, for every criterion and the global rating', () => {
    expect(
      deviationsFrom(rubric, consensusOf({ patience: 3 }), markOf({ notKnowing: 4, patience: 6, global: 5 })),
    ).toEqual({
      global: 0,
      'not-knowing': -1,
      patience: 3,
    })
  })

  test('are none where neither could rate, and a deviation of its own where only one could', () => {
    expect(deviationsFrom(rubric, consensusOf({ patience: null }), markOf({ patience: null }))).toMatchObject({
      patience: 0,
    })
    expect(deviationsFrom(rubric, consensusOf({ patience: null }), markOf())).toMatchObject({ patience: 'one-sided' })
    expect(deviationsFrom(rubric, consensusOf(), markOf({ patience: null }))).toMatchObject({ patience: 'one-sided' })
  })

  test('leave out a criterion that the consensus says nothing of', () => {
    const { patience: _, ...ratings } = consensusOf().ratings
    expect(deviationsFrom(rubric, { ...consensusOf(), ratings }, markOf())).toEqual({ global: 0, 'not-knowing': 0 })
  })

  test('are said in words', () => {
    expect([-2, -1, 0, 1, 'one-sided' as const].map(deviationInWords)).toEqual([
      '2 levels below the consensus',
      '1 level below the consensus',
      'as the consensus',
      '1 level above the consensus',
      'rateable for one of the two only',
    ])
  })
})

describe('a mark is within tolerance of a consensus', () => {
  const within: [string, Levels, Levels][] = [
    ['when it is the same', {}, {}],
    [
      'when every level is one off',
      { notKnowing: 5, patience: 5, global: 5 },
      { notKnowing: 6, patience: 4, global: 6 },
    ],
    ['when both flag the same critical error', { errors: ['certainty'] }, { errors: ['certainty'] }],
    ['when neither could rate a criterion', { patience: null }, { patience: null }],
  ]
  test.each(within)('%s', (_, consensus, mark) => {
    const { isWithin, because } = isWithinTolerance(rubric, consensusOf(consensus), markOf(mark))
    expect({ isWithin, reasons: because.length }).toEqual({ isWithin: true, reasons: 1 })
  })

  const beyond: [string, Levels, Levels, RegExp][] = [
    [
      'a criterion is two off',
      {},
      { patience: 7 },
      /^Patience: 2 levels above the consensus \(yours: 7, consensus: 5\)/,
    ],
    ['the global rating is two off', { global: 4 }, { global: 6 }, /^Global rating: 2 levels above/],
    ['only one could rate a criterion', { patience: null }, {}, /^Patience: rateable for one of the two only/],
    [
      'the global ratings lie on either side of the standard',
      { global: 3 },
      { global: 4 },
      /^Global rating: .*either side/,
    ],
    [
      'one passes by a criterion’s floor and the other does not',
      { patience: 3 },
      { patience: 2 },
      /rule the consensus passes/,
    ],
    ['the mark flags a critical error alone', {}, { errors: ['certainty'] }, /you flagged “Certainty”/],
    ['the consensus flags a critical error alone', { errors: ['certainty'] }, {}, /the consensus flags “Certainty”/],
  ]
  test.each(beyond)('not when %s', (_, consensus, mark, reason) => {
    const { isWithin, because } = isWithinTolerance(rubric, consensusOf(consensus), markOf(mark))
    expect(isWithin).toBe(false)
    expect(because.some((sentence) => reason.test(sentence))).toBe(true)
  })

  test('not on either side of the standard, also where both fail for another reason', () => {
    const levels = { patience: 1 }
    const { isWithin } = isWithinTolerance(
      rubric,
      consensusOf({ ...levels, global: 3 }),
      markOf({ ...levels, global: 4 }),
    )
    expect(isWithin).toBe(false)
  })
})
