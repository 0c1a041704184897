import { describe, expect, test } from 'vitest'
import { type Figure, isFigure } from '#app/domain/agreement/figure.ts'
import { iccOneWay } from '#app/domain/agreement/icc-one-way.ts'
import { iccAgreement, iccConsistency } from '#app/domain/agreement/icc-two-way.ts'
import { ratingTable } from '#app/domain/agreement/rating.ts'
import { ratingsOf, shroutFleiss } from './published-data.ts'

const table = (rows: (number | undefined)[][]) => ratingTable(ratingsOf(rows))
const judges = table(shroutFleiss)

const value = (figure: Figure) => (isFigure(figure) ? figure.value : Number.NaN)
const interval = (figure: Figure) =>
  isFigure(figure) ? [figure.low, figure.high].map((at) => Number(at.toFixed(2))) : []
const reasonOf = (figure: Figure) => (isFigure(figure) ? undefined : figure.reason)

describe('the six intraclass correlations of Shrout & Fleiss 1979', () => {
  test.each<[string, Figure, number]>([
    ['ICC(1,1)', iccOneWay(judges).single, 0.17],
    ['ICC(2,1)', iccAgreement(judges).single, 0.29],
    ['ICC(3,1)', iccConsistency(judges).single, 0.71],
    ['ICC(1,k)', iccOneWay(judges).average, 0.44],
    ['ICC(2,k)', iccAgreement(judges).average, 0.62],
    ['ICC(3,k)', iccConsistency(judges).average, 0.91],
  ])('%s is as published', (_, figure, published) => {
    expect(value(figure).toFixed(2)).toBe(published.toFixed(2))
  })

  test.each<[string, Figure, [number, number]]>([
    ['ICC(1,1)', iccOneWay(judges).single, [-0.13, 0.72]],
    ['ICC(2,1)', iccAgreement(judges).single, [0.02, 0.76]],
    ['ICC(3,1)', iccConsistency(judges).single, [0.34, 0.95]],
    ['ICC(1,k)', iccOneWay(judges).average, [-0.88, 0.91]],
    ['ICC(2,k)', iccAgreement(judges).average, [0.07, 0.93]],
    ['ICC(3,k)', iccConsistency(judges).average, [0.68, 0.99]],
  ])('%s has the interval that the R package psych gives for the same table', (_, figure, published) => {
    expect(interval(figure)).toEqual(published)
  })
})

describe('an intraclass correlation', () => {
  test('leaves out scripts that a marker did not mark where all must have marked, and says how many are left', () => {
    const figure = iccAgreement(table([...shroutFleiss, [5, undefined, 5, 5]])).single
    expect(value(figure)).toBeCloseTo(value(iccAgreement(judges).single), 12)
    expect(figure).toMatchObject({ n: 6 })
  })

  test('by one way keeps scripts with fewer marks', () => {
    expect(iccOneWay(table([...shroutFleiss, [5, undefined, 5, 5]])).single).toMatchObject({ n: 7 })
  })

  test('of markers who differ by a constant is 1 in consistency and lower in agreement', () => {
    const offset = table([
      [1, 3],
      [2, 4],
      [4, 6],
      [5, 7],
    ])
    expect(iccConsistency(offset).single).toMatchObject({ value: 1, low: 1, high: 1 })
    expect(value(iccAgreement(offset).single)).toBeLessThan(0.7)
  })

  test.each<[string, (number | undefined)[][], string]>([
    ['of one marker', [[1], [2], [3]], 'There is only one marker.'],
    [
      'of scripts that share no marker',
      [
        [1, undefined],
        [undefined, 2],
      ],
      'Fewer than two scripts were marked by every marker.',
    ],
    [
      'without variance',
      [
        [4, 4],
        [4, 4],
        [4, 4],
      ],
      'Every mark is at the same level',
    ],
    [
      'of scripts that do not differ',
      [
        [3, 4],
        [3, 4],
        [3, 4],
      ],
      'the scripts do not differ',
    ],
  ])('%s gives a reason', (_, rows, reason) => {
    expect(reasonOf(iccAgreement(table(rows)).single)).toContain(reason)
    expect(reasonOf(iccConsistency(table(rows)).average)).toContain(reason)
  })

  test('by one way gives a reason where no script has two marks, or only one has', () => {
    expect(
      reasonOf(
        iccOneWay(
          table([
            [1, undefined],
            [undefined, 2],
          ]),
        ).single,
      ),
    ).toBe('No script was rated by two markers.')
    expect(reasonOf(iccOneWay(table([[1, 2]])).average)).toBe('At least two scripts must be rated by two markers.')
    expect(
      reasonOf(
        iccOneWay(
          table([
            [4, 4],
            [4, 4],
          ]),
        ).average,
      ),
    ).toContain('Every mark is at the same level')
  })

  test('stays a number where two markers contradict each other completely', () => {
    const opposed = table([
      [1, 2],
      [2, 1],
    ])
    for (const figure of [iccAgreement(opposed), iccConsistency(opposed), iccOneWay(opposed)]) {
      expect(figure.single).toMatchObject({ value: -1 })
      expect(
        Object.values(figure.average)
          .filter((at) => typeof at === 'number')
          .every(Number.isFinite),
      ).toBe(true)
    }
  })
})
