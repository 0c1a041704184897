import { describe, expect, test } from 'vitest'
import { angoffChange, angoffRound } from '#app/domain/standard-setting/angoff.ts'
import { borderlineRegression, type GlobalMark } from '#app/domain/standard-setting/borderline-regression.ts'

const round = (byJudge: Record<string, number[]>) =>
  Object.entries(byJudge).flatMap(([judge, estimates]) =>
    estimates.map((estimate, index) => ({ judge, item: `criterion ${index + 1}`, estimate })),
  )

describe('a round of the modified Angoff procedure', () => {
  const first = angoffRound(round({ Ada: [4, 4], Ben: [3, 5], Cleo: [5, 6] }))

  test('cuts at the mean of the judges’ own cuts, with their spread and the error of the mean', () => {
    expect(first).toMatchObject({ judges: 3, cut: 4.5 })
    // The judges' cuts are 4, 4 and 5.5: sd 0.866, divided by the root of 3.
    expect('sd' in first && [first.sd, first.standardError].map((at) => at.toFixed(3))).toEqual(['0.866', '0.500'])
  })

  test('shows the spread of each item, which the judges see before the second round', () => {
    expect('items' in first && first.items[1]).toEqual({
      item: 'criterion 2',
      mean: 5,
      sd: 1,
      lowest: 4,
      highest: 6,
      judges: 3,
    })
  })

  test('leaves out a judge who has not judged everything', () => {
    expect(
      angoffRound([...round({ Ada: [4, 4], Ben: [3, 5] }), { judge: 'Dov', item: 'criterion 1', estimate: 7 }]),
    ).toMatchObject({
      judges: 2,
      cut: 4,
    })
  })

  test('needs two judges', () => {
    expect(angoffRound(round({ Ada: [4, 4] }))).toEqual({
      reason: 'Fewer than 2 judges have judged everything in this round.',
    })
    expect(angoffRound([])).toHaveProperty('reason')
  })

  test('is compared with the second', () => {
    const second = angoffRound(round({ Ada: [4, 4], Ben: [4, 4], Cleo: [4, 5] }))
    const change = angoffChange(first, second)
    expect('cut' in change && change.cut).toBeCloseTo(-1 / 3, 9)
    expect('sd' in change && change.sd).toBeLessThan(0)
    expect(angoffChange(first, angoffRound([]))).toHaveProperty('reason')
  })
})

describe('borderline regression', () => {
  /** y = 1 + 0.75 x, and every second mark 0.5 above or below. */
  const marks: GlobalMark[] = Array.from({ length: 24 }, (_, index) => {
    const global = 2 + (index % 5)
    return {
      unit: `script ${Math.floor(index / 2)}`,
      global,
      criteria: 1 + 0.75 * global + (index % 2 === 0 ? 0.5 : -0.5),
    }
  })

  test('reads the cut off the line at the borderline rating and reports how firm it is', () => {
    const result = borderlineRegression(marks, 4, 'seed')
    if ('reason' in result) throw new Error(result.reason)
    // As scipy.stats.linregress has it.
    expect([result.slope, result.intercept, result.r2, result.rmse].map((at) => at.toFixed(4))).toEqual([
      '0.7282',
      '1.0855',
      '0.8026',
      '0.5213',
    ])
    expect(result.cut).toBeCloseTo(result.intercept + 4 * result.slope, 9)
    expect(result.low).toBeLessThan(result.cut)
    expect(result.high).toBeGreaterThan(result.cut)
    expect(result).toMatchObject({ marks: 24, scripts: 12 })
  })

  test('gives the same interval for the same seed and in whatever order marks come', () => {
    const interval = (of: GlobalMark[], seed: string) => {
      const { low, high } = { low: 0, high: 0, ...borderlineRegression(of, 4, seed) }
      return [low, high].map((at) => at.toFixed(9))
    }
    expect(interval(marks.toReversed(), 'seed')).toEqual(interval(marks, 'seed'))
    const renamed = marks.map((mark) => ({ ...mark, unit: mark.unit.split('').reverse().join('') }))
    expect(interval(renamed, 'seed')).toEqual(interval(marks, 'seed'))
    expect(interval(marks, 'other')).not.toEqual(interval(marks, 'seed'))
  })

  test('gives a reason for few scripts, and for global ratings that are all the same', () => {
    expect(borderlineRegression(marks.slice(0, 10), 4, 'seed')).toEqual({
      reason: 'Fewer than 10 scripts were marked.',
    })
    const flat = marks.map((mark) => ({ ...mark, global: 4 }))
    expect(borderlineRegression(flat, 4, 'seed')).toHaveProperty('reason')
  })
})
