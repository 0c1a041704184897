import { describe, expect, test } from 'vitest'
import { type Figure, isFigure } from '#app/domain/agreement/figure.ts'
import { gwetsAc } from '#app/domain/agreement/gwet.ts'
import { ratingTable } from '#app/domain/agreement/rating.ts'
import { abstractors, diagnoses, fiveObservers, fourObservers, pairsOfTable, ratingsOf } from './published-data.ts'

const table = (rows: readonly (readonly (number | undefined)[])[]) => ratingTable(ratingsOf(rows))
const rounded = (figure: Figure) => {
  if (!isFigure(figure)) return figure
  const { value, standardError = 0, low, high } = figure
  return [value, standardError, low, high].map((at) => Number(at.toFixed(3)))
}

describe('Gwet’s coefficients', () => {
  test.each([
    ['AC1', 'unweighted', [0.775, 0.143, 0.461, 1]],
    ['AC2 linear', 'linear', [0.859, 0.117, 0.6, 1]],
    ['AC2 quadratic', 'quadratic', [0.914, 0.104, 0.685, 1]],
    ['AC2 ordinal', 'ordinal', [0.899, 0.107, 0.664, 1]],
  ] as const)('%s of four raters with gaps has the published value, error and interval', (_, weighting, published) => {
    expect(rounded(gwetsAc(table(fourObservers), weighting))).toEqual(published)
  })

  test('AC1 of five observers with gaps has the published value, error and interval', () => {
    expect(rounded(gwetsAc(table(fiveObservers), 'unweighted'))).toEqual([0.497, 0.122, 0.235, 0.758])
  })

  test.each([
    ['AC1', 'unweighted', 0.456, 0.043],
    ['AC2 linear', 'linear', 0.377, 0.056],
    ['AC2 quadratic', 'quadratic', 0.299, 0.075],
    ['AC2 ordinal', 'ordinal', 0.324, 0.069],
  ] as const)('%s of two methods of diagnosis has the published value and error', (_, weighting, published, error) => {
    const figure = gwetsAc(table(pairsOfTable(diagnoses)), weighting)
    if (!isFigure(figure)) throw new Error(figure.reason)
    expect(figure.value.toFixed(3)).toBe(published.toFixed(3))
    // The published error is that of Gwet's formula for a cross table of two markers, which divides by n and not n - 1.
    const ofTable = (figure.standardError ?? 0) * Math.sqrt((figure.n - 1) / figure.n)
    expect(ofTable.toFixed(3)).toBe(error.toFixed(3))
  })

  test.each([
    ['AC1', 'unweighted', 0.849],
    ['AC2 linear', 'linear', 0.9],
    ['AC2 quadratic', 'quadratic', 0.94],
  ] as const)('%s of two abstractors is as published', (_, weighting, published) => {
    expect(rounded(gwetsAc(table(pairsOfTable(abstractors)), weighting))).toContain(published)
  })

  test('take levels of the scale that nobody used into account when they are told of them', () => {
    const without = gwetsAc(table(fourObservers), 'quadratic')
    const withSeven = gwetsAc(table(fourObservers), 'quadratic', [1, 2, 3, 4, 5, 6, 7])
    expect(isFigure(without) && isFigure(withSeven) && withSeven.value > without.value).toBe(true)
  })

  test('stay high where nearly all scripts are at one level and kappa would collapse', () => {
    const clustered = [...Array(48).fill([4, 4]), [4, 5], [5, 4]]
    expect(
      isFigure(gwetsAc(table(clustered), 'quadratic')) && rounded(gwetsAc(table(clustered), 'unweighted')),
    ).toContain(0.958)
  })

  test.each<[string, (number | undefined)[][], string]>([
    ['of one marker', [[1], [2]], 'No script was rated by two markers.'],
    ['of one script', [[1, 2]], 'At least two scripts'],
    [
      'without variance',
      [
        [4, 4],
        [4, 4],
      ],
      'Every mark is at the same level',
    ],
  ])('%s give a reason', (_, rows, reason) => {
    expect(JSON.stringify(gwetsAc(table(rows), 'quadratic'))).toContain(reason)
  })
})
