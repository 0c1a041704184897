import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideMark, type Judgement, type MarkedRubric } from '#app/domain/rubric.ts'

const rubric: MarkedRubric = {
  criteria: [
    { id: 'not-knowing', title: 'Not knowing' },
    { id: 'patience', title: 'Patience' },
    { id: 'acceptance', title: 'Acceptance' },
  ],
  criticalErrors: [
    { id: 'certainty', title: 'Certainty about the patient’s mind' },
    { id: 'blame', title: 'Blaming the patient' },
  ],
  pass: { globalAtLeast: 4, criterionAtLeast: 3, notRateableAtMost: 1, criticalErrorsUpheldAtMost: 0 },
}

type Levels = [number | null, number | null, number | null]

const judgement = (globalLevel: number, levels: Levels, errors: string[] = []): Judgement => ({
  globalLevel,
  ratings: {
    'not-knowing': { level: levels[0] },
    patience: { level: levels[1] },
    acceptance: { level: levels[2] },
  },
  criticalErrors: Object.fromEntries(errors.map((id) => [id, 'in the second reply'])),
})

const unmet = (mark: Judgement, by = rubric) =>
  decideMark(by, mark)
    .because.filter(({ met }) => !met)
    .map(({ rule, text }) => `${rule}: ${text}`)

describe('a script', () => {
  test.each<[string, Judgement]>([
    ['with everything at the standard', judgement(4, [4, 4, 4])],
    ['with every criterion at the lowest level allowed', judgement(4, [3, 3, 3])],
    ['with one criterion that could not be rated', judgement(4, [4, null, 4])],
    ['with the highest levels', judgement(7, [7, 7, 7])],
  ])('%s is passed', (_, mark) => {
    expect(decideMark(rubric, mark).hasPassed).toBe(true)
  })

  test.each<[string, Judgement, string]>([
    ['one below the global standard', judgement(3, [7, 7, 7]), 'global: The global rating is 3; at least 4 is needed.'],
    ['with one criterion below 3', judgement(7, [7, 2, 7]), 'criteria: Below 3: Patience (2).'],
    [
      'with two criteria that could not be rated',
      judgement(7, [null, 7, null]),
      'not-rateable: Not rateable: Not knowing and Acceptance. At most 1 is allowed.',
    ],
    [
      'with one critical error',
      judgement(7, [7, 7, 7], ['blame']),
      'critical-errors: Critical error: Blaming the patient. None is allowed.',
    ],
  ])('%s is not passed, and that is the reason given', (_, mark, reason) => {
    expect(decideMark(rubric, mark).hasPassed).toBe(false)
    expect(unmet(mark)).toEqual([reason])
  })

  test('that fails in every way is told every reason, in the order of the rules', () => {
    expect(unmet(judgement(1, [1, null, null], ['certainty', 'blame'])).map((text) => text.split(':')[0])).toEqual([
      'global',
      'criteria',
      'not-rateable',
      'critical-errors',
    ])
  })
})

describe('a decision', () => {
  test('names every rule whether it is met or not', () => {
    expect(decideMark(rubric, judgement(5, [4, null, 6])).because).toEqual([
      { rule: 'global', met: true, text: 'The global rating is 5; at least 4 is needed.' },
      { rule: 'criteria', met: true, text: 'No criterion is below 3.' },
      { rule: 'not-rateable', met: true, text: 'Not rateable: Patience. At most 1 is allowed.' },
      { rule: 'critical-errors', met: true, text: 'No critical error was found.' },
    ])
  })

  test('takes each of its numbers from the version of the rubric', () => {
    const strict = { globalAtLeast: 5, criterionAtLeast: 4, notRateableAtMost: 0, criticalErrorsUpheldAtMost: 1 }
    const stricter: MarkedRubric = { ...rubric, pass: strict }
    expect(unmet(judgement(4, [4, 3, null], ['blame']), stricter)).toEqual([
      'global: The global rating is 4; at least 5 is needed.',
      'criteria: Below 4: Patience (3).',
      'not-rateable: Not rateable: Acceptance. None is allowed.',
    ])
  })

  test('asks for a mean of the criteria only where a cut on it was adopted, and tells it to two decimals', () => {
    const withMean = { ...rubric, pass: { ...rubric.pass, criterionMeanAtLeast: 3.67 } }
    expect(decideMark(withMean, judgement(4, [3, 4, 4]))).toMatchObject({ hasPassed: true })
    expect(unmet(judgement(4, [3, 4, null]), withMean)).toEqual([
      'criterion-mean: The mean of the criteria is 3.5; at least 3.67 is needed.',
    ])
    const nothingRated = unmet(judgement(4, [null, null, null]), withMean)
    expect(nothingRated[0]).toBe('criterion-mean: No criterion could be rated, so they have no mean.')
  })

  test('never falls to a lower result because a level was raised', () => {
    const level = fc.integer({ min: 1, max: 6 })
    fc.assert(
      fc.property(level, fc.tuple(level, level, level), fc.integer({ min: 0, max: 2 }), (global, levels, raised) => {
        const higher = levels.with(raised, (levels[raised] ?? 1) + 1) as Levels
        const before = decideMark(rubric, judgement(global, levels)).hasPassed
        expect(decideMark(rubric, judgement(global, higher)).hasPassed || !before).toBe(true)
      }),
    )
  })

  test('is refused for a mark that leaves a criterion out, which would pass by omission', () => {
    const { patience: _, ...ratings } = judgement(7, [7, 7, 7]).ratings
    expect(() => decideMark(rubric, { globalLevel: 7, ratings, criticalErrors: {} })).toThrow(/patience/)
  })
})
