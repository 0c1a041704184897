import { describe, expect, test } from 'vitest'
import { alphaText, bandText } from '#app/domain/agreement/bands.ts'
import { blandAltman } from '#app/domain/agreement/bland-altman.ts'
import { connectedSets, describeSets } from '#app/domain/agreement/connected.ts'
import { fQuantile, normalQuantile, tQuantile } from '#app/domain/agreement/distributions.ts'
import { isFigure } from '#app/domain/agreement/figure.ts'
import { percentAgreement } from '#app/domain/agreement/percent-agreement.ts'
import { type Rating, ratingTable } from '#app/domain/agreement/rating.ts'
import { fourObservers, peakFlow, ratingsOf } from './published-data.ts'

const table = (rows: readonly (readonly (number | undefined)[])[]) => ratingTable(ratingsOf(rows))

describe('percent agreement', () => {
  test('is Gwet’s share of agreeing pairs, script by script', () => {
    const figure = percentAgreement(table(fourObservers))
    expect(isFigure(figure) && figure.value.toFixed(3)).toBe('0.818')
  })

  test('may count the next level as agreeing', () => {
    const rows = [
      [3, 4],
      [3, 5],
      [4, 4],
      [4, 4],
    ]
    expect(percentAgreement(table(rows))).toMatchObject({ value: 0.5, n: 4 })
    expect(percentAgreement(table(rows), 1)).toMatchObject({ value: 0.75 })
  })

  test('keeps an interval with a width where everybody agrees', () => {
    const figure = percentAgreement(
      table([
        [4, 4],
        [5, 5],
        [3, 3],
      ]),
    )
    expect(figure).toMatchObject({ value: 1, high: 1 })
    expect(isFigure(figure) && figure.low).toBeCloseTo(0.4385, 4)
  })

  test('of scripts with one mark each gives a reason', () => {
    expect(percentAgreement(table([[4], [5]]))).toEqual({ reason: 'No script was rated by two markers.' })
  })
})

describe('the limits of agreement', () => {
  test('of the peak flow meters are Bland & Altman’s, who took 2 sd for 1.96', () => {
    const limits = blandAltman(peakFlow)
    if (!isFigure(limits)) throw new Error(limits.reason)
    const { bias, lower, upper, sd, n } = limits
    expect([bias.value, sd].map((at) => at.toFixed(1))).toEqual(['-2.1', '38.8'])
    expect([bias.low, bias.high].map((at) => at.toFixed(1))).toEqual(['-22.0', '17.8'])
    expect(lower.value - bias.value).toBeCloseTo(-1.96 * sd, 2)
    // Published for 2 sd: -79.7 (-114.3 to -45.1) and 75.5 (40.9 to 110.1); the error of a limit, 16.3, does not depend on that.
    expect(lower.value - 0.04 * sd).toBeCloseTo(-79.7, 0)
    expect(((upper.high - upper.low) / 2 / tQuantile(0.975, 16)).toFixed(1)).toBe('16.3')
    expect(n).toBe(17)
  })

  test('of two scripts give a reason', () => {
    expect(
      blandAltman([
        [1, 2],
        [2, 2],
      ]),
    ).toEqual({ reason: 'Fewer than three scripts were marked by both.' })
  })
})

describe('sets of connected markers', () => {
  const marks = (...pairs: [string, string][]): Rating[] => pairs.map(([unit, rater]) => ({ unit, rater, score: 4 }))

  test('join markers by way of others', () => {
    const chain = marks(['1', 'Ada'], ['1', 'Ben'], ['2', 'Ben'], ['2', 'Cleo'], ['3', 'Dov'])
    expect(connectedSets(chain)).toEqual([['Ada', 'Ben', 'Cleo'], ['Dov']])
  })

  test('are named where there are several, and not where there is one', () => {
    const sets = connectedSets(marks(['1', '10'], ['1', '9'], ['2', 'Ada'], ['2', 'Ben']))
    expect(describeSets(sets)).toContain('not between them: 10 and 9; Ada and Ben.')
    expect(describeSets([['Ada', 'Ben']])).toBeUndefined()
  })

  test('join a long chain whatever the order of its marks', () => {
    const links = Array.from({ length: 300 }, (_, i): [string, string][] => [
      [`${i}`, `marker ${i}`],
      [`${i}`, `marker ${i + 1}`],
    ])
    expect(connectedSets(marks(...links.flat()))).toHaveLength(1)
    expect(connectedSets(marks(...links.reverse().flat()))).toHaveLength(1)
  })
})

describe('words for a figure', () => {
  test('are read off both ends of the interval', () => {
    expect(bandText({ low: 0.3, high: 0.49 })).toBe('poor')
    expect(bandText({ low: 0.5, high: 0.8 })).toBe('moderate to good')
    expect(bandText({ low: 0.75, high: 0.9 })).toBe('good to excellent')
    expect(alphaText({ low: 0.81 })).toBe('reliable')
    expect(alphaText({ low: 0.7 })).toBe('tentative conclusions only')
    expect(alphaText({ low: 0.6 })).toBe('not shown to be reliable')
  })
})

describe('quantiles', () => {
  test('agree with printed tables, also for degrees of freedom that are not whole or very many', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959964, 6)
    expect(tQuantile(0.975, 16)).toBeCloseTo(2.119905, 6)
    expect(fQuantile(0.975, 5, 15)).toBeCloseTo(3.576415, 6)
    expect(fQuantile(0.975, 2500, 3.21)).toBeCloseTo(12.136707, 5)
    expect(fQuantile(0.975, 12_000, 12_000)).toBeCloseTo(1.036434, 6)
  })
})

test('a table of ratings refuses two marks of one script by one marker', () => {
  expect(() =>
    ratingTable([
      { unit: '1', rater: 'Ada', score: 3 },
      { unit: '1', rater: 'Ada', score: 4 },
    ]),
  ).toThrow('Ada rated 1 twice.')
})
