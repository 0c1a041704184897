import { describe, expect, test } from 'vitest'
import { krippendorffsAlpha } from '#app/domain/agreement/alpha.ts'
import { type Figure, isFigure } from '#app/domain/agreement/figure.ts'
import { ratingTable } from '#app/domain/agreement/rating.ts'
import { fourObservers, megAndOwen, ratingsOf } from './published-data.ts'

const table = (rows: (number | undefined)[][]) => ratingTable(ratingsOf(rows))
const value = (figure: Figure) => (isFigure(figure) ? Number(figure.value.toFixed(3)) : figure.reason)

describe('Krippendorff’s alpha', () => {
  test.each([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
  ] as const)('of four observers with gaps, %s, is as published', (metric, published) => {
    expect(value(krippendorffsAlpha(table(fourObservers), metric, 'seed'))).toBe(published)
  })

  test('of two observers and two values is as published, whatever the values are taken for', () => {
    for (const metric of ['nominal', 'ordinal', 'interval'] as const) {
      expect(value(krippendorffsAlpha(table(megAndOwen), metric, 'seed'))).toBe(0.095)
    }
  })

  test('leaves out a script with one mark', () => {
    expect(krippendorffsAlpha(table(fourObservers), 'ordinal', 'seed')).toMatchObject({ n: 11 })
  })

  test('has the same interval for the same seed, and another for another', () => {
    const [once, again, other] = ['a', 'a', 'b'].map((seed) =>
      krippendorffsAlpha(table(fourObservers), 'ordinal', seed),
    )
    expect(again).toEqual(once)
    expect(other).not.toEqual(once)
  })

  test('has the same interval whatever the scripts are called', () => {
    const reversed = fourObservers.toReversed()
    expect(krippendorffsAlpha(table(reversed), 'ordinal', 'seed')).toEqual(
      krippendorffsAlpha(table(fourObservers), 'ordinal', 'seed'),
    )
  })

  test('has an interval around its value', () => {
    const alpha = krippendorffsAlpha(table(fourObservers), 'ordinal', 'seed')
    if (!isFigure(alpha)) throw new Error(alpha.reason)
    expect(alpha.low).toBeGreaterThan(0.3)
    expect(alpha.low).toBeLessThan(alpha.value)
    expect(alpha.high).toBeGreaterThan(alpha.value)
    expect(alpha.high).toBeLessThanOrEqual(1)
  })

  test.each<[string, (number | undefined)[][], string]>([
    ['of nothing', [], 'No script was rated by two markers.'],
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
    [
      'with next to no variance',
      [
        [4, 5],
        [4, 4],
      ].concat(Array(1).fill([4, 4])),
      '',
    ],
  ])('%s is a reason or a number, never NaN', (_, rows, reason) => {
    const alpha = krippendorffsAlpha(table(rows), 'ordinal', 'seed')
    if (reason) expect(value(alpha)).toContain(reason)
    else expect(isFigure(alpha) && [alpha.low, alpha.value, alpha.high].every(Number.isFinite)).toBe(true)
  })
})
