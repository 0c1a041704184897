import { describe, expect, test } from 'vitest'
import { allowedStatistics, designOf, STATISTICS, type Statistic } from '#app/domain/agreement/design.ts'
import { ratingTable } from '#app/domain/agreement/rating.ts'
import { ratingsOf } from './published-data.ts'

const answers = (rows: (number | undefined)[][]) => allowedStatistics(designOf(ratingTable(ratingsOf(rows))))
const allowed = (rows: (number | undefined)[][]) =>
  answers(rows)
    .filter(({ isAllowed }) => isAllowed)
    .map(({ statistic }) => statistic)
const because = (rows: (number | undefined)[][], named: Statistic) =>
  answers(rows).find(({ statistic }) => statistic === named)?.because

const none = undefined
const crossed = [
  [3, 4],
  [5, 5],
  [2, 1],
  [6, 7],
]
const changing = [
  [3, 4, none],
  [none, 5, 6],
  [2, none, 1],
  [7, 6, none],
]
const clustered = [
  [4, 4, none],
  [none, 4, 4],
  [4, none, 5],
  [4, 4, none],
]

describe('the statistics that a design allows', () => {
  test('with the same markers on every script are ICC(2,1) and (3,1), kappa and alpha', () => {
    expect(allowed(crossed)).toEqual(['kappa', 'icc-agreement', 'icc-consistency', 'alpha', 'bland-altman'])
    expect(because(crossed, 'icc-agreement')).toBe('The same 2 markers marked every one of the scripts.')
  })

  test('with changing pairs are ICC(1,1) and alpha, and kappa for pairs with scripts in common', () => {
    expect(allowed(changing)).toEqual(['kappa', 'icc-one-way', 'alpha', 'bland-altman'])
    expect(because(changing, 'icc-consistency')).toContain('The markers change from script to script')
  })

  test('take in AC2 where half of the marks or more are at one level', () => {
    expect(allowed(clustered)).toContain('ac2')
    expect(because(clustered, 'ac2')).toContain('88 % of the marks are at one level')
    expect(because(crossed, 'ac2')).toContain('No level has half of the marks')
  })

  test('are none where no script has two marks', () => {
    expect(allowed([[3], [4]])).toEqual([])
    expect(allowed([])).toEqual([])
    expect(new Set(answers([[3], [4]]).map(({ because }) => because))).toEqual(
      new Set(['No script was rated by two markers.']),
    )
  })

  test('are always all named, each with a sentence', () => {
    for (const rows of [crossed, changing, clustered, []]) {
      expect(answers(rows).map(({ statistic }) => statistic)).toEqual([...STATISTICS])
      expect(answers(rows).every((answer) => answer.because.endsWith('.'))).toBe(true)
    }
  })
})
