import { describe, expect, test } from 'vitest'
import { criterionDifficulty } from '#app/domain/agreement/difficulty.ts'
import { driftByPosition } from '#app/domain/agreement/drift.ts'
import { isFigure } from '#app/domain/agreement/figure.ts'
import { markerDrift } from '#app/domain/agreement/marker-drift.ts'

const inOrder = (scores: number[]) => scores.map((score, index) => ({ position: index + 1, score }))

describe('drift by position', () => {
  test('is the slope of marks over ten scripts, with an interval, and the rank correlation', () => {
    const drift = driftByPosition(inOrder([6, 6, 5, 5, 5, 4, 4, 3, 4, 3]))
    if (!isFigure(drift)) throw new Error(drift.reason)
    // Checked with scipy.stats.linregress and spearmanr.
    expect(drift.perTenScripts.value).toBeCloseTo(-3.3333, 4)
    expect([drift.perTenScripts.low, drift.perTenScripts.high].map((at) => at.toFixed(3))).toEqual(['-4.370', '-2.297'])
    expect(drift.rankCorrelation.value).toBeCloseTo(-0.938, 4)
    expect(drift.rankCorrelation.high).toBeLessThan(-0.6)
  })

  test('of a marker who does not drift has 0 within its intervals', () => {
    const drift = driftByPosition(inOrder([4, 5, 3, 4, 4, 5, 3, 4]))
    if (!isFigure(drift)) throw new Error(drift.reason)
    expect(drift.perTenScripts.low).toBeLessThan(0)
    expect(drift.perTenScripts.high).toBeGreaterThan(0)
  })

  test('of marks in a straight line stays finite', () => {
    const drift = driftByPosition(inOrder([1, 2, 3, 4, 5]))
    if (!isFigure(drift)) throw new Error(drift.reason)
    expect(Object.values(drift.rankCorrelation).every(Number.isFinite)).toBe(true)
    expect(drift.rankCorrelation.value).toBeCloseTo(1, 9)
  })

  test.each([
    ['of few marks', [4, 5, 4, 3], 'Fewer than 5 scripts were marked.'],
    ['of marks that are all the same', [4, 4, 4, 4, 4, 4], 'Every mark is at the same level.'],
  ])('%s gives a reason', (_, scores, reason) => {
    expect(driftByPosition(inOrder(scores))).toEqual({ reason })
  })
})

describe('the drift of one marker', () => {
  test('is shown by the means of ten marks each, and of more where there are more than two hundred', () => {
    const marks = (count: number) => inOrder(Array.from({ length: count }, (_, index) => 1 + (index % 7)))
    expect(markerDrift('Ada', marks(25))).toMatchObject({ marks: 25, marksPerMean: 10, means: { length: 3 } })
    expect(markerDrift('Ada', marks(5000))).toMatchObject({ marksPerMean: 250, means: { length: 20 } })
  })

  test('takes marks by their position and not as they come, and hides figures of fewer than ten', () => {
    const backwards = inOrder([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 7, 7]).reverse()
    expect(markerDrift('Ada', backwards).means).toEqual([1, 7])
    expect(markerDrift('Ada', backwards.slice(0, 9))).toMatchObject({
      reason: 'Hidden: 9 marks, and at least 10 are needed.',
    })
  })
})

describe('the difficulty of a criterion', () => {
  const mark = (unit: string, rater: string, criterion: string, score: number) => ({ unit, rater, criterion, score })

  test('is its mean mark over scripts, however many marks a script has, and the share below the standard', () => {
    const [patience, stance] = criterionDifficulty(
      [
        mark('1', 'Ada', 'patience', 3),
        mark('1', 'Ben', 'patience', 5),
        mark('2', 'Ada', 'patience', 6),
        mark('1', 'Ada', 'stance', 4),
      ],
      4,
    )
    expect(patience).toMatchObject({ criterion: 'patience', value: 5, n: 2, shareBelow: 1 / 3 })
    expect(stance).toEqual({ criterion: 'stance', reason: 'Fewer than two scripts were marked.' })
  })
})
