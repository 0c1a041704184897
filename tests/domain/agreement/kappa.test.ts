import { describe, expect, test } from 'vitest'
import { type Figure, isFigure } from '#app/domain/agreement/figure.ts'
import { iccAgreement } from '#app/domain/agreement/icc-two-way.ts'
import { cohensKappa } from '#app/domain/agreement/kappa.ts'
import { ratingTable } from '#app/domain/agreement/rating.ts'
import { abstractors, dermatologists, diagnoses, pairsOfTable, ratingsOf } from './published-data.ts'

const rounded = (figure: Figure, digits: number) => {
  if (!isFigure(figure)) return figure
  const { value, standardError = 0, low, high } = figure
  return [value, standardError, low, high].map((at) => Number(at.toFixed(digits)))
}

describe('Cohen’s kappa', () => {
  test('of the dermatologists in the SAS manual has its value, error and interval', () => {
    expect(rounded(cohensKappa(pairsOfTable(dermatologists), 'unweighted'), 4)).toEqual([0.3449, 0.0724, 0.203, 0.4868])
  })

  test.each([
    ['unweighted', 0.796],
    ['linear', 0.843],
    ['quadratic', 0.892],
  ] as const)('of Gwet’s abstractors, %s, is as published', (weighting, published) => {
    expect(rounded(cohensKappa(pairsOfTable(abstractors), weighting), 3)).toContain(published)
  })

  test.each([
    ['unweighted', 0.432, 0.046],
    ['linear', 0.407, 0.053],
    ['quadratic', 0.383, 0.066],
  ] as const)('of Gwet’s diagnoses, %s, is as published, and so is its error', (weighting, published, error) => {
    expect(rounded(cohensKappa(pairsOfTable(diagnoses), weighting), 3)).toEqual(
      expect.arrayContaining([published, error]),
    )
  })

  test('with quadratic weights is ICC(2,1), but for a term that vanishes with the number of scripts (Fleiss & Cohen 1973)', () => {
    const pairs = pairsOfTable(diagnoses)
    const kappa = cohensKappa(pairs, 'quadratic')
    const gap = (times: number) => {
      const rows = Array.from({ length: times }, () => pairs).flat()
      const icc = iccAgreement(ratingTable(ratingsOf(rows))).single
      return isFigure(icc) && isFigure(kappa) ? Math.abs(icc.value - kappa.value) : Number.NaN
    }
    expect(gap(1)).toBeLessThan(0.003)
    expect(gap(20)).toBeCloseTo(gap(1) / 20, 5)
  })

  test('with quadratic weights depends on the distance between levels, not on which levels happen to be used', () => {
    const pairs: [number, number][] = [
      [1, 2],
      [2, 2],
      [7, 6],
      [6, 7],
      [4, 1],
    ]
    const doubled = pairs.map(([a, b]): [number, number] => [a * 2, b * 2])
    expect(cohensKappa(doubled, 'quadratic')).toEqual(cohensKappa(pairs, 'quadratic'))
  })

  test.each<[string, [number, number][], string]>([
    ['of no script', [], 'At least two scripts'],
    ['of one script', [[1, 2]], 'At least two scripts'],
    [
      'of marks that are all the same',
      [
        [4, 4],
        [4, 4],
      ],
      'Every mark is at the same level',
    ],
    [
      'of a marker who always gives the same level',
      [
        [4, 1],
        [4, 5],
        [4, 4],
      ],
      'kappa 0 whatever the other did',
    ],
  ])('%s gives a reason', (_, pairs, reason) => {
    expect(JSON.stringify(cohensKappa(pairs, 'quadratic'))).toContain(reason)
  })

  test('says that its error is too small where two markers agree on everything', () => {
    expect(
      cohensKappa(
        [
          [1, 1],
          [2, 2],
          [3, 3],
        ],
        'quadratic',
      ),
    ).toMatchObject({ value: 1, note: expect.stringContaining('too narrow') })
  })
})
